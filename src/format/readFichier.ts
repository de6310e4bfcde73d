import { isAvance, readAvance, type LigneAvance } from './avance'
import type { DepotLu, LigneLue } from './depotLu'
import type { JsonObject } from './json'
import type { Modele } from './modele'
import { readAutreProfil } from './names'
import { profil } from './profil'
import { createRapporteur, type Rapport, type Rapporteur } from './rapport'
import { readDepot } from './readDepot'
import { readJson } from './readJson'
import { readModele } from './readModele'
import type { Refuse } from './refus'
import { readRetour, type LigneRetour } from './retour'

/** What a foreign file turned out to be, with what was mended on the way; or why it cannot be read. format §7 */
export type FichierReconnu =
  | { ok: true; kind: 'depot'; depot: DepotLu; rapport: Rapport }
  | { ok: true; kind: 'retour'; depot: DepotLu; retours: LigneRetour[]; rapport: Rapport }
  | { ok: true; kind: 'avance'; depot: DepotLu; avances: LigneAvance[]; rapport: Rapport }
  | { ok: true; kind: 'modele'; depot: DepotLu; modele: Modele; rapport: Rapport }
  | Refuse

/** Any text → what it is, by its content: a deposit, the portal's return, an advance file, the ASP's modèle. format §7 */
export function readFichier(text: string): FichierReconnu {
  const rapporteur = createRapporteur()
  const lu = readRoot(text, rapporteur)
  if (!lu.ok) return lu
  const { depot, root } = lu
  const prefixe = foreignPrefixe(depot)
  if (prefixe !== null) return { ok: false, raison: 'autreCouloir', prefixe }
  const nom = autreProfil(depot)
  if (nom !== null) return { ok: false, raison: 'autreProfil', nom }
  const found = { ok: true, depot, rapport: rapporteur.rapport() } as const
  if (isAvance(depot)) return { ...found, kind: 'avance', avances: depot.lignes.map(readAvance) }
  if (depot.lignes.some(isAnswered)) return { ...found, kind: 'retour', retours: depot.lignes.map(readRetour) }
  const modele = depot.lignes.some(isFilled) ? null : readModele(root)
  return modele ? { ...found, kind: 'modele', modele } : { ...found, kind: 'depot' }
}

/** A file taken as the modèle on the clerk's word, even when its sample values look like a deposit's. format §7 */
export function readFichierModele(text: string): Extract<FichierReconnu, { kind: 'modele' }> | Refuse {
  const rapporteur = createRapporteur()
  const lu = readRoot(text, rapporteur)
  if (!lu.ok) return lu
  const modele = readModele(lu.root)
  if (!modele) return { ok: false, raison: 'sansLignesImport' }
  return { ok: true, kind: 'modele', depot: lu.depot, modele, rapport: rapporteur.rapport() }
}

function readRoot(text: string, rapporteur: Rapporteur): { ok: true; root: JsonObject; depot: DepotLu } | Refuse {
  const lu = readJson(text)
  if (!lu.ok) return lu
  for (const texte of lu.reprises) rapporteur.reprise(texte, null)
  const root = lu.json.kind === 'array' && lu.json.items.length === 1 ? lu.json.items[0] : lu.json
  if (root?.kind !== 'object') return { ok: false, raison: 'sansLignesImport' }
  const read = readDepot(root, rapporteur)
  return read.ok ? { ...read, root } : read
}

// A modèle may show «string» or «…» there; an answer says something.
const isAnswered = ({ codeTraitement, libelleTraitement }: LigneLue) =>
  [codeTraitement, libelleTraitement].some((text) => text !== '' && !isPlaceholder(text))

const isPlaceholder = (text: string) => /^(?:string|texte?|x+|\.+|…|<.*>|\[.*\])$/i.test(text)

/**
 * Whether a demande has content. A modèle's samples may be empty, zeros or words (`string`, `JJ/MM/AAAA`, `FINBIOxxxxxx`):
 * a value counts when it has a digit other than 0, and two such values make a demande, one of which may be wrong.
 */
const isFilled = (ligne: LigneLue) =>
  [
    ligne.numeroASP,
    ligne.numeroEditeur,
    ligne.dateFacture,
    ligne.montantSegurHTFacture,
    ligne.beneficiaires.join(' '),
  ].filter((text) => /[1-9]/.test(text)).length >= 2

const numeroOther = new RegExp(`^(?!${profil.prefixeNumeroASP})(FIN[A-Z]{3})[0-9]{6}$`, 'i')

/** What all texts have in common; null when they differ, or there is none. */
function common(texts: readonly (string | null)[]): string | null {
  const [first, ...others] = new Set(texts)
  return others.length === 0 ? (first ?? null) : null
}

/** The prefix that all ASP numbers of the file share when it is another couloir's (FINRIS…), else null. */
const foreignPrefixe = ({ lignes }: DepotLu) =>
  common(
    lignes.flatMap(({ numeroASP }) =>
      numeroASP === '' ? [] : [numeroOther.exec(numeroASP)?.[1]?.toUpperCase() ?? null],
    ),
  )

/** The profile that all pièces of the file are named for when it is not this one (BIO-LOINC…), else null. guide §2.1 */
const autreProfil = ({ lignes }: DepotLu) =>
  common(
    lignes.flatMap(({ piecesJustificatives }) =>
      piecesJustificatives.flatMap(({ nomFichier }) => (nomFichier === '' ? [] : [readAutreProfil(nomFichier)])),
    ),
  )
