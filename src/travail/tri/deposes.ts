import { isSystemFile } from '../../ouverture/zipNames'
import type { FichierDonne } from '../ports'

/** Whether a dropped file may be a document: it is neither hidden nor what a system leaves in a folder by itself. */
export const isDocument = ({ name, path }: FichierDonne) => !name.startsWith('.') && !isSystemFile(path ?? name)

/** What is said where there is none. */
export const rienDepose =
  'Rien n’a été trouvé dans ce que vous avez déposé : le dossier est vide, ou ne contient que des fichiers du système. Déposez celui où sont vos documents.'
