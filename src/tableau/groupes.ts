import { settleNumeroASP } from '../dossier/numeros'
import type { LigneLue } from './releves'

/** The rows of one demande: several when each bears one of its sites. */
export type Groupe = readonly [LigneLue, ...LigneLue[]]

const editeurOf = ({ valeurs }: LigneLue) => (valeurs.numeroEditeur ?? '').toLowerCase()
const aspOf = ({ valeurs }: LigneLue) => settleNumeroASP(valeurs.numeroASP ?? '')

/**
 * Rows of one numeroEditeur are one demande, wherever they stand, unless their numeroASP say otherwise. A row with
 * nothing but sites or identifiers goes on the one above it.
 */
export function grouper(lignes: readonly LigneLue[]): Groupe[] {
  const groupes: [LigneLue, ...LigneLue[]][] = []
  const byNumero = new Map<string, [LigneLue, ...LigneLue[]][]>()
  for (const ligne of lignes) {
    const numero = editeurOf(ligne) || aspOf(ligne)
    const last = groupes.at(-1)
    const groupe = last && isSuite(ligne, last) ? last : byNumero.get(numero)?.find((rows) => agrees(rows, ligne))
    if (groupe) {
      groupe.push(ligne)
      continue
    }
    const begun: [LigneLue] = [ligne]
    groupes.push(begun)
    if (numero !== '') byNumero.set(numero, [...(byNumero.get(numero) ?? []), begun])
  }
  return groupes
}

/** Whether a row only adds to the one above. With a name of its own, or where it says to have no number, it may be a demande whose numbers were forgotten. */
const isSuite = ({ valeurs, sansNumero }: LigneLue, [first]: Groupe) =>
  !sansNumero &&
  (valeurs.beneficiaires !== undefined || valeurs.identDMP !== undefined) &&
  Object.keys(valeurs).every((champ) => ['beneficiaires', 'identDMP', 'libelleInterne'].includes(champ)) &&
  (valeurs.libelleInterne === undefined || valeurs.libelleInterne === first.valeurs.libelleInterne)

function agrees(rows: Groupe, ligne: LigneLue): boolean {
  const [asp, known] = [aspOf(ligne), rows.map(aspOf).find((text) => text !== '') ?? '']
  return editeurOf(rows[0]) === editeurOf(ligne) && (asp === '' || known === '' || asp === known)
}
