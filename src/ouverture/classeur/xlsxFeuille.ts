import { celluleTexte, type Cellule, type Feuille } from '../../tableau/feuille'
import { showNombre } from '../../tableau/nombre'
import { jourOfNombre, showJourStocke } from '../../tableau/jourStocke'
import { createGrille, ranks, type Plage } from './grille'
import { walkXml } from './walkXml'
import { prefixes } from './xlsxNames'
import { isMis, type StylesCellules } from './xlsxStyles'

/** A text that cells refer to; `barre`: struck through, wholly or in part. */
export interface TexteCommun {
  texte: string
  barre: boolean
}

/** What the cells of all sheets refer to. */
export interface Communs {
  textes: readonly TexteCommun[]
  styles: StylesCellules
  /** Days are counted from 1904, as on old Macs. */
  date1904: boolean
}

interface Lue {
  type: string
  style: number
  formule: boolean
  valeur: string
  barre: boolean
}

/** One worksheet → its rows. */
export function readXlsxFeuille(xml: string, nom: string, communs: Communs): Feuille {
  const grille = createGrille()
  const plages: Plage[] = []
  const masquees: number[] = []
  let [numero, colonne, masquee] = [0, -1, false]
  let lue: Lue | null = null
  let [inValue, phonetic] = [false, false]
  walkXml(xml, prefixes, {
    open: (name, attribute) => {
      if (name === 'm:row') {
        numero = Number(attribute('r') ?? numero + 1)
        masquee = isTrue(attribute('hidden'))
        colonne = -1
      } else if (name === 'm:c') {
        colonne = columnOf(attribute('r') ?? '') ?? colonne + 1
        lue = {
          type: attribute('t') ?? 'n',
          style: Number(attribute('s') ?? 0),
          formule: false,
          valeur: '',
          barre: false,
        }
      } else if (name === 'm:col' && isTrue(attribute('hidden'))) {
        masquees.push(...ranks(Number(attribute('min')) - 1, Number(attribute('max'))))
      } else if (name === 'm:f' && lue) lue.formule = true
      else if (name === 'm:strike' && lue) lue.barre ||= isMis(attribute('val'))
      else if (name === 'm:v' || name === 'm:t') inValue = true
      // How a text is spoken is no part of it.
      else if (name === 'm:rPh') phonetic = true
      else if (name === 'm:mergeCell') plages.push(...readPlage(attribute('ref') ?? ''))
    },
    close: (name) => {
      if (name === 'm:c' && lue) grille.put(numero, colonne, withTrait(lue, communs), masquee)
      if (name === 'm:c') lue = null
      if (name === 'm:v' || name === 'm:t') inValue = false
      if (name === 'm:rPh') phonetic = false
    },
    text: (text) => {
      if (lue && inValue && !phonetic) lue.valeur += text
    },
  })
  return grille.finish(nom, plages, masquees)
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true'

function withTrait(lue: Lue, communs: Communs): Cellule {
  const texte = lue.type === 's' ? communs.textes[Number(lue.valeur)] : undefined
  const barree = lue.barre || texte?.barre === true || communs.styles.barres.has(lue.style)
  const cellule = toCellule(lue, communs)
  return barree ? { ...cellule, barree } : cellule
}

function toCellule({ type, style, formule, valeur }: Lue, { textes, styles: { jours }, date1904 }: Communs): Cellule {
  const texte = (stored: string): Cellule => ({ ...celluleTexte(unescape(stored)), formule })
  switch (type) {
    case 's':
      return texte(textes[Number(valeur)]?.texte ?? '')
    case 'str':
    case 'inlineStr':
      return texte(valeur)
    case 'b':
      return { ...texte(valeur === '1' ? 'oui' : 'non'), genre: 'booleen' }
    case 'e':
      return { ...texte(valeur), genre: 'erreur' }
    case 'd':
      return { ...texte(showJourStocke(valeur)), genre: 'jour' }
    default:
      if (valeur === '') return { ...texte(''), genre: formule ? 'erreur' : 'texte' }
      return toNombre(texte(showNombre(valeur)), Number(valeur), jours.has(style), date1904 ? depuis1904 : 0)
  }
}

/** `_x000D_` stands for the sign of that number, where XML has no place for it. */
const unescape = (stored: string) =>
  stored.replace(/_x([0-9A-F]{4})_/gi, (_match, code: string) => String.fromCharCode(parseInt(code, 16)))

/** Days from the usual first one to that of 1904. */
const depuis1904 = 1462

function toNombre(cellule: Cellule, valeur: number, isJour: boolean, decalage: number): Cellule {
  const jour = isJour ? jourOfNombre(valeur + decalage) : null
  if (jour !== null) return { ...cellule, genre: 'jour', texte: jour }
  return decalage === 0 ? { ...cellule, genre: 'nombre' } : { ...cellule, genre: 'nombre', decalage }
}

/** `AB12` → its column from 0; null when it is no cell's name. */
function columnOf(ref: string): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(ref)?.[1]
  return letters === undefined
    ? null
    : Array.from(letters).reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0) - 1
}

function readPlage(ref: string): Plage[] {
  const [from = '', to = ''] = ref.split(':')
  const [premiereColonne, derniereColonne] = [columnOf(from), columnOf(to)]
  const [premiereLigne, derniereLigne] = [from, to].map((cell) => Number(cell.replace(/\D/g, ''))) as [number, number]
  if (premiereColonne === null || derniereColonne === null) return []
  return [{ premiereLigne, derniereLigne, premiereColonne, derniereColonne }]
}
