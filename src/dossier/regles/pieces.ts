import { showFormats, showPieceAttendue, showPieceMax } from '../../format/limites'
import { count } from '../../format/mots'
import { profil, type TypeFichier } from '../../format/profil'
import { showMo, showOctets } from '../taille'
import { cite, isPres, type Places } from './mots'
import { alerte, erreur } from './regle'

/** What to do with a file that holds others. */
const prenez = (joints: readonly string[]) =>
  joints.length === 0
    ? 'Enregistrez sur l’ordinateur celui qu’il faut, puis déposez-le.'
    : `Prenez ce qu’il faut de son contenu : ${joints.slice(0, 5).map(cite).join(', ')}${joints.length > 5 ? '…' : '.'}`

/** Rules of a pièce's file. */
export const reglesPieces = {
  pieceManquante: {
    ...erreur<{ type: TypeFichier }>('§3.1', ({ type }) => ({
      faute: profil.pieces[type].manque,
      remede: `${profil.pieces[type].deposez} : ${showPieceAttendue()}.`,
    })),
    manque: true,
  },
  pieceVide: erreur('§3.2', () => ({
    faute: 'Ce fichier est vide (0 octet).',
    remede: 'Il a sans doute été mal copié : reprenez l’original.',
  })),
  pieceFormat: erreur<{ nature: string; convertible?: boolean }>('§3.2', ({ nature, convertible }) => ({
    faute: `C’est ${nature}, et l’ASP n’accepte que ${showFormats()}.`,
    remede: convertible
      ? 'Convertissez-la, ou enregistrez-la vous-même en PDF, puis déposez le PDF.'
      : 'Enregistrez ou exportez ce document en PDF, puis déposez le PDF.',
  })),
  pieceZip: erreur('§3.2', () => ({
    faute: 'C’est une archive ZIP, pas un document.',
    remede: 'Ouvrez-la : chacun de ses fichiers trouvera sa place.',
  })),
  pieceLien: erreur<{ nature: string }>('§3.2', ({ nature }) => ({
    faute: `C’est ${nature}, pas le document lui-même.`,
    remede: 'Ouvrez-le, enregistrez ou imprimez en PDF le document qu’il montre, puis déposez ce PDF.',
  })),
  pieceCourriel: erreur<{ nature: string; joints: readonly string[] | null }>('§3.2', ({ nature, joints }) =>
    joints?.length === 0
      ? {
          faute: `C’est ${nature}, sans pièce jointe que l’ASP accepte.`,
          remede: 'Demandez le document en PDF ; si c’est le message lui-même, imprimez-le en PDF et déposez ce PDF.',
        }
      : {
          faute: `C’est ${nature} : l’ASP attend sa pièce jointe.`,
          remede: joints
            ? prenez(joints)
            : 'Ouvrez-le dans votre messagerie, enregistrez la pièce jointe sur l’ordinateur, puis déposez-la.',
        },
  ),
  pieceEnveloppe: erreur<{ nature: string; joints: readonly string[] | null }>('§3.2', ({ nature, joints }) => ({
    faute: `C’est ${nature}, pas un document que l’ASP accepte.`,
    remede:
      joints && joints.length > 0
        ? `${prenez(joints)} Gardez l’enveloppe : la signature y est.`
        : 'Ouvrez-la avec votre logiciel de signature, enregistrez le document qu’elle contient, puis déposez-le.',
  })),
  pieceXfa: erreur('§3.2', () => ({
    faute: 'Ce PDF est un formulaire que seul Acrobat affiche (« Please wait… »).',
    remede: 'Ouvrez-le dans Acrobat Reader, imprimez-le en PDF, puis déposez ce PDF.',
  })),
  piecePorteDocuments: erreur<{ joints: readonly string[] | null }>('§3.2', ({ joints }) => ({
    faute: 'C’est un porte-documents PDF : ses pages ne montrent pas les documents qu’il contient.',
    remede: prenez(joints ?? []),
  })),
  pieceMotDePasse: erreur('§3.2', () => ({
    faute: 'Ce PDF est protégé par un mot de passe.',
    remede: 'L’instructeur ne pourrait pas l’ouvrir : enregistrez-en une copie sans mot de passe et déposez-la.',
  })),
  pieceIllisible: erreur<{ formatFichier: string }>('§3.2', ({ formatFichier }) => ({
    faute: `Ce fichier ${formatFichier} est abîmé et ne s’ouvre pas.`,
    remede: 'Exportez ou numérisez le document de nouveau, puis déposez-le.',
  })),
  pieceSansPage: erreur('§3.2', () => ({
    faute: 'Ce PDF n’a aucune page.',
    remede: 'Exportez le document de nouveau, puis déposez-le.',
  })),
  pieceTaille: erreur<{ taille: number }>('§2.1', ({ taille }) => ({
    faute: isPres(taille, profil.pieceTailleMax)
      ? `Fichier de ${showOctets(taille)}, pour ${showPieceMax()} au plus (${showOctets(profil.pieceTailleMax)}).`
      : `Fichier de ${showMo(taille)}, pour ${showPieceMax()} au plus.`,
    remede: 'Réduisez-le, ou numérisez-le de nouveau dans une qualité plus basse ou en noir et blanc.',
  })),
  pieceTailleProche: alerte<{ taille: number }>('§2.1', ({ taille }) => ({
    faute: `Fichier de ${showMo(taille)}, près de la limite de ${showPieceMax()}.`,
    remede: `Le portail compte peut-être ${showOctets(profil.pieceTaillePrudente)} : un fichier plus léger serait plus sûr.`,
  })),
  pieceXml: alerte('§3.3', () => ({
    faute: 'Le format XML est admis par le tableau du guide (§3.2), mais absent de sa règle de nommage (§3.3).',
    remede: 'Un PDF de la même pièce serait plus sûr.',
  })),
  pieceExtension: alerte<{ nom: string; formatFichier: string }>('§3.2', ({ nom, formatFichier }) => ({
    faute: `${cite(nom)} est en réalité un fichier ${formatFichier}.`,
    remede: 'Il est nommé selon son contenu ; vérifiez que c’est le bon document.',
  })),
  pieceRepare: alerte('§3.2', () => ({
    faute: 'Ce fichier est endommagé et ne s’ouvre qu’après réparation.',
    remede: 'Le portail ou l’instructeur pourrait ne pas l’ouvrir : exportez-le de nouveau si vous le pouvez.',
  })),
  pieceOctetsAvant: alerte('§3.2', () => ({
    faute: 'Ce PDF a des octets parasites avant son début.',
    remede: 'Un lecteur strict pourrait le refuser : exportez-le de nouveau si vous le pouvez.',
  })),
  pieceRestrictions: alerte('§3.2', () => ({
    faute: 'Ce PDF porte des restrictions (impression ou copie).',
    remede: 'Il s’ouvre sans mot de passe ; un export sans protection serait plus sûr.',
  })),
  pieceNonVerifiee: alerte('§3.2', () => ({
    faute: 'Ce fichier n’a pas pu être vérifié : il s’ouvre trop lentement.',
    remede: 'Ouvrez-le vous-même ; s’il est trop lourd, exportez-le de nouveau.',
  })),
  pieceDouble: alerte<{ ou: Places<string> }>('§3.1', ({ ou: { premieres, nombre } }) => ({
    faute: `Le même fichier est déjà joint ${premieres.join(', ')}${
      nombre > premieres.length ? `, et à ${count(nombre - premieres.length, 'autre place')}` : ''
    }.`,
    remede: 'Vérifiez que chaque document est à sa place.',
  })),
} as const
