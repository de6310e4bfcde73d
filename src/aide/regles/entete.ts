import { showNumeroFichier, showNumerosFichier } from '../../format/limites'
import { profil } from '../../format/profil'
import type { Explications } from './explication'

/** Rules on the header and on the deposit as a whole. */
export const entete = {
  numeroAnsManquant: {
    titre: 'Numéro ANS renseigné',
    pourquoi:
      'Le portail rattache tout le fichier au logiciel par ce numéro, et le nom du JSON le porte. Il figure sur la notification de référencement de l’ANS.',
  },
  numeroAnsLongueur: {
    titre: 'Numéro ANS de dix caractères',
    pourquoi:
      'Le tableau du guide impose dix caractères ; son exemple de nom de fichier n’en montre que huit. Le tableau l’emporte. Si votre notification porte vraiment une autre longueur, passez outre en disant pourquoi.',
    faits: { longueur: 8 },
  },
  numeroAnsCaracteres: {
    titre: 'Numéro ANS utilisable dans un nom de fichier',
    pourquoi:
      'Le numéro entre dans le nom du JSON et du zip : un espace, un accent ou une barre rendrait ce nom invalide.',
  },
  numeroAnsChiffres: {
    titre: 'Numéro ANS fait de chiffres',
    pourquoi:
      'Les exemples du guide n’ont que des chiffres. Une lettre est souvent un O pris pour un zéro ou un l pris pour un 1.',
  },
  SIRETManquant: {
    titre: 'SIRET renseigné',
    pourquoi: 'L’ASP vérifie que le fichier vient bien du fournisseur enrôlé : c’est le SIRET de cet enrôlement.',
  },
  SIRETFormat: {
    titre: 'SIRET de quatorze chiffres',
    pourquoi:
      'Le SIRET est le SIREN (neuf chiffres) suivi du numéro de l’établissement (cinq chiffres). Les espaces que vous tapez sont retirés.',
    faits: { longueur: 9, chiffres: true },
  },
  SIRETCle: {
    titre: 'Clé de contrôle du SIRET',
    pourquoi:
      'Le dernier chiffre d’un SIRET se calcule à partir des autres : s’il ne tombe pas juste, un chiffre a sans doute été mal recopié. Ce n’est qu’une alerte, car quelques établissements font exception.',
  },
  dateDepotManquante: {
    titre: 'Date de dépôt renseignée',
    pourquoi: 'Elle entre dans le nom des deux fichiers.',
  },
  dateDepotInvalide: {
    titre: 'Date de dépôt qui existe',
    pourquoi: 'Elle s’écrit JJ/MM/AAAA ; 1/2/23 ou 2023-02-01 sont compris et réécrits ainsi.',
  },
  dateDepotAutreJour: {
    titre: 'Date de dépôt du jour',
    pourquoi:
      'Le nom du fichier doit porter le jour où vous le déposez sur le portail. Un brouillon repris le lendemain garde l’ancienne date : remettez-la au jour.',
    faits: { today: '20/03/2023' },
  },
  numeroFichierManquant: {
    titre: 'Numéro de fichier renseigné',
    pourquoi: 'Deux fichiers déposés le même jour se distinguent par ce numéro.',
  },
  numeroFichierInvalide: {
    titre: `Numéro de fichier de ${showNumerosFichier()}`,
    pourquoi: 'Il s’écrit toujours sur trois chiffres ; 1 devient 001.',
  },
  numerosFichierDepasses: {
    titre: `Plusieurs dépôts : numéros de fichier jusqu’à ${showNumeroFichier(profil.numeroFichierMax)}`,
    pourquoi:
      'Une longue liste fait plusieurs dépôts, dont les numéros se suivent à partir de celui de l’en-tête. Celui du dernier s’écrit lui aussi sur trois chiffres.',
    faits: { depots: 3, dernier: 1001 },
  },
  numeroFichierDejaUtilise: {
    titre: 'Numéro de fichier libre ce jour-là',
    pourquoi:
      'Un fichier de ce nom a été téléchargé sur ce poste. S’il a été déposé, le second doit porter le numéro suivant ; sinon, gardez le numéro. Quand la liste fait plusieurs dépôts, le numéro de chacun est comparé.',
    faits: { suivant: '002', numeros: [] },
  },
  lignesImportManquantes: {
    titre: 'Au moins une demande',
    pourquoi: 'Un fichier sans demande n’a rien à faire solder : le portail le rejette.',
  },
  lignesImportTrop: {
    titre: 'Plus de deux cents demandes : plusieurs dépôts',
    pourquoi:
      'Le portail limite le nombre de demandes par fichier. Le téléchargement répartit donc la liste en plusieurs dépôts, dans l’ordre, avec des numéros de fichier qui se suivent ; chacun se dépose avec son JSON et son zip.',
    faits: { nombre: 201 },
  },
  zipTaille: {
    titre: 'Pièces trop lourdes pour un seul zip : plusieurs dépôts',
    pourquoi:
      'Le portail refuse un zip trop lourd, et le guide ne dit pas s’il compte 1 024 ou 1 000 octets par kilo-octet : la lecture la plus stricte est suivie. Les documents numérisés en couleur pèsent le plus ; une numérisation en noir et blanc les divise souvent par dix.',
    faits: { taille: 230_000_000 },
  },
} as const satisfies Partial<Explications>
