import { readFichierModele } from '../../format/readFichier'
import { lireFichiers } from '../../ouverture/readFiles'
import { showMessage } from '../../format/message'
import { addDraft } from '../../storage/drafts'
import { isExport, readExport } from '../../storage/exportDraft'
import { saveRetour } from '../../storage/history'
import { messagesStockage } from '../../storage/resultat'
import { goTo, writeRoute } from '../route'
import { trierFichiers } from '../tri/trier'
import { say } from '../state/actions'
import { database } from '../state/database'
import { freshEntete } from '../state/entete'
import { loadBrouillons, loadDepots } from '../state/library'
import { beginBrouillon, resumeBrouillon } from '../state/session'
import { store } from '../state/store'
import { commencer, grouper } from './avances'
import {
  isPiecesSeules,
  trier,
  type BrouillonOuvert,
  type Contenu,
  type DepotOuvert,
  type RetourOuvert,
} from './contenu'
import { joindre } from './depots'
import { showEtape, travailler, type Suite } from './etat'
import { prendreModele } from './modeles'
import { lignesOf } from './retours'
import type { FichierOuvert } from '../../ouverture/abilities'

/** Reads the files and asks the clerk for his word on what they are. */
export async function ouvrir(files: readonly File[]) {
  const contenu = await travailler('Lecture des fichiers', (signal, onProgress) => lire(files, signal, onProgress))
  if (!contenu) return
  if (isPiecesSeules(contenu)) await trierFichiers(contenu.pieces)
  else showEtape({ kind: 'confirmation', contenu })
}

async function lire(
  files: readonly File[],
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Contenu | null> {
  const lu = await lireFichiers(
    files.map((file) => ({ nom: file.name, octets: file })),
    { signal, onProgress },
  )
  if (!lu.ok) {
    if (lu.raison !== 'abandon')
      say(`Ces fichiers n’ont pas pu être lus (${lu.detail}). Rechargez la page, puis rouvrez-les.`)
    return null
  }
  const lus = files.flatMap((file, index) => {
    const ouvert = lu.valeur[index]
    return ouvert ? [{ file, ouvert }] : []
  })
  const brouillons: BrouillonOuvert[] = []
  const others: { file: File; ouvert: FichierOuvert }[] = []
  for (const one of lus) {
    if (!isBrouillon(one.ouvert)) {
      others.push(one)
      continue
    }
    const read = await readExport(one.file, { signal, onProgress })
    if (read.ok) brouillons.push({ nom: one.file.name, ...read.valeur })
    else others.push({ ...one, ouvert: { kind: 'refus', nom: one.file.name, message: messagesStockage[read.raison] } })
  }
  const { fournisseur, dossier, depots } = store.getState()
  const known = fournisseur ?? dossier.entete
  return trier(others, brouillons, {
    depots,
    entete: (depot) => freshEntete({ ...known, numeroAns: depot.numeroAns || known.numeroAns }),
    newId: () => crypto.randomUUID(),
  })
}

const isBrouillon = (ouvert: FichierOuvert) => ouvert.kind === 'zip' && isExport(ouvert.nomsJson)

/** What the clerk decided in the dialog. */
export interface Choix {
  /** Names of the deposits that are the ASP's modèle, on his word. */
  modeles: ReadonlySet<string>
  /** Keys of the demandes d'avance to be settled. */
  avances: ReadonlySet<string>
  ajouter: boolean
}

/** Does what was confirmed, in turn; shows what it came to. */
export async function confirmer(contenu: Contenu, choix: Choix) {
  showEtape(null)
  const messages: Suite[] = []
  const addresses: string[] = []
  const go = (next: string | null) => {
    if (next !== null) addresses.push(next)
  }
  for (const modele of contenu.modeles) await prendreModele(modele)
  for (const depot of contenu.depots) if (choix.modeles.has(depot.nom)) await prendreSurParole(depot)
  if (contenu.modeles.length + choix.modeles.size > 0 && store.getState().brouillon) go(writeRoute('entete'))
  for (const retour of contenu.retours) go(await garderRetour(retour))
  for (const brouillon of contenu.brouillons) go(await ouvrirBrouillon(brouillon, messages))
  const groupes = grouper(contenu.avances)
  await commencer(groupes, choix.avances, choix.ajouter)
  if (choix.avances.size > 0) go(writeRoute('demandes'))
  const depots = contenu.depots.filter(({ nom }) => !choix.modeles.has(nom))
  // The first file is the one that stays on screen.
  for (const depot of depots.reverse()) if (await ouvrirDepot(depot, messages)) go(writeRoute('controle'))
  const last = addresses.at(-1)
  if (last !== undefined) goTo(last)
  if (messages.length > 0) showEtape({ kind: 'suite', messages })
  await trierFichiers(contenu.pieces)
}

async function prendreSurParole({ nom, texte }: DepotOuvert) {
  const lu = readFichierModele(texte)
  if (lu.ok) await prendreModele({ nom, texte, depot: lu.depot })
}

async function ouvrirDepot({ nom, dossier, recherche }: DepotOuvert, messages: Suite[]): Promise<boolean> {
  const joint = await travailler('Examen des pièces', (signal, onProgress) =>
    joindre({ dossier, trouvees: recherche.trouvees }, signal, onProgress),
  )
  if (!joint) return false
  await beginBrouillon(joint.dossier, joint.octets, nom.replace(/\.json$/i, ''))
  messages.push(...joint.messages)
  return true
}

async function ouvrirBrouillon({ draft, pieces, manquantes }: BrouillonOuvert, messages: Suite[]) {
  const id = crypto.randomUUID()
  const saved = await addDraft(database, { ...draft, id }, pieces)
  if (!saved.ok) {
    // Nothing can be kept here: it is worked on as it is, the banner says so.
    await beginBrouillon(draft.dossier, pieces, draft.nom)
  } else {
    await loadBrouillons()
    if (!(await resumeBrouillon(id))) return null
  }
  for (const nom of manquantes)
    messages.push({
      kind: 'alerte',
      faute: `« ${nom} » n’était pas dans le brouillon, ou abîmé.`,
      remede: 'Joignez cette pièce de nouveau.',
    })
  return draft.etape.startsWith('#/') && draft.etape.length > 2 ? draft.etape : writeRoute('demandes')
}

/** Keeps the answer with its deposit; the same one read again changes nothing. Gives where it is shown. */
async function garderRetour({ nom, texte, connu }: RetourOuvert): Promise<string | null> {
  if (!connu) return null
  const { id, retour } = connu.depot
  if (retour?.texte !== texte) {
    const saved = await saveRetour(database, id, {
      nomFichier: nom,
      luLe: new Date().toISOString(),
      texte,
      rejets: lignesOf(connu, 'rejetee'),
      aVerifier: lignesOf(connu, 'aVerifier'),
    })
    if (!saved.ok) say(showMessage(messagesStockage[saved.raison]))
    await loadDepots()
  }
  return writeRoute({ depot: id })
}
