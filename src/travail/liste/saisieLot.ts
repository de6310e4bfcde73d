import { settleAdresse } from '../../dossier/adresse'
import type { Champ } from '../../dossier/champs'
import { checkDemande } from '../../dossier/checkDemande'
import type { Constat } from '../../dossier/constat'
import { emptyDemande, emptySaisie, type Saisie } from '../../dossier/dossier'
import { settleJour } from '../../dossier/jour'
import { profil } from '../../format/profil'
import { splitIdentifiants } from '../../dossier/identifiants'

/** What is typed to be given to many demandes: what is left empty, or unanswered, changes nothing. */
export interface SaisieLot {
  dateFacture: string
  isDirectToDMP: boolean | null
  identDMP: string
  isDirectToMSSPro: boolean | null
  adresseBoiteMSSPro: string
  isDirectToMSSCitoyen: boolean | null
  adresseBoiteMSSCitoyen: string
}

export const emptyLot: SaisieLot = {
  dateFacture: '',
  isDirectToDMP: null,
  identDMP: '',
  isDirectToMSSPro: null,
  adresseBoiteMSSPro: '',
  isDirectToMSSCitoyen: null,
  adresseBoiteMSSCitoyen: '',
}

/** The values that it gives, settled as the fields of one demande settle them. */
export function valeursOf(lot: SaisieLot): Partial<Saisie> {
  const dateFacture = settleJour(lot.dateFacture)
  const identDMP = splitIdentifiants(lot.identDMP)
  const pro = settleAdresse(lot.adresseBoiteMSSPro)
  const citoyen = settleAdresse(lot.adresseBoiteMSSCitoyen)
  return {
    ...(dateFacture !== '' && { dateFacture }),
    ...answered('isDirectToDMP', lot.isDirectToDMP),
    ...(lot.isDirectToDMP && identDMP.length > 0 && { identDMP }),
    ...answered('isDirectToMSSPro', lot.isDirectToMSSPro),
    ...(lot.isDirectToMSSPro && pro !== '' && { adresseBoiteMSSPro: pro }),
    ...answered('isDirectToMSSCitoyen', lot.isDirectToMSSCitoyen),
    ...(lot.isDirectToMSSCitoyen && citoyen !== '' && { adresseBoiteMSSCitoyen: citoyen }),
  }
}

const answered = (name: 'isDirectToDMP' | 'isDirectToMSSPro' | 'isDirectToMSSCitoyen', answer: boolean | null) =>
  answer === null ? {} : { [name]: answer }

/** What is wrong, or improbable, in these values themselves, whatever demande takes them. */
export function checkValeurs(values: Partial<Saisie>): Constat[] {
  const probe = { ...emptyDemande(''), saisie: { ...emptySaisie, ...values } }
  const given = new Set<Champ>(Object.keys(values) as Champ[])
  return checkDemande(probe, { dateDepot: null, vague: profil.vagues[0], siret: null }).filter(
    ({ champ, manque }) => !manque && given.has(champ),
  )
}
