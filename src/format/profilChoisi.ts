/** The profile that this edition prepares files for: it is chosen here and nowhere else. */
export { bioSgl as choisi } from './profilBioSgl'
