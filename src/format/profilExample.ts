import { bioSgl } from './profilBioSgl'
import type { Profil } from './profilType'

/** No profile of the programme: other names, another prefix, three types of pièces and other limits, for tests. */
export const profilExample = {
  ...bioSgl,
  couloir: 'RAD',
  logiciel: 'RIS',
  vagues: ['Vx2'],
  prefixeNumeroASP: 'FINRAD',
  typesFichier: ['FACTURE', 'VA', 'BL'],
  pieces: {
    ...bioSgl.pieces,
    BL: {
      nom: 'Bon de livraison',
      nomCourt: 'Bon de livraison',
      nomArticle: 'Le bon de livraison',
      manque: 'Bon de livraison manquant.',
      deposez: 'Déposez ici le bon de livraison',
      motif: /livraison/,
    },
  },
  demandesMax: 2,
  pieceTailleMax: 1024 * 1024,
  pieceTaillePrudente: 1_000_000,
} as const satisfies Profil
