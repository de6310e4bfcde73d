import { toCentimes, type Centimes } from '../format/montant'
import { withoutAnnexes } from './annexes'
import { readFiness } from './beneficiaires'
import { readClient } from './client'
import { readDates } from './dates'
import { doubted } from './doute'
import { classify, type Classement } from './genre/classification'
import { readNumeroASP, readNumerosEditeur, readSiretFournisseur, readSirets } from './identifiants'
import type { Lecture, Lu, SiretLu, TextePage } from './lecture'
import { readLines, type Ligne } from './lines'
import { isDuplicata, readNumerosFacture } from './numeroFacture'
import { readMontants } from './totaux'

/** The reading of a document that gives nothing. */
export const rien: Lecture = {
  type: { valeur: null, sure: false, raison: 'Le document ne contient pas de texte lisible.' },
  genre: null,
  avoir: false,
  numeroFacture: null,
  numerosFacture: [],
  duplicata: false,
  parts: [],
  dateFacture: null,
  montantHT: null,
  montantTTC: null,
  candidatsHT: [],
  candidatsDate: [],
  montants: [],
  totalNul: false,
  dates: [],
  devise: null,
  sirets: [],
  siretFournisseur: null,
  finess: [],
  numeroASP: null,
  client: null,
  numerosEditeur: [],
  desaccords: [],
  texteLisible: false,
}

/** Texts without a place, a line each: form values, notes of an XML. */
export function linesOfTexts(textes: readonly string[], rang: number): Ligne[] {
  const rows = textes.slice(0, 5_000).flatMap((texte) => texte.slice(0, 4_000).split(/\r?\n/).slice(0, 100))
  const items = rows.map((texte, index) => ({ texte, x: 0, y: index * 20, largeur: texte.length * 5, hauteur: 10 }))
  const page: TextePage = { largeur: 600, hauteur: 800, items }
  return readLines({ pages: [page], champs: [], xml: [], invisible: false }).map((ligne) => ({
    ...ligne,
    page: -ligne.rang,
    rang: ligne.rang + rang,
  }))
}

const foldedText = (lignes: readonly Ligne[]) =>
  lignes
    .map(({ plie }) => plie)
    .join('\n')
    .slice(0, 400_000)

/** All that lines of text say, without regard to any XML; `reconnu`: they were recognised on an image. */
export function readLignes(lignes: readonly Ligne[], reconnu = false): Lecture {
  const texte = foldedText(lignes)
  const classement = classify(lignes, texte)
  const isInvoice = classement.valeur === 'FACTURE'
  const own = isInvoice ? withoutAnnexes(lignes) : lignes
  const { candidats: candidatsDate, dates } = readDates(own)
  const lus = readMontants(own, own === lignes ? texte : foldedText(own), reconnu)
  const numeros = isInvoice ? readNumerosFacture(lignes) : []
  const sirets = readSirets(lignes, classement.valeur === 'VA')
  const avoir = classement.genre === 'avoir' || (isInvoice && (lus.candidatsHT[0]?.valeur ?? 0) < 0)
  const shown = (candidats: readonly Lu<Centimes>[]) => candidats.map((lu) => negate(doubtType(lu, classement), avoir))
  const candidatsHT = isInvoice ? shown(lus.candidatsHT) : []
  const jours = isInvoice ? candidatsDate.map((lu) => doubtType(lu, classement)) : []
  return {
    ...rien,
    type: { valeur: classement.valeur, sure: classement.sure, raison: classement.raison },
    genre: avoir ? 'avoir' : classement.genre,
    avoir,
    numeroFacture: numeros[0] ?? null,
    numerosFacture: numeros,
    duplicata: isDuplicata(lignes, []),
    dateFacture: jours[0] ?? null,
    montantHT: candidatsHT[0] ?? null,
    montantTTC: (isInvoice && shown(lus.montantTTC ? [lus.montantTTC] : [])[0]) || null,
    candidatsHT,
    candidatsDate: jours,
    montants: lus.montants,
    totalNul: isInvoice && lus.totalNul,
    dates,
    devise: lus.devise,
    sirets: sirets.map(placed),
    siretFournisseur: placedOrNull(readSiretFournisseur(sirets)),
    finess: readFiness(lignes, sirensOf(lignes, sirets)).map(placed),
    numeroASP: placedOrNull(readNumeroASP(lignes)),
    client: isInvoice ? placedOrNull(readClient(lignes)) : null,
    numerosEditeur: readNumerosEditeur(lignes),
    texteLisible: true,
  }
}

// A form value has no place of its own: pages below 1 stand for «nowhere».
const placed = <L extends Lu<unknown>>(lu: L): L => ((lu.page ?? 1) < 1 ? { ...lu, page: null, cadre: null } : lu)
const placedOrNull = <L extends Lu<unknown>>(lu: L | null): L | null => lu && placed(lu)

const doubtType = <T>(lu: Lu<T>, { sure }: Classement): Lu<T> =>
  placed(sure ? lu : doubted(lu, 'Il n’est pas certain que ce document soit une facture.'))

function negate(lu: Lu<Centimes>, avoir: boolean): Lu<Centimes> {
  const valeur = avoir && lu.valeur > 0 ? toCentimes(0 - lu.valeur) : null
  return valeur === null ? lu : { ...doubted(lu, 'Ce document est un avoir : son montant se retranche.'), valeur }
}

/** SIREN numbers of the text: nine digits that are no FINESS. */
function sirensOf(lignes: readonly Ligne[], sirets: readonly SiretLu[]): ReadonlySet<string> {
  const named = lignes.flatMap(({ plie }) =>
    [
      ...plie.matchAll(
        /(?:\bsiren\b|\brcs\b|\br\.c\.s\.?|\bfr ?[0-9a-z]{2})[^\d\n\t]{0,40}(\d{3}[ .]?\d{3}[ .]?\d{3})(?!\d)/g,
      ),
    ].map((match) => (match[1] ?? '').replace(/\D/g, '')),
  )
  return new Set([...named, ...sirets.map(({ valeur }) => valeur.slice(0, 9))])
}
