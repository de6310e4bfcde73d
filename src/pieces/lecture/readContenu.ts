import { showMontant } from '../../dossier/montant'
import { isSiretKeyRight, parseSiret, type Siret } from '../../dossier/siret'
import type { Finess } from '../../dossier/finess'
import type { Jour } from '../../format/jour'
import { toCentimes, type Centimes } from '../../format/montant'
import { readFiness } from './beneficiaires'
import { classify, type Classement } from './classification'
import { readDates } from './dates'
import type { FactureXml } from './factureXml'
import { readNumeroASP, readNumeroFacture, readNumerosEditeur, readSiretFournisseur, readSirets } from './identifiants'
import type { Contenu, Desaccord, Lecture, Lu, SiretLu, TextePage } from './lecture'
import { readLines, type Ligne } from './lines'
import { isReadable } from './lisible'
import { readFactureXml } from './readFactureXml'
import { readMontants } from './totaux'
import { turnLecture } from './tourne'
import { luInXml } from './voisins'

const rien: Lecture = {
  type: { valeur: null, sure: false, raison: 'Le document ne contient pas de texte lisible.' },
  avoir: false,
  numeroFacture: null,
  dateFacture: null,
  montantHT: null,
  montantTTC: null,
  candidatsHT: [],
  candidatsDate: [],
  montants: [],
  dates: [],
  devise: null,
  sirets: [],
  siretFournisseur: null,
  finess: [],
  numeroASP: null,
  numerosEditeur: [],
  desaccords: [],
  texteLisible: false,
}

/** Reads a pièce's contents: the XML invoice first, the page's text beside it. Bounded whatever the size. */
export function readContenu(contenu: Contenu): Lecture {
  const page = turnLecture(readPage(contenu), contenu.pages)
  const lus = withinBudget(contenu.xml).map((text) => readFactureXml(text))
  const factures = lus.flatMap((lu) => (lu.kind === 'facture' ? [lu.facture] : []))
  const [first] = factures
  if (first) return joinXml(first, page, factures.length > 1)
  if (lus.some(({ kind }) => kind === 'autre') && !page.texteLisible)
    return {
      ...rien,
      type: {
        valeur: null,
        sure: true,
        raison: 'Ce XML n’est pas une facture, mais une commande ou un autre document.',
      },
    }
  return page
}

const xmlMax = 12_000_000

/** Texts in order, as long as they are not too much to read together. */
function withinBudget(textes: readonly string[]): string[] {
  let left = xmlMax
  return textes.slice(0, 20).filter((text) => text.length <= left && (left -= text.length) >= 0)
}

/** Reads the text of the pages and the form fields. */
function readPage(contenu: Contenu): Lecture {
  const lignes = readLines(contenu)
  const readable = isReadable(lignes)
  // A field that has its place on a page is read there.
  const placedTexts = new Set(contenu.pages.flatMap(({ items }) => items.map(({ texte }) => texte)))
  const loose = contenu.champs.filter((texte) => !placedTexts.has(texte))
  const all = [...(readable ? lignes : []), ...linesOfTexts(loose, lignes.length)]
  if (all.length === 0) return rien
  const lecture = readText(all)
  return contenu.invisible ? doubtAll({ ...lecture, texteLisible: readable }) : { ...lecture, texteLisible: readable }
}

/** Texts without a place, a line each: form values, notes of an XML. */
function linesOfTexts(textes: readonly string[], rang: number): Ligne[] {
  const rows = textes.slice(0, 5_000).flatMap((texte) => texte.slice(0, 4_000).split(/\r?\n/).slice(0, 100))
  const items = rows.map((texte, index) => ({ texte, x: 0, y: index * 20, largeur: texte.length * 5, hauteur: 10 }))
  const page: TextePage = { largeur: 600, hauteur: 800, items }
  return readLines({ pages: [page], champs: [], xml: [], invisible: false }).map((ligne) => ({
    ...ligne,
    page: -ligne.rang,
    rang: ligne.rang + rang,
  }))
}

