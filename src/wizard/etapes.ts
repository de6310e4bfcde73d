import { count } from '../format/mots'
import type { Bilan, EtatDemande } from '../dossier/checkDossier'
import { bloquantsOf, compteOf, compteOfBilan, compteOfDemandes, showCompte, type Compte } from '../dossier/compte'
import type { Dossier } from '../dossier/dossier'
import type { Route } from './route'

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

function etatOfCompte(compte: Compte): EtatEtape {
  const texte = showCompte(compte)
  if (texte === '') return { kind: 'prete', texte: 'complet' }
  // What is merely not filled in yet is no alarm.
  if (compte.erreurs > 0) return { kind: 'erreur', texte }
  return { kind: compte.manques > 0 ? 'plain' : 'alerte', texte }
}

/** State of each step, in words. */
export function etatOfEtape(etape: Etape, bilan: Bilan, verifies: Dossier['verifies']): EtatEtape {
  if (etape === 'entete') return etatOfCompte(compteOf(bilan.entete, verifies))
  if (etape === 'demandes') return etatOfCompte(compteOfDemandes(bilan, verifies))
  const whole = compteOfBilan(bilan, verifies)
  if (etape === 'controle') return etatOfCompte(whole)
  return { kind: 'plain', texte: bloquantsOf(whole) > 0 ? 'après correction' : 'possible' }
}

const kinds = { 'pas commencée': 'plain', incomplète: 'plain', 'à vérifier': 'alerte', prête: 'prete' } as const

/** A demande's state as its badge says it: its erreurs are counted where there are any. */
export function badgeOfDemande(etat: EtatDemande, compte: Compte): EtatEtape {
  if (compte.erreurs === 0) return { kind: kinds[etat], texte: etat }
  return { kind: 'erreur', texte: count(bloquantsOf(compte), 'erreur') }
}
