import type { Finess } from '../dossier/finess'
import { showMontant } from '../dossier/montant'
import { isSiretKeyRight, parseSiret, type Siret } from '../dossier/siret'
import type { Jour } from '../format/jour'
import { toCentimes, type Centimes } from '../format/montant'
import { doubted, doubtedOrNull } from './doute'
import type { FactureXml } from './factureXml'
import type { Desaccord, Lecture, Lu, SiretLu } from './lecture'
import { linesOfTexts, readLignes } from './readTexte'
import { luInXml } from './voisins'

/** The XML's values, checked against the page's; `several` when the file holds more than one XML invoice. */
export function joinXml(facture: FactureXml, page: Lecture, several: boolean): Lecture {
  const notes = readLignes(linesOfTexts(facture.textes, 0))
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
    genre: avoir ? 'avoir' : facture.typeCode === '386' ? 'acompte' : 'facture',
    avoir,
    numeroFacture: facture.numero ?? page.numeroFacture,
    numerosFacture: facture.numero && page.numerosFacture.length < 2 ? [facture.numero] : page.numerosFacture,
    dateFacture: facture.date && luInXml(facture.date.jour, facture.date.imprime, null),
    montantHT: signed(facture.ht),
    montantTTC: signed(facture.ttc),
    devise: facture.devise ?? page.devise,
    sirets,
    siretFournisseur: sellerOf(sirets) ?? page.siretFournisseur,
    finess: mergeLus(notes.finess.map(inXml), page.finess).filter(({ valeur }) => !isSiren(facture, valeur)),
    numeroASP: mergeNumeroASP(notes.numeroASP && inXml(notes.numeroASP), page.numeroASP),
    numerosEditeur: [...new Set([...notes.numerosEditeur, ...page.numerosEditeur])],
    // Whatever the page is: the XML is read.
    texteLisible: true,
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
    : page.numerosFacture.length > 1
      ? 'La page porte plusieurs numéros de facture, le XML joint n’en décrit qu’une.'
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