function readText(lignes: readonly Ligne[]): Lecture {
  const texte = lignes
    .map(({ plie }) => plie)
    .join('\n')
    .slice(0, 400_000)
  const classement = classify(lignes, texte)
  const { candidats: candidatsDate, dates } = readDates(lignes)
  const lus = readMontants(lignes, texte)
  const isInvoice = classement.valeur === 'FACTURE'
  const sirets = readSirets(lignes)
  const avoir = classement.avoir || (isInvoice && (lus.candidatsHT[0]?.valeur ?? 0) < 0)
  const shown = (candidats: readonly Lu<Centimes>[]) => candidats.map((lu) => negate(doubtType(lu, classement), avoir))
  const candidatsHT = isInvoice ? shown(lus.candidatsHT) : []
  const jours = isInvoice ? candidatsDate.map((lu) => doubtType(lu, classement)) : []
  return {
    ...rien,
    type: { valeur: classement.valeur, sure: classement.sure, raison: classement.raison },
    avoir,
    numeroFacture: isInvoice ? readNumeroFacture(lignes) : null,
    dateFacture: jours[0] ?? null,
    montantHT: candidatsHT[0] ?? null,
    montantTTC: (isInvoice && shown(lus.montantTTC ? [lus.montantTTC] : [])[0]) || null,
    candidatsHT,
    candidatsDate: jours,
    montants: lus.montants,
    dates,
    devise: lus.devise,
    sirets: sirets.map(placed),
    siretFournisseur: placedOrNull(readSiretFournisseur(sirets)),
    finess: readFiness(lignes, sirensOf(lignes, sirets)).map(placed),
    numeroASP: placedOrNull(readNumeroASP(lignes)),
    numerosEditeur: readNumerosEditeur(lignes),
    texteLisible: true,
  }
}

// A form value has no place of its own: pages below 1 stand for «nowhere».
const placed = <L extends Lu<unknown>>(lu: L): L => ((lu.page ?? 1) < 1 ? { ...lu, page: null, cadre: null } : lu)
const placedOrNull = <L extends Lu<unknown>>(lu: L | null): L | null => lu && placed(lu)

/** The value, no longer sure, for the reason given; an earlier doubt stays. */
const doubted = <L extends Lu<unknown>>(lu: L, doute: string): L => ({ ...lu, sure: false, doute: lu.doute ?? doute })
const doubtedOrNull = <L extends Lu<unknown>>(lu: L | null, doute: string): L | null => lu && doubted(lu, doute)

const doubtType = <T>(lu: Lu<T>, { sure }: Classement): Lu<T> =>
  placed(sure ? lu : doubted(lu, 'Il n’est pas certain que ce document soit une facture.'))

function negate(lu: Lu<Centimes>, avoir: boolean): Lu<Centimes> {
  const valeur = avoir && lu.valeur > 0 ? toCentimes(0 - lu.valeur) : null
  return valeur === null ? lu : { ...doubted(lu, 'Ce document est un avoir : son montant se retranche.'), valeur }
}

const ocr = 'Ce texte a été reconnu sur une image : comparez avec la page.'

