import { proposeFiness } from '../dossier/finess'
import { readFinessTexte } from '../dossier/finessTexte'
import { domaineOf } from '../format/adresse'
import { profil } from '../format/profil'
import { parseJour, proposeJours } from '../dossier/jour'
import { centimesOf } from '../dossier/montant'
import { parseReponse } from './booleen'
import { celluleAt, type Cellule, type Ligne } from './feuille'

/** What most cells of a column look like. */
export type Contenu =
  'numeroASP' | 'finess' | 'adresse' | 'reponse' | 'jour' | 'montant' | 'numeroCourt' | 'identifiant' | 'texte' | 'vide'

const most = 0.6
const numeroASP = new RegExp(`^${profil.prefixeNumeroASP}\\s*\\d+$`, 'i')

const kinds: readonly [contenu: Contenu, fits: (cellule: Cellule) => boolean][] = [
  ['numeroASP', ({ texte }) => numeroASP.test(texte)],
  ['adresse', ({ texte }) => domaineOf(texte.trim()) !== null],
  ['reponse', ({ texte }) => parseReponse(texte) !== null],
  ['finess', ({ texte }) => readFinessTexte(texte).trouves.length > 0 || proposeFiness(texte) !== null],
  ['jour', ({ texte, genre }) => genre === 'jour' || parseJour(texte) !== null || proposeJours(texte).length > 0],
  ['numeroCourt', ({ texte }) => /^[A-Z]{0,2}\d{1,5}$/i.test(texte)],
  ['montant', ({ texte }) => centimesOf(texte) !== null],
  ['identifiant', ({ texte }) => /^\S+$/.test(texte) && /(?:\d.*){5}/.test(texte)],
]

/** Cells that are looked at: as many as tell what a column holds. */
const regardees = 200

/** What a column's cells look like, by most of the first that are not empty. */
export function contenuOf(lignes: readonly Ligne[], colonne: number): Contenu {
  const cellules = lignes
    .map((ligne) => celluleAt(ligne, colonne))
    .filter(({ texte }) => texte !== '')
    .slice(0, regardees)
  if (cellules.length === 0) return 'vide'
  const found = kinds.find(([, fits]) => cellules.filter(fits).length >= most * cellules.length)
  return found?.[0] ?? 'texte'
}
