import { domaineOf } from '../format/adresse'
import { fitsFileName, lengthOf } from '../format/names'
import { profil, type Vague } from '../format/profil'
import { cleanValeur } from '../format/texte'
import { settleAdresse } from './adresse'
import type { Saisie } from './dossier'
import { parseFiness } from './finess'
import type { Params } from './issues'
import { parseJour } from './jour'
import { centimesOf, parseMontant } from './montant'
import { settleNumeroASP, settleNumeroFichier } from './numeros'
import type { FaitsDe, NomRegle } from './regles'
import { compactSiret, parseSiret } from './siret'
import { array, boolean, custom, nullable, object, string, superRefine } from './zod'

type Context = {
  addIssue: (issue: { code: 'custom'; message: NomRegle; params: object; path?: (string | number)[] }) => void
}

/** Reports that a rule of `regles.ts` is broken; the issue carries its name and its facts, the words come of these. */
function signal<Nom extends NomRegle>(context: Context, nom: Nom, faits: FaitsDe<Nom>, path?: (string | number)[]) {
  const params: Params<Nom> = { regle: nom, faits }
  context.addIssue({ code: 'custom', message: nom, params, ...(path && { path }) })
}

const { longueurs } = profil
const text = (check: (typed: string, context: Context) => void) =>
  string().check(superRefine((typed, context) => check(cleanValeur(typed), context)))

const numeroAns = text((typed, context) => {
  if (typed === '') return signal(context, 'numeroAnsManquant', undefined)
  const longueur = lengthOf(typed)
  if (longueur !== longueurs.numeroAns) signal(context, 'numeroAnsLongueur', { longueur })
  else if (!fitsFileName(typed)) signal(context, 'numeroAnsCaracteres', undefined)
})

const SIRET = text((typed, context) => {
  if (typed === '') return signal(context, 'SIRETManquant', undefined)
  const compact = compactSiret(typed)
  if (!parseSiret(typed))
    signal(context, 'SIRETFormat', { longueur: lengthOf(compact), chiffres: /^\d+$/.test(compact) })
})

const dateDepot = text((typed, context) => {
  if (typed === '') signal(context, 'dateDepotManquante', undefined)
  else if (!parseJour(typed)) signal(context, 'dateDepotInvalide', undefined)
})

const numeroFichier = text((typed, context) => {
  if (typed === '') return signal(context, 'numeroFichierManquant', undefined)
  const numero = settleNumeroFichier(typed)
  if (!/^\d{3}$/.test(numero) || numero === '000') signal(context, 'numeroFichierInvalide', undefined)
})

/** What makes the header wrong. guide §3.2, guide §3.3 */
export const enteteSchema = object({
  numeroAns,
  SIRET,
  dateDepot,
  numeroFichier,
  vague: custom<Vague>((vague) => profil.vagues.some((known) => known === vague)),
})

const numeroASP = text((typed, context) => {
  if (typed === '') return signal(context, 'numeroASPManquant', undefined)
  const numero = settleNumeroASP(typed)
  const longueur = lengthOf(numero)
  if (!numero.startsWith(profil.prefixeNumeroASP)) signal(context, 'numeroASPPrefixe', undefined)
  else if (longueur !== longueurs.numeroASP) signal(context, 'numeroASPLongueur', { longueur })
})

const numeroEditeur = text((typed, context) => {
  if (typed === '') return signal(context, 'numeroEditeurManquant', undefined)
  const longueur = lengthOf(typed)
  if (longueur !== longueurs.numeroEditeur) signal(context, 'numeroEditeurLongueur', { longueur })
  else if (!fitsFileName(typed)) signal(context, 'numeroEditeurCaracteres', undefined)
})

const dateFacture = text((typed, context) => {
  if (typed === '') signal(context, 'dateFactureManquante', undefined)
  else if (!parseJour(typed)) signal(context, 'dateFactureInvalide', undefined)
})

