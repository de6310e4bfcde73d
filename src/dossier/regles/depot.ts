import { showCaracteres, showChiffres, showNumeroFichier, showNumerosFichier, showZipMax } from '../../format/limites'
import { joinMots } from '../../format/mots'
import { profil } from '../../format/profil'
import { showMo, showOctets } from '../taille'
import { isPres, nomLisible } from './mots'
import { alerte, contournable, erreur, manque } from './regle'

const { longueurs } = profil
/** Of more numbers nobody reads each. */
const numerosMax = 5
const enPlusieurs = 'Le téléchargement les répartit en plusieurs dépôts, dans leur ordre.'

/** Rules of the header, and of the deposit as a whole. */
export const reglesDepot = {
  numeroAnsManquant: manque('§3.2', {
    faute: 'Numéro de référencement ANS manquant.',
    remede: `C’est le numéro de ${showCaracteres(longueurs.numeroAns)} donné par l’ANS à votre logiciel, par exemple 1234567890.`,
  }),
  numeroAnsLongueur: contournable(
    erreur<{ longueur: number }>('§3.2', ({ longueur }) => ({
      faute: `${showCaracteres(longueur)} au lieu de ${longueurs.numeroAns}.`,
      remede: 'Recopiez le numéro donné par l’ANS, par exemple 1234567890.',
    })),
  ),
  numeroAnsCaracteres: erreur('§3.3', () => ({
    faute: 'Ce numéro ANS contient un caractère interdit.',
    remede: nomLisible,
  })),
  numeroAnsChiffres: alerte('§3.3', () => ({
    faute: 'Ce numéro ANS ne contient pas que des chiffres.',
    remede: 'Comparez-le avec la notification de référencement de l’ANS.',
  })),
  SIRETManquant: manque('§3.2', {
    faute: 'SIRET manquant.',
    remede: `C’est celui de votre enrôlement sur le portail, ${showChiffres(longueurs.SIRET)}, par exemple 732 829 320 00074.`,
  }),
  SIRETFormat: contournable(
    erreur<{ longueur: number; chiffres: boolean }>('§3.2', ({ longueur, chiffres }) =>
      chiffres
        ? {
            faute: `${showChiffres(longueur)} au lieu de ${longueurs.SIRET}.`,
            remede: `Recopiez les ${showChiffres(longueurs.SIRET)} du SIRET de votre enrôlement, par exemple 732 829 320 00074.`,
          }
        : {
            faute: 'Un SIRET ne contient que des chiffres.',
            remede: `Recopiez les ${showChiffres(longueurs.SIRET)} de votre enrôlement, par exemple 732 829 320 00074.`,
          },
    ),
  ),
  SIRETCle: alerte('§3.2', () => ({
    faute: 'La clé de contrôle de ce SIRET ne correspond pas.',
    remede: 'Un chiffre est sans doute faux : comparez avec votre avis de situation Insee.',
  })),
  dateDepotManquante: manque('§3.3', {
    faute: 'Date de dépôt manquante.',
    remede: 'C’est le jour où vous déposerez sur le portail, par exemple 15/03/2023.',
  }),
  dateDepotInvalide: erreur('§3.3', () => ({
    faute: 'Cette date n’existe pas ou ne peut pas être lue.',
    remede: 'Écrivez le jour du dépôt ainsi : 15/03/2023.',
  })),
  dateDepotAutreJour: alerte<{ today: string }>('§3.3', ({ today }) => ({
    faute: `Le dépôt n’est pas daté d’aujourd’hui (${today}).`,
    remede:
      'Le nom du fichier doit porter le jour du dépôt sur le portail : corrigez la date, sauf si vous déposez bien ce jour-là.',
  })),
  numeroFichierManquant: manque('§3.3', {
    faute: 'Numéro de fichier manquant.',
    remede: `C’est ${showNumeroFichier(1)} pour le premier fichier du jour, puis ${showNumeroFichier(2)}, ${showNumeroFichier(3)}…`,
  }),
  numeroFichierInvalide: erreur('§3.3', () => ({
    faute: `Le numéro de fichier va de ${showNumerosFichier()}.`,
    remede: `C’est ${showNumeroFichier(1)} pour le premier fichier déposé ce jour-là, puis ${showNumeroFichier(2)}, ${showNumeroFichier(3)}…`,
  })),
  numerosFichierDepasses: erreur<{ depots: number; dernier: number }>('§3.3', ({ depots, dernier }) => ({
    faute: `Ces demandes font ${depots} dépôts : leurs numéros de fichier iraient jusqu’à ${dernier}, et vont de ${showNumerosFichier()}.`,
    remede: `Partez de ${showNumeroFichier(profil.numeroFichierMax - depots + 1)} au plus, ou déposez-en une partie un autre jour.`,
  })),
  /** `numeros`: which of several deposits' numbers; none where there is but one deposit. */
  numeroFichierDejaUtilise: alerte<{ suivant: string | null; numeros: readonly string[] }>(
    '§3.3',
    ({ suivant, numeros: [premier, ...autres] }) =>
      premier === undefined
        ? {
            faute: 'Ce numéro de fichier a déjà servi sur ce poste pour ce numéro ANS et ce jour.',
            remede: suivant
              ? `Prenez ${suivant}, sauf si l’autre fichier n’a pas été déposé.`
              : 'Vérifiez que l’autre fichier n’a pas été déposé.',
          }
        : {
            faute:
              autres.length === 0
                ? `Le numéro de fichier ${premier}, d’un des dépôts, a déjà servi sur ce poste pour ce numéro ANS et ce jour.`
                : `Les numéros de fichier ${joinMots([premier, ...autres], numerosMax)}, des dépôts, ont déjà servi sur ce poste pour ce numéro ANS et ce jour.`,
            remede: suivant
              ? `Partez de ${suivant}, sauf si les autres fichiers n’ont pas été déposés.`
              : 'Vérifiez que les autres fichiers n’ont pas été déposés.',
          },
  ),
  lignesImportManquantes: manque('§3.2', {
    faute: 'Aucune demande dans ce dépôt.',
    remede: 'Ajoutez au moins une demande à l’étape Demandes.',
  }),
  lignesImportTrop: alerte<{ nombre: number }>('§2.1', ({ nombre }) => ({
    faute: `${nombre} demandes : un fichier en contient ${profil.demandesMax} au plus.`,
    remede: enPlusieurs,
  })),
  zipTaille: alerte<{ taille: number }>('§2.1', ({ taille }) => ({
    faute: isPres(taille, profil.zipTailleMax)
      ? `Les pièces font un zip de ${showOctets(taille)}, et il en faut ${showOctets(profil.zipTaillePrudente)} au plus.`
      : `Les pièces font un zip de ${showMo(taille)}, et il en faut ${showZipMax()} au plus.`,
    remede: enPlusieurs,
  })),

  rejetPortail: alerte<{ libelle: string }>('§1.2', ({ libelle }) => ({
    faute: `Rejetée par le portail : « ${libelle.replace(/\s+/g, ' ').trim()} ».`,
    remede: 'Corrigez ce champ. S’il est juste, cochez « Vérifié » au contrôle.',
  })),
} as const
