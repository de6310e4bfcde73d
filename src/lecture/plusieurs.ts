import { doubted } from './doute'
import { mergeLectures } from './fusion'
import type { Lecture } from './lecture'
import type { Ligne } from './lines'
import { findNumeros, sameNumero } from './numeroFacture'
import { readLignes } from './readTexte'

/**
 * Several invoice numbers in one file: each invoice is read by itself, and their sum is offered (guide §3.2 «la somme de
 * toutes les factures»), in doubt, since one of them may have nothing to do with the demande.
 */
export function readPlusieurs(lignes: readonly Ligne[], lecture: Lecture, reconnu: boolean): Lecture {
  if (lecture.numerosFacture.length < 2) return lecture
  const parts = partsOf(lignes).map((part) => readLignes(part, reconnu))
  const merged = mergeLectures(parts)
  if (!merged || parts.length < 2) return lecture
  const numeros = lecture.numerosFacture
  const doute = `Ce fichier contient ${numeros.length} factures : ${numeros.slice(0, 4).join(', ')}. Leur somme est proposée.`
  const montantHT = merged.montantHT && doubted({ ...merged.montantHT, doute: null }, doute)
  const others = lecture.candidatsHT.filter(({ valeur }) => valeur !== montantHT?.valeur)
  return {
    ...lecture,
    parts,
    montantHT: montantHT ?? lecture.montantHT,
    montantTTC: merged.montantTTC ?? lecture.montantTTC,
    candidatsHT: montantHT ? [montantHT, ...others] : lecture.candidatsHT,
  }
}

/** The lines of each invoice: from its number's page, or its title further down, to where another begins. */
function partsOf(lignes: readonly Ligne[]): Ligne[][] {
  const parts: { numero: string; lignes: Ligne[] }[] = []
  const numeros = findNumeros(lignes)
  for (const page of new Set(lignes.map(({ page }) => page))) {
    const own = numeros.filter(({ ligne }) => ligne.page === page)
    for (const stretch of cut(
      lignes.filter((ligne) => ligne.page === page),
      own.slice(1).map(({ ligne }) => ligne.rang),
    )) {
      const { numero } = own.findLast(({ ligne }) => stretch.includes(ligne)) ?? {}
      const known = numero === undefined ? parts.at(-1) : parts.find((part) => sameNumero(part.numero, numero))
      if (known) known.lignes.push(...stretch)
      else parts.push({ numero: numero ?? '', lignes: stretch })
    }
  }
  return parts.map((part) => renumber(part.lignes))
}

/** Lines in stretches, each from one of the ranks on. */
const cut = (lignes: readonly Ligne[], ranks: readonly number[]): Ligne[][] =>
  [0, ...ranks].map((from, index) => lignes.filter(({ rang }) => rang >= from && rang < (ranks[index] ?? Infinity)))

// Neighbours are found by rank.
const renumber = (lignes: readonly Ligne[]): Ligne[] => lignes.map((ligne, rang) => ({ ...ligne, rang }))
