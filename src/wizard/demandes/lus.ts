import type { Saisie } from '../../dossier/dossier'
import { parseFiness } from '../../dossier/finess'
import { parseJour } from '../../dossier/jour'
import { centimesOf, showEuros, showMontant } from '../../dossier/montant'
import { settleNumeroASP } from '../../dossier/numeros'
import type { Cadre, Lecture, Lu } from '../../lecture/lecture'
import type { ChampRepris } from '../../travail/demandes'

/** What each field's value is called. */
const noms: Readonly<Record<ChampRepris, string>> = {
  numeroASP: 'le dossier',
  dateFacture: 'la date',
  montantSegurHTFacture: 'le montant',
  beneficiaires: 'le FINESS',
}

/** A value as it stands on a page, the field that it is for, and what to call it. */
export interface LuSurPage {
  cadre: Cadre
  champ: ChampRepris | null
  /** As the form holds it. */
  valeur: string
  /** «le montant 27 450,00 €». */
  texte: string
}

interface Valeur extends Omit<LuSurPage, 'cadre'> {
  lu: Lu<unknown>
}

/** All that was read: the amount first, for it is what is looked for. */
function valeursOf(lecture: Lecture): Valeur[] {
  const montants = lecture.montantHT ? [lecture.montantHT] : lecture.candidatsHT
  const jours = lecture.dateFacture ? [lecture.dateFacture] : lecture.candidatsDate
  const { numeroASP, siretFournisseur, finess } = lecture
  return [
    ...montants.map((lu) => ({
      ...named('montantSegurHTFacture', showEuros(lu.valeur)),
      lu,
      valeur: showMontant(lu.valeur),
    })),
    ...jours.map((lu) => plain('dateFacture', lu)),
    ...(numeroASP ? [plain('numeroASP', numeroASP)] : []),
    ...finess.map((lu) => plain('beneficiaires', lu)),
    ...(siretFournisseur ? [{ lu: siretFournisseur, champ: null, valeur: '', texte: '' }] : []),
  ]
}

const named = (champ: ChampRepris, shown: string) => ({ champ, texte: `${noms[champ]} ${shown}` })

const plain = (champ: ChampRepris, lu: Lu<string>): Valeur => ({ ...named(champ, lu.valeur), lu, valeur: lu.valeur })

/** What was read on a page, each place once. */
export function lusSurPage(lecture: Lecture | null, page: number): LuSurPage[] {
  const found = new Map<string, LuSurPage>()
  for (const { lu, ...valeur } of lecture ? valeursOf(lecture) : []) {
    const { cadre } = lu
    const key = cadre ? `${cadre.x} ${cadre.y}` : ''
    if (cadre && lu.page === page && !found.has(key)) found.set(key, { ...valeur, cadre })
  }
  return [...found.values()]
}

/** The page to open a document at: where the amount was read, else the first that anything was read on. */
export const pageLue = (lecture: Lecture | null): number =>
  (lecture ? valeursOf(lecture) : []).find(({ lu }) => lu.page !== null && lu.cadre)?.lu.page ?? 1

/** Whether a field holds a value already, whatever its spelling. */
export function isHeld(saisie: Saisie, { champ, valeur }: Pick<LuSurPage, 'champ' | 'valeur'>): boolean {
  if (champ === null) return true
  if (champ === 'beneficiaires') return saisie.beneficiaires.some((typed) => parseFiness(typed) === valeur)
  if (champ === 'dateFacture') return parseJour(saisie.dateFacture) === valeur
  if (champ === 'numeroASP') return settleNumeroASP(saisie.numeroASP) === valeur
  // The sum of several amounts is not typed over by one.
  return saisie.montantsAdditionnes.length > 0 || centimesOf(saisie.montantSegurHTFacture) === centimesOf(valeur)
}
