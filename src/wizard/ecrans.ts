import { lazy } from 'react'
import { fetched } from '../ui/fetched'
import { travail } from './poste/travail'
import type { Route } from './route'

// The first screen needs none of them: each is fetched once that screen stands, before the clerk gets there.

/** A part of what shows a draft: its code runs once what judges the dossier is here. */
const ofDraft =
  <Part>(load: () => Promise<Part>) =>
  async () => {
    await travail.fetchJudging()
    return load()
  }

const etapes = fetched(ofDraft(async () => (await import('./cadre/Etapes')).Etapes))
const entete = fetched(ofDraft(async () => (await import('./entete/Entete')).Entete))
const liste = fetched(ofDraft(async () => (await import('./demandes/liste/ListeDemandes')).ListeDemandes))
const demande = fetched(ofDraft(async () => (await import('./demandes/PageDemande')).PageDemande))
const controle = fetched(ofDraft(async () => (await import('./controle/Controle')).Controle))
const telechargement = fetched(ofDraft(async () => (await import('./telechargement/Telechargement')).Telechargement))
const rapportCourant = fetched(ofDraft(async () => (await import('./rapport/Rapport')).RapportCourant))

export const Etapes = etapes.Fetched
export const Entete = entete.Fetched
export const ListeDemandes = liste.Fetched
export const PageDemande = demande.Fetched
export const Controle = controle.Fetched
export const Telechargement = telechargement.Fetched
export const RapportCourant = rapportCourant.Fetched
export const RapportDepot = lazy(() =>
  import('./rapport/Rapport').then(({ RapportDepot }) => ({ default: RapportDepot })),
)
export const Aide = lazy(() => import('./aide/Aide').then(({ Aide }) => ({ default: Aide })))
export const Retour = lazy(() => import('./historique/Retour').then(({ Retour }) => ({ default: Retour })))

const steps = { entete, demandes: liste, demande, controle, telechargement, rapport: rapportCourant } as const

/** Fetches what shows that screen of a draft, so that it stands at once. */
export async function fetchEcran(ecran: Route['ecran']) {
  if (ecran in steps) await Promise.all([etapes.fetch(), steps[ecran as keyof typeof steps].fetch()])
}

/** Fetches the steps of a deposit, one after the other. */
export async function fetchEtapes() {
  for (const { fetch } of [etapes, entete, liste, demande, controle, telechargement]) await fetch()
}