/** Recognised text: only what carries its own proof (keys, sums) stays sure. */
function doubtAll(lecture: Lecture): Lecture {
  return {
    ...lecture,
    type: { ...lecture.type, sure: false },
    dateFacture: doubtedOrNull(lecture.dateFacture, ocr),
    candidatsDate: lecture.candidatsDate.map((lu) => doubted(lu, ocr)),
    numeroASP: doubtedOrNull(lecture.numeroASP, ocr),
  }
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

/** The XML's values, checked against the page's. */
function joinXml(facture: FactureXml, page: Lecture, several: boolean): Lecture {
  const notes = readText(linesOfTexts(facture.textes, 0))
  const avoir = facture.avoir || (facture.ht?.centimes ?? 0) < 0
  const signed = (amount: FactureXml['ht']) =>
    amount &&
    luInXml(
      amount.centimes > 0 && avoir ? (toCentimes(0 - amount.centimes) ?? amount.centimes) : amount.centimes,
      amount.imprime,
      null,
    )
  const sirets = sirensAndSirets(facture, page)
  const xml: Lecture = {
    ...page,
    type: { valeur: 'FACTURE', sure: true, raison: 'Le fichier contient une facture électronique (XML).' },
    avoir,
    numeroFacture: facture.numero ?? page.numeroFacture,
    dateFacture: facture.date && luInXml(facture.date.jour, facture.date.imprime, null),
    montantHT: signed(facture.ht),
    montantTTC: signed(facture.ttc),
    devise: facture.devise ?? page.devise,
    sirets,
    siretFournisseur: sellerOf(sirets) ?? page.siretFournisseur,
    finess: mergeLus(notes.finess.map(inXml), page.finess).filter(({ valeur }) => !isSiren(facture, valeur)),
    numeroASP: mergeNumeroASP(notes.numeroASP && inXml(notes.numeroASP), page.numeroASP),
    numerosEditeur: [...new Set([...notes.numerosEditeur, ...page.numerosEditeur])],
  }
  return compare(doubtXml(xml, facture, several, page), page)
}

const inXml = <L extends Lu<unknown>>(lu: L): L => ({ ...lu, source: 'xml', page: null, cadre: null })
const isSiren = ({ parties }: FactureXml, finess: Finess) => parties.some(({ sirens }) => sirens.includes(finess))

const mergeLus = <T>(first: readonly Lu<T>[], second: readonly Lu<T>[]): Lu<T>[] => [
  ...first,
  ...second.filter(({ valeur }) => first.every((other) => other.valeur !== valeur)),
]

function mergeNumeroASP(xml: Lu<string> | null, page: Lu<string> | null): Lu<string> | null {
  if (!xml || !page || xml.valeur === page.valeur) return xml ?? page
  return doubted(xml, `La page porte un autre numéro de dossier ASP : ${page.valeur}.`)
}

function sirensAndSirets({ parties }: FactureXml, page: Lecture): SiretLu[] {
  const found = parties.flatMap(({ role, sirets }) =>
    sirets.flatMap((text) => {
      const siret = parseSiret(text)
      return siret ? [{ ...luInXml<Siret>(siret, text, keyDoubt(siret)), role }] : []
    }),
  )
  const firsts = found.filter(({ valeur }, rank) => found.findIndex((other) => other.valeur === valeur) === rank)
  return [...firsts, ...page.sirets.filter(({ valeur }) => firsts.every((other) => other.valeur !== valeur))]
}

const keyDoubt = (siret: Siret) => (isSiretKeyRight(siret) ? null : 'La clé de ce SIRET ne correspond pas.')

function sellerOf(sirets: readonly SiretLu[]): Lu<Siret> | null {
  const sellers = sirets.filter(({ role, source }) => role === 'fournisseur' && source === 'xml')
  const [first] = sellers
  if (!first) return null
  const { role: _role, ...lu } = first
  return sellers.length > 1 ? doubted(lu, 'Le XML donne plusieurs SIRET au fournisseur.') : lu
}

/** Doubts that the XML itself, or what the page tells of the sale, raises about the amount. */
function doubtXml(xml: Lecture, facture: FactureXml, several: boolean, page: Lecture): Lecture {
  const doute = several
    ? 'Le fichier contient plusieurs factures électroniques.'
    : (doubtSums(facture) ?? doubtSale(facture, page))
  const dateDoute = several ? 'Le fichier contient plusieurs factures électroniques.' : null
  const montantHT = xml.montantHT && doute ? doubted(xml.montantHT, doute) : xml.montantHT
  return {
    ...xml,
    montantHT,
    dateFacture: xml.dateFacture && dateDoute ? doubted(xml.dateFacture, dateDoute) : xml.dateFacture,
    candidatsHT: mergeLus(montantHT ? [montantHT] : [], page.candidatsHT),
  }
}

function doubtSums({ ht, ttc, tva, devise }: FactureXml): string | null {
  if (devise !== null && devise !== 'EUR') return `Le montant est en ${devise}, pas en euros.`
  if (!ht || !ttc) return 'Le XML ne donne pas tous ses totaux.'
  const gap = ttc.centimes - ht.centimes - (tva ?? 0)
  return tva !== null && Math.abs(gap) > 2 ? 'Les totaux du XML ne s’additionnent pas.' : null
}

function doubtSale({ typeCode, avance, articles }: FactureXml, page: Lecture): string | null {
  if (typeCode === '386' || articles.some((name) => /\bacompte\b|\bavance\b|\bsolde\b/i.test(name)))
    return 'La facture semble porter sur une avance ou un solde, pas sur toute la prestation.'
  const segur = articles.filter((name) => /s[ée]gur/i.test(name) && !/hors/i.test(name)).length
  if ((segur > 0 && segur < articles.length) || articles.some((name) => /hors s[ée]gur/i.test(name)))
    return 'D’autres prestations semblent figurer sur la facture : seul le montant Ségur se déclare.'
  const told = page.montantHT?.doute ?? ''
  return avance === null || avance === 0 ? (/autres prestations|avance/i.test(told) ? told : null) : null
}

/** Where page and XML disagree, the XML's value stays and is no longer sure. */
function compare(xml: Lecture, page: Lecture): Lecture {
  if (!page.texteLisible) return { ...xml, candidatsDate: xml.dateFacture ? [xml.dateFacture] : [] }
  const date = clash(xml.dateFacture, page.dateFacture, page.dates, (jour) => jour)
  const ht = clash(xml.montantHT, page.montantHT, withSigns(page.montants), showMontant)
  const ttc = clash(xml.montantTTC, page.montantTTC, withSigns(page.montants), showMontant)
  const dateFacture = date ? doubtedOrNull(xml.dateFacture, tell(date)) : xml.dateFacture
  const montantHT = ht ? doubtedOrNull(xml.montantHT, tell(ht)) : xml.montantHT
  return {
    ...xml,
    dateFacture,
    candidatsDate: mergeLus(dateFacture ? [dateFacture] : [], page.candidatsDate),
    montantHT,
    candidatsHT: mergeLus(montantHT ? [montantHT] : [], page.candidatsHT),
    montantTTC: ttc ? doubtedOrNull(xml.montantTTC, tell(ttc)) : xml.montantTTC,
    desaccords: [
      ...(date ? [{ champ: 'dateFacture' as const, ...date }] : []),
      ...(ht ? [{ champ: 'montantHT' as const, ...ht }] : []),
      ...(ttc ? [{ champ: 'montantTTC' as const, ...ttc }] : []),
    ],
  }
}

const withSigns = (montants: readonly Centimes[]) =>
  montants.flatMap((montant) => [montant, toCentimes(0 - montant) ?? montant])
const tell = ({ xml, texte }: Omit<Desaccord, 'champ'>) =>
  `La page et le XML joint se contredisent : ${texte} et ${xml}.`

/** Whether the page is sure of another value, or shows values of that kind but never this one. */
function clash<T extends Jour | Centimes>(
  xml: Lu<T> | null,
  page: Lu<T> | null,
  shown: readonly T[],
  show: (valeur: T) => string,
): Omit<Desaccord, 'champ'> | null {
  if (!xml || !page || xml.valeur === page.valeur) return null
  return page.sure || !shown.includes(xml.valeur) ? { xml: show(xml.valeur), texte: show(page.valeur) } : null
}
