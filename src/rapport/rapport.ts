import { count } from '../format/mots'
import { showEuros } from '../dossier/montant'
import { showMo, showOctets } from '../dossier/taille'
import { sumCentimes, toCentimes } from '../format/montant'
import { nomProfil, profil } from '../format/profil'
import { constatsOf, controlesOf } from './constats'
import { showInstant } from './dates'
import type { Rapport, Section } from './section'
import type { FichierTrace, Trace } from './trace'

/** What became of a deposit after its files were made. Dates are ISO. */
export interface Suite {
  telechargeLe: string
  deposeLe: string | null
  retour: { nomFichier: string; luLe: string; rejets: readonly number[] } | null
}

/** What is said of a check, and of what followed where that is known. */
export function rapportOf(trace: Trace, suite: Suite | null = null): Rapport {
  const { signe, verdict } = verdictOf(trace)
  return {
    titre: `Rapport de contrôle, dépôt du ${trace.dateDepot || '—'}`,
    verdict,
    signe,
    sections: [depotOf(trace, suite), fichiersOf(trace), demandesOf(trace), constatsOf(trace), controlesOf(trace)],
  }
}

function verdictOf({ constats }: Trace): Pick<Rapport, 'signe' | 'verdict'> {
  const erreurs = constats.filter(({ gravite }) => gravite === 'erreur').length
  const alertes = constats.filter(({ gravite }) => gravite === 'alerte')
  const ouvertes = alertes.filter(({ verifieLe }) => verifieLe === null).length
  const passees = alertes.filter(({ passeOutre }) => passeOutre !== null).length
  if (erreurs > 0)
    return { signe: '✕', verdict: `${count(erreurs, 'erreur')} : les fichiers ne peuvent pas être faits.` }
  const parts = [
    alertes.length === 0 ? 'Aucune alerte' : `${count(alertes.length, 'alerte')}, dont ${ouvertes} à vérifier`,
    ...(passees > 0 ? [count(passees, 'règle passée outre')] : []),
  ]
  return { signe: ouvertes === 0 && passees === 0 ? '✓' : '▲', verdict: `Aucune erreur. ${parts.join(', ')}.` }
}

function depotOf(trace: Trace, suite: Suite | null): Section {
  const { version, demandes } = trace
  const total = sumCentimes(demandes.flatMap(({ centimes }) => (centimes === null ? [] : (toCentimes(centimes) ?? []))))
  const facts: [string, string][] = [
    ['Numéro de référencement ANS', trace.numeroAns],
    ['SIRET', trace.SIRET],
    ['Date de dépôt', trace.dateDepot],
    ['Numéro de fichier', trace.numeroFichier],
    ['Demandes', String(demandes.length)],
    ['Montant Ségur HT, total', total === null ? '' : showEuros(total)],
    ['Contrôlé le', showInstant(trace.controleLe)],
    ['Contrôlé par', `Solde ${nomProfil} ${version.app}`],
    ['Règles', `${trace.regles.length} règles du guide de l’ASP du ${profil.guide}, empreinte ${version.regles}`],
    ...(suite ? suiteOf(suite) : []),
  ]
  return {
    titre: 'Dépôt',
    colonnes: [
      { colonne: 'objet', nom: 'Objet' },
      { colonne: 'resultat', nom: 'Valeur' },
    ],
    lignes: facts.map(([objet, resultat]) => ({ objet, resultat: resultat || '—' })),
    vide: '',
  }
}

const suiteOf = ({ telechargeLe, deposeLe, retour }: Suite): [string, string][] => [
  ['Téléchargé le', showInstant(telechargeLe)],
  ['Déposé sur le portail le', deposeLe === null ? 'pas encore noté' : showInstant(deposeLe).slice(0, 10)],
  [
    'Réponse du portail',
    retour === null ? 'pas encore lue' : `${retour.nomFichier}, lue le ${showInstant(retour.luLe)}`,
  ],
  ...(retour === null
    ? []
    : [
        [
          'Demandes rejetées',
          retour.rejets.length === 0 ? 'aucune' : retour.rejets.map((numLigne) => `n° ${numLigne}`).join(', '),
        ] as [string, string],
      ]),
]

const fichiersOf = ({ fichiers }: Trace): Section => ({
  titre: 'Fichiers',
  colonnes: [
    { colonne: 'objet', nom: 'Nom' },
    { colonne: 'detail', nom: 'Taille et origine' },
    { colonne: 'resultat', nom: 'SHA-256' },
  ],
  lignes: fichiers.map((fichier) => ({
    objet: fichier.nom,
    resultat: fichier.empreinte,
    detail: origineOf(fichier),
  })),
  vide: 'Aucun fichier.',
})

function origineOf({ taille, piece }: FichierTrace): string {
  const size = `${showMo(taille)} (${showOctets(taille)})`
  if (!piece) return size
  const lue = piece.lue ? 'texte lu et comparé' : 'texte non lu : rien n’a pu être comparé'
  return `${size} ; « ${piece.nomOriginal} » ; ${lue}`
}

const demandesOf = ({ demandes }: Trace): Section => ({
  titre: 'Demandes',
  colonnes: [
    { colonne: 'demande', nom: 'N°' },
    { colonne: 'objet', nom: 'Dossier ASP, numéro éditeur' },
    { colonne: 'le', nom: 'Facture du' },
    { colonne: 'resultat', nom: 'Montant HT' },
    { colonne: 'detail', nom: 'FINESS et pièces' },
  ],
  lignes: demandes.map(
    ({ numeroASP, numeroEditeur, libelleInterne, dateFacture, centimes, beneficiaires, pieces }, index) => {
      const montant = centimes === null ? null : toCentimes(centimes)
      return {
        demande: String(index + 1),
        objet: [numeroASP, numeroEditeur, libelleInterne].filter((part) => part !== '').join(' · ') || '—',
        le: dateFacture || '—',
        resultat: montant === null ? '—' : showEuros(montant),
        detail: `FINESS ${beneficiaires.join(', ') || '—'} ; pièces ${pieces.join(', ') || '—'}`,
      }
    },
  ),
  vide: 'Aucune demande.',
})
