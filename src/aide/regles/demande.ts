import type { Explications } from './explication'

/** Rules on the numbers that name a demande. */
export const demande = {
  rejetPortail: {
    titre: 'Réponse du portail à une demande rejetée',
    pourquoi:
      'Le portail a rendu ce libellé. L’alerte se tait dès que le champ dont il parle change ; si la valeur était juste, cochez « Vérifié ».',
    faits: { libelle: 'Montant supérieur au bon de commande' },
  },
  numeroASPManquant: {
    titre: 'Numéro de dossier ASP renseigné',
    pourquoi:
      'C’est lui qui relie le solde à l’avance déjà payée. Il est sur la notification de l’avance et sur le portail.',
  },
  numeroASPLongueur: {
    titre: 'Numéro de dossier ASP de douze caractères',
    pourquoi: 'FINBIO et six chiffres, zéros compris : FINBIO6 s’écrit FINBIO000006.',
    faits: { longueur: 7 },
  },
  numeroASPPrefixe: {
    titre: 'Numéro de dossier ASP du couloir Biologie',
    pourquoi:
      'FINBIO est le préfixe de la biologie médicale. Un autre préfixe est celui d’un autre couloir (radiologie, hôpital…) : sa demande va dans un autre fichier, préparé autrement.',
  },
  numeroASPChiffres: {
    titre: 'Numéro de dossier ASP terminé par six chiffres',
    pourquoi: 'Une lettre parmi les six derniers caractères est d’ordinaire une faute de frappe : O pour 0, I pour 1.',
  },
  numeroASPDouble: {
    titre: 'Numéro de dossier ASP cité une seule fois',
    pourquoi:
      'Une avance se solde d’ordinaire par une seule demande. Si l’ASP vous a dit d’en faire plusieurs, cochez « Vérifié ».',
    faits: { autres: { premieres: [2], nombre: 1 } },
  },
  numeroEditeurManquant: {
    titre: 'Numéro éditeur renseigné',
    pourquoi:
      'C’est votre propre numéro pour cette demande, celui que portait déjà le fichier de l’avance. L’outil ne l’invente jamais : l’ASP compare les deux.',
  },
  numeroEditeurLongueur: {
    titre: 'Numéro éditeur de cinq caractères',
    pourquoi: 'Le guide impose cinq caractères. Un tableur retire les zéros de tête : 1 était sans doute 00001.',
    faits: { longueur: 1 },
  },
  numeroEditeurCaracteres: {
    titre: 'Numéro éditeur utilisable dans un nom de fichier',
    pourquoi: 'Le nom de chaque pièce le porte : un espace ou une barre rendrait ce nom invalide.',
  },
  numeroEditeurDouble: {
    titre: 'Numéro éditeur propre à chaque demande',
    pourquoi:
      'Deux demandes de même numéro donneraient deux pièces du même nom, et le portail ne saurait plus laquelle est à qui.',
    faits: { autres: { premieres: [2], nombre: 1 } },
  },
  numeroEditeurSignes: {
    titre: 'Numéro éditeur de lettres et de chiffres',
    pourquoi: 'Un tiret ou un point est permis, mais rare : comparez avec le fichier de l’avance.',
  },
  nomFichierLongueur: {
    titre: 'Nom de pièce de 49 caractères au plus',
    pourquoi: 'Le guide limite le nom des pièces. Il dépend du numéro éditeur, seule partie que vous choisissez.',
    faits: { nom: 'BIO-SGL-Val-FACTURE-00001.pdf', longueur: 50 },
  },
} as const satisfies Partial<Explications>
