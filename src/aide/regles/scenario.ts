import type { Explications } from './explication'

/** Rules on how the software sends its reports. */
export const scenario = {
  isDirectToDMPManquant: {
    titre: 'Envoi direct au DMP : réponse donnée',
    pourquoi: 'Aucune réponse n’est cochée d’avance : elle engage le fournisseur lors des contrôles.',
  },
  isDirectToMSSProManquant: {
    titre: 'Envoi direct par MSS Pro : réponse donnée',
    pourquoi:
      'Oui si le logiciel envoie lui-même les comptes rendus aux professionnels ; non si un autre outil s’en charge.',
  },
  isDirectToMSSCitoyenManquant: {
    titre: 'Envoi direct par MSS Citoyen : réponse donnée',
    pourquoi: 'Oui si le logiciel envoie lui-même les comptes rendus à la messagerie des patients (Mon espace santé).',
  },
  scenarioTroisNon: {
    titre: 'Au moins un envoi direct',
    pourquoi: 'Trois « Non » sont possibles à écrire, mais le financement suppose d’ordinaire un envoi au moins.',
  },
  identDMPManquant: {
    titre: 'Identifiant DMP donné quand l’envoi est direct',
    pourquoi:
      'L’ASP contrôle les envois par cet identifiant de structure. Le laboratoire ou la personne qui a installé le logiciel le connaît.',
  },
  identDMPLongueur: {
    titre: 'Identifiant DMP de 1 à 249 caractères',
    pourquoi: 'Au-delà, c’est sans doute tout un paragraphe qui a été collé.',
    faits: { longueur: 250 },
  },
  identDMPDouble: {
    titre: 'Identifiant DMP cité une seule fois',
    pourquoi: 'Le même identifiant deux fois n’apporte rien et peut faire rejeter la demande.',
    faits: { valeur: '1999999991' },
  },
  identDMPForme: {
    titre: 'Identifiant DMP seul, sans libellé',
    pourquoi:
      'Le portail prend n’importe quel texte. Un libellé collé avec l’identifiant serait donc écrit tel quel dans le fichier.',
    faits: { valeurs: ['DMP=1999999991'] },
  },
  identDMPEnCours: {
    titre: 'Rien d’oublié dans le champ des identifiants',
    pourquoi: 'Un texte reste dans le champ sans avoir été ajouté à la liste : il ne sera pas écrit dans le fichier.',
    faits: { valeur: '1999999991' },
  },
  adresseManquante: {
    titre: 'Adresse MSS donnée quand l’envoi est direct',
    pourquoi:
      'C’est la boîte depuis laquelle partent les comptes rendus, d’organisation ou applicative, et non celle d’une personne.',
  },
  adresseInvalide: {
    titre: 'Adresse MSS bien formée',
    pourquoi:
      'Une adresse a un nom, une arobase et un domaine : labo@exemple.mssante.fr. Le mailto: ou les chevrons d’un copier-coller n’en font pas partie.',
  },
  adresseLongueur: {
    titre: 'Adresse MSS de 149 caractères au plus',
    pourquoi: 'Le guide limite la longueur. Une seule adresse est attendue.',
    faits: { longueur: 150 },
  },
  adresseSignes: {
    titre: 'Adresse MSS sans signe inhabituel',
    pourquoi:
      'Un caractère invisible ou accentué vient souvent d’un copier-coller : le portail pourrait ne pas le reconnaître.',
    faits: { signes: ['é'] },
  },
  adressePatient: {
    titre: 'Adresse d’un laboratoire, et non d’un patient',
    pourquoi: 'Les boîtes des patients reçoivent ; on demande ici celle qui envoie.',
  },
  adresseHorsMSS: {
    titre: 'Adresse d’un domaine MSSanté',
    pourquoi: 'La plupart des boîtes sécurisées finissent par mssante.fr, mais pas toutes : ce n’est qu’une alerte.',
    faits: { domaine: 'apicrypt.org' },
  },
} as const satisfies Partial<Explications>
