import type { Explications } from './explication'

/** Rules on the FINESS. */
export const beneficiaires = {
  beneficiairesManquants: {
    titre: 'Au moins un FINESS',
    pourquoi:
      'Le financement va à des sites : chacun est désigné par son FINESS géographique, qui figure sur l’attestation.',
  },
  beneficiaireFormat: {
    titre: 'FINESS bien formé',
    pourquoi:
      'Neuf chiffres, ou en Corse 2A ou 2B suivi de sept chiffres. Huit chiffres : un tableur a retiré le zéro de tête. Quatorze chiffres : c’est un SIRET.',
    faits: { valeur: '75071218' },
  },
  beneficiaireDouble: {
    titre: 'FINESS cité une seule fois dans la demande',
    pourquoi: 'Un site ne se compte qu’une fois ; le portail rejetterait la demande.',
    faits: { valeur: '750712184' },
  },
  beneficiaireCle: {
    titre: 'Clé de contrôle du FINESS',
    pourquoi:
      'Le dernier chiffre d’un FINESS se calcule à partir des autres. Ce n’est qu’une alerte : les numéros d’exemple du guide eux-mêmes ne tombent pas juste.',
    faits: { valeurs: ['999999991'] },
  },
  beneficiaireAilleurs: {
    titre: 'FINESS propre à une seule demande du dépôt',
    pourquoi: 'Un établissement n’est financé qu’une fois. Dans deux demandes, l’une sera refusée.',
    faits: { valeurs: ['750712184'], autres: { premieres: [2], nombre: 1 } },
  },
  beneficiaireDejaDepose: {
    titre: 'FINESS absent des dépôts précédents',
    pourquoi:
      'Ce site est dans un dépôt téléchargé auparavant sur ce poste. Si cette demande-là a été rejetée, lisez la réponse du portail sur l’accueil : l’alerte disparaît.',
    faits: { valeurs: ['750712184'], depot: 'JSON-1234567890-20230320-001.json' },
  },
  beneficiairesEnCours: {
    titre: 'Rien d’oublié dans le champ des FINESS',
    pourquoi: 'Un texte reste dans le champ sans avoir été ajouté à la liste : il ne sera pas écrit dans le fichier.',
    faits: { valeur: '75071' },
  },
} as const satisfies Partial<Explications>