const montantSegurHTFacture = text((typed, context) => {
  const saisi = parseMontant(typed)
  if (saisi.kind === 'vide') signal(context, 'montantManquant', undefined)
  else if (saisi.kind === 'illisible') signal(context, 'montantIllisible', undefined)
  else if (saisi.kind === 'decimales') signal(context, 'montantDecimales', undefined)
  else if (saisi.kind === 'ambigu') signal(context, 'montantAmbigu', { lectures: saisi.lectures })
  else if (saisi.centimes <= 0) signal(context, 'montantNul', undefined)
})

const checkBeneficiaires = (list: string[], context: Context) => {
  if (list.length === 0) return signal(context, 'beneficiairesManquants', undefined)
  const seen = new Set<string>()
  list.forEach((valeur, rang) => {
    const finess = parseFiness(valeur)
    if (!finess) signal(context, 'beneficiaireFormat', { valeur }, [rang])
    else if (seen.has(finess)) signal(context, 'beneficiaireDouble', { valeur: finess }, [rang])
    else seen.add(finess)
  })
}

function checkIdentDMP({ isDirectToDMP, identDMP }: Saisie, context: Context) {
  if (isDirectToDMP !== true) return
  if (identDMP.length === 0) return signal(context, 'identDMPManquant', undefined, ['identDMP'])
  const seen = new Set<string>()
  identDMP.forEach((typed, rang) => {
    const valeur = cleanValeur(typed)
    const longueur = lengthOf(valeur)
    if (longueur === 0 || longueur > longueurs.identDMPMax)
      signal(context, 'identDMPLongueur', { longueur }, ['identDMP', rang])
    else if (seen.has(valeur)) signal(context, 'identDMPDouble', { valeur }, ['identDMP', rang])
    else seen.add(valeur)
  })
}

function checkAdresse(saisie: Saisie, suffix: 'MSSPro' | 'MSSCitoyen', context: Context) {
  if (saisie[`isDirectTo${suffix}`] !== true) return
  const path = [`adresseBoite${suffix}`]
  const adresse = settleAdresse(saisie[`adresseBoite${suffix}`])
  const longueur = lengthOf(adresse)
  if (adresse === '') signal(context, 'adresseManquante', undefined, path)
  else if (longueur > longueurs.adresseMax) signal(context, 'adresseLongueur', { longueur }, path)
  else if (!domaineOf(adresse)) signal(context, 'adresseInvalide', undefined, path)
}

function checkCommande({ montantSegurHTFacture, montantCommande }: Saisie, context: Context) {
  const montant = centimesOf(montantSegurHTFacture)
  const commande = centimesOf(montantCommande)
  if (montant !== null && commande !== null && montant > commande)
    signal(context, 'montantSuperieurCommande', { commande }, ['montantSegurHTFacture'])
}

const answer = (nom: 'isDirectToDMPManquant' | 'isDirectToMSSProManquant' | 'isDirectToMSSCitoyenManquant') =>
  nullable(boolean()).check(
    superRefine((typed, context) => {
      if (typed === null) signal(context, nom, undefined)
    }),
  )

/** What makes the typed part of one demande wrong, between its fields too. guide §3.2 */
export const saisieSchema = object({
  numeroASP,
  numeroEditeur,
  libelleInterne: string(),
  dateFacture,
  montantSegurHTFacture,
  montantsAdditionnes: array(string()),
  montantCommande: string(),
  beneficiaires: array(string()).check(superRefine(checkBeneficiaires)),
  beneficiairesEnCours: string(),
  isDirectToDMP: answer('isDirectToDMPManquant'),
  identDMP: array(string()),
  identDMPEnCours: string(),
  isDirectToMSSPro: answer('isDirectToMSSProManquant'),
  adresseBoiteMSSPro: string(),
  isDirectToMSSCitoyen: answer('isDirectToMSSCitoyenManquant'),
  adresseBoiteMSSCitoyen: string(),
}).check(
  superRefine((saisie, context) => {
    checkCommande(saisie, context)
    checkIdentDMP(saisie, context)
    checkAdresse(saisie, 'MSSPro', context)
    checkAdresse(saisie, 'MSSCitoyen', context)
  }),
)
