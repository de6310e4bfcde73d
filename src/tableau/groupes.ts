import { settleNumeroASP } from '../dossier/numeros'
import { offer, type Releve } from './proposition'
import type { LigneLue } from './releves'

/** The rows of one demande: several when each bears one of its sites. */
export type Groupe = readonly [LigneLue, ...LigneLue[]]

type Groupes = [LigneLue, ...LigneLue[]][]

const editeurOf = ({ valeurs }: LigneLue) => (valeurs.numeroEditeur ?? '').toLowerCase()
const aspOf = ({ valeurs }: LigneLue) => settleNumeroASP(valeurs.numeroASP ?? '')

/**
 * Rows of one numeroEditeur are one demande, wherever they stand, unless their numeroASP say otherwise. A row with
 * nothing but sites or identifiers goes on the one above it.
 */
export function grouper(lignes: readonly LigneLue[], releve: Releve): Groupe[] {
  const groupes: Groupes = []
  const byNumero = new Map<string, Groupes>()
  // The demande of the row above, and that of the last one which is no mere site: sites not taken for such leave it as it was.
  let [dessus, tete]: (Groupes[number] | undefined)[] = []
  const joined = (ligne: LigneLue): Groupes[number] | undefined => {
    if (dessus && isSuite(ligne, dessus)) return dessus
    if (tete && isSite(ligne, tete, releve)) return tete
    return byNumero.get(editeurOf(ligne) || aspOf(ligne))?.find((rows) => agrees(rows, ligne))
  }
  for (const ligne of lignes) {
    const numero = editeurOf(ligne) || aspOf(ligne)
    const known = joined(ligne)
    const groupe = known ?? [ligne]
    if (known) known.push(ligne)
    else {
      groupes.push(groupe)
      if (numero !== '') byNumero.set(numero, [...(byNumero.get(numero) ?? []), groupe])
    }
    dessus = groupe
    if (!isAjout(ligne)) tete = groupe
  }
  return groupes
}

/** Whether a row only adds to the one above. With a name of its own, or where it says to have no number, it may be a demande whose numbers were forgotten. */
const isSuite = (ligne: LigneLue, [first]: Groupe) =>
  isAjout(ligne) &&
  (ligne.valeurs.libelleInterne === undefined || ligne.valeurs.libelleInterne === first.valeurs.libelleInterne)

const isAjout = ({ valeurs, sansNumero }: LigneLue) =>
  !sansNumero &&
  (valeurs.beneficiaires !== undefined || valeurs.identDMP !== undefined) &&
  Object.keys(valeurs).every((champ) => ['beneficiaires', 'identDMP', 'libelleInterne'].includes(champ))

/** Whether a row with a name of its own is a site of the demande above: where that has a number, it is offered. */
function isSite(ligne: LigneLue, groupe: Groupe, releve: Releve): boolean {
  const { numeroEditeur = '', numeroASP = '' } = groupe[0].valeurs
  const [vers] = [numeroEditeur, numeroASP].filter(Boolean)
  if (vers === undefined || !isAjout(ligne)) return false
  const { libelleInterne: de = '' } = ligne.valeurs
  return offer(releve, { genre: 'site', champ: 'beneficiaires', numero: ligne.numero, de, vers })
}

function agrees(rows: Groupe, ligne: LigneLue): boolean {
  const [asp, known] = [aspOf(ligne), rows.map(aspOf).find((text) => text !== '') ?? '']
  return editeurOf(rows[0]) === editeurOf(ligne) && (asp === '' || known === '' || asp === known)
}
