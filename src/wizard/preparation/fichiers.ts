import type { DepotPret } from '../../depot/depot'
import type { Sujet } from '../../rapport/trace'

/** The two files of a deposit as a report names them. */
export const fichiersOf = ({ json, nomJson, zip, nomZip, empreintes }: DepotPret): Sujet['faits'] => [
  { nom: nomJson, taille: json.size, empreinte: empreintes.json },
  { nom: nomZip, taille: zip.size, empreinte: empreintes.zip },
]
