import type { Profil } from './profilType'

/**
 * Medical biology, laboratory systems, first wave: when the ASP changes a name, a length or a limit in mid-campaign, the
 * change is one line here.
 */
export const bioSgl = {
  guide: '10/11/2023',
  couloir: 'BIO',
  logiciel: 'SGL',
  /** The wave as guide §3.3 prints it, then as the ANS writes it: the scanned guide may have taken a 1 for an l. */
  vagues: ['Val', 'Va1'],
  prefixeNumeroASP: 'FINBIO',
  typeAction: 'C',
  typesFichier: ['FACTURE', 'VA'],
  pieces: {
    FACTURE: {
      nom: 'Facture',
      nomCourt: 'Facture',
      nomArticle: 'La facture',
      manque: 'Facture manquante.',
      deposez: 'Déposez ici la facture de la prestation Ségur',
      motif: /factur|invoice/,
    },
    VA: {
      nom: 'Attestation de vérification d’aptitude',
      nomCourt: 'Attestation (VA)',
      nomArticle: 'L’attestation',
      manque: 'Attestation de vérification d’aptitude manquante.',
      deposez: 'Déposez ici l’attestation',
      motif: /(?:^|[^a-z])(?:va|pv)(?:[^a-z]|$)|attestation|aptitude|proces.?verbal/,
    },
  },
  extensions: { PDF: 'pdf', PNG: 'png', JPG: 'jpg', XML: 'xml' },
  longueurs: {
    numeroAns: 10,
    SIRET: 14,
    numeroASP: 12,
    numeroEditeur: 5,
    FINESS: 9,
    /** «VARCHAR (<50)»: at most 49. */
    nomFichierMax: 49,
    identDMPMax: 249,
    adresseMax: 149,
  },
  demandesMax: 200,
  numeroFichierMax: 999,
  /** «3 Mo», read as 3 × 1024²; over the decimal reading it is only an alerte. */
  pieceTailleMax: 3 * 1024 * 1024,
  pieceTaillePrudente: 3_000_000,
  zipTailleMax: 200 * 1024 * 1024,
  zipTaillePrudente: 200_000_000,
  /** Highest published SGL package, in cents. */
  montantPlafond: 38_565_00,
  /** First day of the programme: no invoice can be older. */
  debutProgramme: '01/01/2021',
  domaineMSS: 'mssante.fr',
  domainePatient: 'patient.mssante.fr',
} as const satisfies Profil
