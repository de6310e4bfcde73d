import type { Bilan, EtatDemande } from '../dossier/checkDossier'
import { compteOf, sumComptes, type Compte } from '../dossier/compte'
import type { Dossier } from '../dossier/dossier'
import type { Route } from './route'

export const count = (nombre: number, singular: string) => `${nombre} ${singular}${nombre > 1 ? 's' : ''}`

/** The four steps, in order: their screens, their names in the navigation and as headings. */
export const etapes = [
  { ecran: 'entete', nom: 'En-tête du fichier', titre: 'En-tête du fichier' },
  { ecran: 'demandes', nom: 'Demandes', titre: 'Demandes' },
  { ecran: 'controle', nom: 'Contrôle', titre: 'Contrôle' },
  { ecran: 'telechargement', nom: 'Téléchargement', titre: 'Téléchargement' },
] as const

export type Etape = (typeof etapes)[number]['ecran']

/** The step a screen belongs to; null where it is about no deposit at work. */
export function etapeOf(ecran: Route['ecran']): Etape | null {
  if (ecran === 'accueil' || ecran === 'retour' || ecran === 'aide') return null
  if (ecran === 'rapport') return 'controle'
  return ecran === 'demande' ? 'demandes' : ecran
}

/** State of a step in words, and the kind it is shown as. */
export interface EtatEtape {
  kind: 'erreur' | 'alerte' | 'prete' | 'plain'
  texte: string
}

const summary = ({ erreurs, alertes }: Compte): EtatEtape | null => {
  const parts = [erreurs > 0 && count(erreurs, 'erreur'), alertes > 0 && count(alertes, 'alerte')].filter(Boolean)
  if (parts.length === 0) return null
  return { kind: erreurs > 0 ? 'erreur' : 'alerte', texte: parts.join(', ') }
}

const toFill: EtatEtape = { kind: 'plain', texte: 'à compléter' }

// Real erreurs first, then what is not filled in yet, then the alertes still to be looked at.
function etatOfCompte(compte: Compte): EtatEtape {
  const found = summary(compte)
  if (found?.kind === 'erreur') return found
  return compte.manques > 0 ? toFill : (found ?? { kind: 'prete', texte: 'complet' })
}

// Remembered by the bilan: three steps ask for the same sum of hundreds.
const summed = new WeakMap<Bilan, { verifies: Dossier['verifies']; compte: Compte }>()

/** Counts of the demandes and of the deposit as a whole. */
function compteOfDemandes(bilan: Bilan, verifies: Dossier['verifies']): Compte {
  const known = summed.get(bilan)
  if (known?.verifies === verifies) return known.compte
  const compte = sumComptes([bilan.depot, ...bilan.demandes.values()].map((constats) => compteOf(constats, verifies)))
  summed.set(bilan, { verifies, compte })
  return compte
}

/** Counts of the whole dossier. */
export const compteOfBilan = (bilan: Bilan, verifies: Dossier['verifies']) =>
  sumComptes([compteOf(bilan.entete, verifies), compteOfDemandes(bilan, verifies)])

/** State of each step, in words. */
export function etatOfEtape(etape: Etape, bilan: Bilan, verifies: Dossier['verifies']): EtatEtape {
  if (etape === 'entete') return etatOfCompte(compteOf(bilan.entete, verifies))
  if (etape === 'demandes') return etatOfCompte(compteOfDemandes(bilan, verifies))
  const whole = compteOfBilan(bilan, verifies)
  if (etape === 'controle') return etatOfCompte(whole)
  return { kind: 'plain', texte: whole.erreurs + whole.manques > 0 ? 'après correction' : 'possible' }
}

const kinds = { 'pas commencée': 'plain', incomplète: 'plain', 'à vérifier': 'alerte', prête: 'prete' } as const

/** A demande's state as its badge says it: its erreurs are counted where there are any. */
export function badgeOfDemande(etat: EtatDemande, { erreurs }: Compte): EtatEtape {
  return erreurs > 0 ? { kind: 'erreur', texte: count(erreurs, 'erreur') } : { kind: kinds[etat], texte: etat }
}
