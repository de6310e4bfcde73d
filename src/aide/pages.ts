import { showMo } from '../dossier/taille'
import { showChiffresASP } from '../format/limites'
import { exempleNumeroASP, nomProfil, profil } from '../format/profil'
import { etapes, image, liste, mots, texte, type Page } from './bloc'

const pieceMax = showMo(profil.pieceTailleMax)
const zipMax = showMo(profil.zipTailleMax)

/** The guide, page after page, without the rules: those are listed from `regles`. */
export const pages: readonly Page[] = [
  {
    ancre: 'en-bref',
    titre: 'En bref',
    blocs: [
      texte(
        `Cet outil prépare les deux fichiers qu’attend le portail de l’ASP pour une demande de solde ${nomProfil} : un JSON et un zip de pièces justificatives. Il contrôle ce que vous saisissez d’après le guide technique de l’ASP (${profil.guide}) ; le signe § y renvoie.`,
      ),
      image(
        'parcours',
        'Le parcours : l’ASP paie l’avance de 30 % ; vous livrez la prestation et réunissez facture et attestation ; vous préparez ici le JSON et le zip ; vous les déposez sur le portail ; l’ASP contrôle le format, puis instruit chaque demande et paie le solde.',
      ),
      etapes(
        'En-tête : le numéro ANS, le SIRET et la date de dépôt. Les noms des fichiers en découlent.',
        'Demandes : pour chacune, deux numéros, la facture, les FINESS, deux pièces et trois réponses.',
        'Contrôle : tout ce qui bloquerait, puis tout ce qu’une personne regarderait.',
        'Téléchargement : le JSON et le zip, relus avant de vous être remis. Vous les déposez vous-même.',
      ),
    ],
  },
  {
    ancre: 'ce-qu-il-me-faut',
    titre: 'Ce qu’il me faut avant de commencer',
    blocs: [
      liste(
        'La notification de référencement de l’ANS : elle donne le numéro de référencement du logiciel.',
        'Le SIRET avec lequel votre société s’est enrôlée sur le portail.',
        `Pour chaque demande, le numéro de dossier ASP de l’avance (${profil.prefixeNumeroASP} et ${showChiffresASP()} chiffres). L’avance doit avoir le statut « payée ».`,
        'Pour chaque demande, le numéro éditeur que vous aviez donné lors de l’avance : le même, à l’identique.',
        'La facture de la prestation Ségur et l’attestation de vérification d’aptitude, en PDF de préférence.',
        'Les FINESS géographiques des sites équipés. Ils figurent sur l’attestation.',
        'Auprès du laboratoire : si le logiciel envoie lui-même au DMP, par MSS Pro, par MSS Citoyen ; l’identifiant DMP et les adresses de boîte qui vont avec.',
      ),
      texte(
        'Si vous avez gardé le fichier JSON de l’avance, ouvrez-le sur l’accueil : numéros, FINESS et montant du bon de commande sont repris.',
      ),
    ],
  },
  {
    ancre: 'remplir',
    titre: 'Remplir une demande',
    blocs: [
      image(
        'ecran',
        'La page d’une demande : à gauche les étapes, au milieu les champs en cinq cadres, à droite la facture jointe, que l’on lit en recopiant.',
      ),
      liste(
        'Un champ est jugé quand vous le quittez, puis à chaque touche jusqu’à ce qu’il soit juste. Un champ vide ne dit rien avant le contrôle.',
        'Une erreur (✕) empêche le téléchargement : le portail refuserait le fichier ou la demande.',
        'Une alerte (▲) n’empêche rien : c’est possible, mais rare. Regardez, puis cochez « Vérifié » au contrôle. Si la valeur change, l’alerte revient.',
        'Le montant est le hors taxe de la seule prestation Ségur. « Additionner plusieurs factures » fait la somme ; les documents d’un même type sont réunis en un PDF.',
        'La facture jointe est lue sur place : l’outil propose la date, le montant et les FINESS qu’il y trouve, et compare avec ce que vous avez écrit. Il ne remplace rien sans vous.',
        'Les pièces sont renommées comme le guide le demande, et suivent le numéro éditeur.',
      ),
    ],
  },
  {
    ancre: 'deposer',
    titre: 'Déposer sur le portail',
    blocs: [
      etapes(
        'Téléchargez le JSON, puis le zip. Si le navigateur a ajouté « (1) » au nom, renommez le fichier : le portail refuse tout autre nom.',
        'Essayez le JSON dans le simulateur de dépôt du portail, s’il est ouvert.',
        'Sur le portail, choisissez une demande de solde, recopiez le numéro ANS et le numéro de dossier ASP que la page Téléchargement vous donne, joignez les deux fichiers.',
        'Notez ici le jour du dépôt : sur l’accueil, « Déposé le… ».',
        'Gardez le rapport de contrôle avec le dossier : il dit ce qui a été vérifié, quand et avec quelles règles, et donne l’empreinte de chaque fichier.',
      ),
      texte(
        `Limites d’un fichier : ${profil.demandesMax} demandes, un zip de ${zipMax}, des pièces de ${pieceMax}. Au-delà, faites un second dépôt avec le numéro de fichier suivant.`,
      ),
    ],
  },
  {
    ancre: 'portail-a-rejete',
    titre: 'Le portail a rejeté une demande',
    blocs: [
      texte(
        'Le portail contrôle d’abord la structure du fichier : s’il la refuse, tout le fichier est rejeté. Puis il contrôle chaque demande et s’arrête à la première erreur de chacune. Il vous rend le même JSON, avec un code et un libellé par demande.',
      ),
      etapes(
        'Ouvrez sur l’accueil le JSON que le portail a rendu. Chaque demande y est dite acceptée ou rejetée, avec le libellé du portail.',
        'Choisissez de corriger les demandes rejetées : un nouveau dépôt est préparé, avec elles seules et le numéro de fichier suivant.',
        'Corrigez le champ que le libellé désigne. L’alerte « Rejetée par le portail » se tait quand il change.',
        'Contrôlez, téléchargez, déposez de nouveau. Une demande rejetée à ce stade n’a pas été enregistrée : elle peut être renvoyée.',
      ),
      texte(
        'Un refus à l’instruction est autre chose : une personne a comparé la demande et ses pièces. L’ASP notifie le refus et demande le remboursement de l’avance. C’est pour l’éviter que l’outil compare le montant et la date avec la facture.',
      ),
    ],
  },
  {
    ancre: 'mots',
    titre: 'Les mots du dossier',
    blocs: [
      mots(
        [
          'Numéro de dossier ASP',
          `Le numéro que l’ASP a donné à votre demande d’avance : ${profil.prefixeNumeroASP} suivi de ${showChiffresASP()} chiffres, par exemple ${exempleNumeroASP}.`,
        ],
        [
          'Numéro éditeur',
          'Votre propre numéro pour une demande, de cinq caractères, choisi par vous lors de l’avance et repris tel quel pour le solde.',
        ],
        [
          'Numéro de référencement ANS',
          'Le numéro que l’Agence du numérique en santé a donné à votre logiciel : dix caractères.',
        ],
        [
          'FINESS géographique',
          'Le numéro d’un site, d’un lieu : neuf chiffres (en Corse, 2A ou 2B et sept chiffres). C’est lui qu’on saisit ici, un par site équipé.',
        ],
        [
          'FINESS juridique',
          'Le numéro de la société ou de l’organisme qui possède les sites. Il ressemble au précédent, mais ne se saisit pas ici.',
        ],
        [
          'VA, vérification d’aptitude',
          'Le constat, signé par le client, que le logiciel installé fonctionne. L’attestation de VA est la seconde pièce de chaque demande.',
        ],
        [
          'DMP, dossier médical partagé',
          'Le carnet de santé numérique du patient, dans Mon espace santé. « Envoi direct » : le logiciel y dépose lui-même les comptes rendus.',
        ],
        [
          'Identifiant de connexion DMP',
          'L’identifiant de structure (Struct_IdNat) sous lequel le logiciel se présente au DMP.',
        ],
        [
          'MSS, messagerie sécurisée de santé',
          'Le courrier électronique des professionnels de santé. MSS Pro : vers les professionnels. MSS Citoyen : vers la messagerie du patient.',
        ],
        ['SGL', 'Système de gestion de laboratoire : le logiciel financé.'],
        [
          'Avance et solde',
          'L’avance est de 30 % du montant commandé. Le solde est demandé une fois la prestation faite, sur le montant facturé.',
        ],
        ['ASP', 'Agence de services et de paiement : elle tient le portail, contrôle et paie.'],
        [
          'Empreinte SHA-256',
          'Une suite de 64 signes calculée sur un fichier. Deux fichiers de même empreinte sont identiques : elle prouve, plus tard, que rien n’a changé.',
        ],
      ),
    ],
  },
  {
    ancre: 'passer-outre',
    titre: 'Passer outre une règle',
    blocs: [
      texte(
        'Certaines erreurs portent sur une valeur que le guide refuse, mais que vous savez juste : l’ASP vous l’a confirmé par écrit, par exemple. Au contrôle, « Passer outre cette règle » demande pourquoi ; la valeur est alors écrite telle quelle, et le portail peut la refuser. La raison reste au bordereau, dans l’historique et dans le rapport.',
      ),
    ],
  },
  {
    ancre: 'nombreuses',
    titre: 'Des dizaines de demandes',
    blocs: [
      liste(
        'La liste se filtre par un texte (nom, numéros, FINESS, fichier ; #12 pour la demande n° 12), par erreurs ou par alertes, et se range autrement. Ce n’est qu’une façon de la regarder : ni les numéros ni le fichier ne changent.',
        'Cochez des demandes une par une, par plage avec Maj, ou toutes celles qui sont montrées. Une demande cochée le reste quand un filtre la masque : le nombre des masquées est dit.',
        '« Modifier » leur donne la même date de facture, les mêmes réponses, les mêmes adresses ou identifiants ; ce qui serait remplacé est dit avant. « Annuler » rend tout d’un coup.',
        '« Déplacer » les met au début, à la fin ou avant une demande, toujours dans l’ordre du fichier. Sous un filtre, ↑ et ↓ passent la demande voisine à l’écran ; ils attendent tant que la liste est rangée autrement.',
        'À gauche, « Chercher une demande » réduit la liste ; celle que vous remplissez y reste.',
      ),
    ],
  },
  {
    ancre: 'clavier',
    titre: 'Au clavier',
    blocs: [
      liste(
        'Tab passe d’un champ à l’autre, Maj+Tab revient.',
        'Espace choisit une réponse ; les flèches passent de Oui à Non.',
        'Entrée ajoute un FINESS ou un identifiant à sa liste. Une colonne de tableur se colle d’un coup.',
        'Échap ferme une boîte de dialogue ou une saisie commencée dans une liste.',
        'Sur la page d’une demande, Alt+↑ va à la demande précédente et Alt+↓ à la suivante.',
        'Dans la liste des demandes, les flèches vont de l’une à l’autre ; avec Maj, elles sélectionnent en chemin. Ctrl+A sélectionne tout ce qui est montré.',
        'Le premier Tab de chaque page propose « Aller au contenu ».',
      ),
    ],
  },
  {
    ancre: 'donnees',
    titre: 'Où sont mes données',
    blocs: [
      texte(
        'Rien ne quitte votre ordinateur : la page n’envoie ni vos saisies ni vos fichiers, et ne charge rien d’ailleurs. Brouillons, pièces et historique sont gardés par ce navigateur, sur ce poste et pour cette session.',
      ),
      liste(
        'Un autre navigateur, un autre poste ou une fenêtre privée ne les voient pas.',
        'Effacer les données de navigation les efface aussi.',
        '« Exporter le brouillon » fait un seul fichier de tout le dépôt, pièces comprises : à garder, ou à remettre à un collègue qui l’ouvre sur l’accueil.',
        'Hors ligne, la page continue de fonctionner une fois qu’elle a été ouverte. Elle peut être installée depuis le menu du navigateur.',
        'L’application existe aussi en un seul fichier HTML, ouvert d’un double-clic, sans serveur ni réseau. Le navigateur n’y garde pas toujours les brouillons : d’autres pages ouvertes du disque peuvent les lire, et déplacer ou renommer le fichier peut les faire disparaître. Exportez-les. Les profils de couleur des images n’y sont pas, et il ne se met pas à jour seul.',
        'Quand une nouvelle version est prête, un bandeau la propose ; elle n’est prise que si vous le demandez, une fois le brouillon enregistré.',
      ),
    ],
  },
  {
    ancre: 'ce-qui-n-est-pas-controle',
    titre: 'Ce que l’outil ne contrôle pas',
    blocs: [
      liste(
        'Que l’avance a bien été payée, ni que le numéro de dossier existe chez l’ASP.',
        'Qu’un SIRET ou un FINESS existe : seule leur forme et leur clé sont vérifiées.',
        'Que l’attestation est signée, ni par qui.',
        'Le contenu d’une photo ou d’une page numérisée sans texte : le rapport dit « texte non lu », et c’est à vous de comparer.',
        'Ce que le portail aurait changé depuis le guide de l’ASP. Si l’ASP publie un nouveau modèle de JSON, ouvrez-le sur l’en-tête : l’outil écrit alors dans sa forme.',
      ),
    ],
  },
  {
    ancre: 'autres-programmes',
    titre: 'Pour d’autres programmes',
    blocs: [
      texte(
        'Le schéma JSON (2020-12) du fichier de dépôt est publié à côté de l’application (pas dans l’édition en un fichier), sous schema/demande-de-solde.schema.json, avec deux exemples. Il vient des mêmes règles que les contrôles.',
      ),
    ],
  },
]
