import { showPieceMax } from '../../format/limites'
import type { Explications } from './explication'

/** Rules on the two documents of a demande. */
export const pieces = {
  pieceManquante: {
    titre: 'Facture et attestation de vérification d’aptitude jointes',
    pourquoi:
      'Chaque demande a sa facture et son attestation : celle-ci, signée par le client, prouve que le logiciel est installé et fonctionne sur ses sites. Plusieurs documents déposés ensemble sont réunis en un seul PDF.',
    faits: { type: 'FACTURE' },
  },
  pieceVide: {
    titre: 'Pièce qui n’est pas vide',
    pourquoi:
      'Un fichier de zéro octet vient d’une copie interrompue, ou d’un document encore « dans le nuage » et pas sur le poste.',
  },
  pieceFormat: {
    titre: 'Pièce au format PDF, PNG, JPG ou XML',
    pourquoi:
      'Le format est reconnu au contenu du fichier et non à son nom. Word, Excel ou un courriel : « Enregistrer sous… », PDF.',
    faits: { nature: 'un document Word' },
  },
  pieceMotDePasse: {
    titre: 'PDF qui s’ouvre sans mot de passe',
    pourquoi: 'Ouvrez-le avec son mot de passe, puis imprimez-le vers un PDF : la copie n’en a plus.',
  },
  pieceIllisible: {
    titre: 'Pièce qui s’ouvre',
    pourquoi:
      'Le fichier est coupé ou abîmé : l’instructeur ne verrait rien. Reprenez l’original, ou numérisez de nouveau.',
    faits: { formatFichier: 'PDF' },
  },
  pieceSansPage: {
    titre: 'PDF qui a au moins une page',
    pourquoi: 'Un PDF sans page s’ouvre, mais ne prouve rien.',
  },
  pieceTaille: {
    titre: `Pièce de ${showPieceMax()} au plus`,
    pourquoi:
      'Le portail refuse une pièce plus lourde. L’outil propose d’alléger les documents numérisés ; une facture sortie d’un logiciel pèse rarement plus de 300 ko.',
    faits: { taille: 4_200_000 },
  },
  pieceTailleProche: {
    titre: 'Pièce loin de la limite de taille',
    pourquoi: `Le guide dit ${showPieceMax()} sans préciser s’il compte 1 024 ou 1 000 octets par kilo-octet : entre les deux, le risque existe.`,
    faits: { taille: 3_050_000 },
  },
  pieceXml: {
    titre: 'Pièce d’un format que tout le guide admet',
    pourquoi:
      'Le tableau du guide admet le XML, sa règle de nommage l’oublie. Joignez plutôt le PDF de la même facture.',
  },
  pieceExtension: {
    titre: 'Nom et contenu de la pièce d’accord',
    pourquoi:
      'Le nom annonçait un autre format que le contenu. La pièce est renommée selon son contenu ; assurez-vous que c’est le bon document.',
    faits: { nom: 'facture.png', formatFichier: 'PDF' },
  },
  pieceRepare: {
    titre: 'PDF intact',
    pourquoi: 'Certains lecteurs réparent un PDF abîmé, d’autres le refusent : on ne sait pas lequel a l’instructeur.',
  },
  pieceOctetsAvant: {
    titre: 'PDF sans octets parasites',
    pourquoi: 'Des octets avant l’en-tête viennent souvent d’une messagerie ou d’un scanner mal réglé.',
  },
  pieceRestrictions: {
    titre: 'PDF sans restrictions',
    pourquoi: 'Un mot de passe de propriétaire interdit d’imprimer ou de copier : l’instruction peut en être gênée.',
  },
  pieceNonVerifiee: {
    titre: 'Pièce vérifiée jusqu’au bout',
    pourquoi: 'L’ouverture a duré trop longtemps pour en être sûr : regardez vous-même le document.',
  },
  pieceBlanche: {
    titre: 'Pages où quelque chose se voit',
    pourquoi:
      'Une feuille numérisée du mauvais côté, ou un PDF abîmé dont les pages s’affichent vides, ne prouve rien : la personne qui instruit la demande n’y verrait rien.',
  },
  pieceDouble: {
    titre: 'Documents tous différents',
    pourquoi:
      'Le même fichier, octet pour octet, est joint à deux endroits : l’un des deux n’est sans doute pas le bon.',
    faits: { ou: { premieres: ['à la demande n° 2 comme « Facture »'], nombre: 1 } },
  },
  pieceAutreType: {
    titre: 'Pièce à sa place',
    pourquoi:
      'Ce qui est lu dans le document le fait prendre pour l’autre pièce : les deux ont peut-être été inversées.',
    faits: { lu: 'VA' },
  },
  pieceAutreDocument: {
    titre: 'Document qui ressemble à la pièce attendue',
    pourquoi: 'Un devis, un bon de commande ou un relevé ne remplace ni la facture ni l’attestation.',
    faits: { raison: 'bon de commande' },
  },
  pieceNumeroASP: {
    titre: 'Numéro de dossier cité par la pièce',
    pourquoi:
      'Le document cite un autre dossier ASP que celui de la demande : il appartient peut-être à un autre client.',
    faits: { lu: 'FINBIO000007', typed: 'FINBIO000006' },
  },
  pieceZip: {
    titre: 'Un zip n’est pas une pièce',
    pourquoi:
      'Le zip du dépôt contient les pièces elles-mêmes : un zip dans ce zip serait refusé. Ouvrez-le ici, ses fichiers se rangent un par un.',
  },
  pieceLien: {
    titre: 'Un raccourci n’est pas le document',
    pourquoi:
      'Un raccourci ou un document en ligne ne contient qu’une adresse : l’instructeur n’y verrait rien. C’est le document lui-même, exporté en PDF, qu’il faut joindre.',
    faits: { nature: 'un raccourci Windows (.lnk)' },
  },
  pieceCourriel: {
    titre: 'Un courriel n’est pas la pièce',
    pourquoi: 'La facture ou l’attestation est dans sa pièce jointe : c’est elle que l’ASP attend, pas le message.',
    faits: { nature: 'un courriel (.eml)', joints: ['facture.pdf'] },
  },
  pieceEnveloppe: {
    titre: 'Une enveloppe signée n’est pas un PDF',
    pourquoi:
      'Un fichier .p7m enferme le document dans sa signature : le portail et l’instructeur ne l’ouvrent pas. Le document qu’il contient peut être joint.',
    faits: { nature: 'une enveloppe signée (.p7m)', joints: ['facture.pdf'] },
  },
  pieceXfa: {
    titre: 'Formulaire que seul Acrobat affiche',
    pourquoi:
      'Ce PDF ne contient qu’un formulaire XFA et une page « Please wait… » : partout ailleurs que dans Acrobat, rien ne se voit. L’imprimer en PDF en garde ce qu’il montre.',
  },
  piecePorteDocuments: {
    titre: 'Porte-documents PDF',
    pourquoi:
      'Ce PDF est une enveloppe autour d’autres fichiers : sa propre page ne montre souvent qu’un avertissement. Joignez le document qu’il contient.',
    faits: { joints: ['facture.pdf'] },
  },
} as const satisfies Partial<Explications>
