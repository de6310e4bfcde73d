import { doubted } from './doute'
import { mergeLectures } from './fusion'
import type { Lecture } from './lecture'
import type { Ligne } from './lines'
import { readNumerosFacture, sameNumero } from './numeroFacture'
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

/** The lines of each invoice: its number's page, and those after it that name no other. */
function partsOf(lignes: readonly Ligne[]): Ligne[][] {
  const parts: { numero: string; lignes: Ligne[] }[] = []
  for (const page of new Set(lignes.map(({ page }) => page))) {
    const own = lignes.filter((ligne) => ligne.page === page)
    const [numero] = readNumerosFacture(renumber(own))
    const known = numero === undefined ? parts.at(-1) : parts.find((part) => sameNumero(part.numero, numero))
    if (known) known.lignes.push(...own)
    else parts.push({ numero: numero ?? '', lignes: own })
  }
  return parts.map((part) => renumber(part.lignes))
}

// Neighbours are found by rank.
const renumber = (lignes: readonly Ligne[]): Ligne[] => lignes.map((ligne, rang) => ({ ...ligne, rang }))
