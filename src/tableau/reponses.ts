import { libelles } from '../dossier/champs'
import type { ChampReponse, ChampTableau, Valeurs } from './champs'
import type { Groupe } from './groupes'
import { offer, type Releve } from './proposition'
import { showValeur } from './showValeur'

/** What follows each answer when it is yes. */
export const suites = [
  ['isDirectToDMP', 'identDMP'],
  ['isDirectToMSSPro', 'adresseBoiteMSSPro'],
  ['isDirectToMSSCitoyen', 'adresseBoiteMSSCitoyen'],
] as const satisfies readonly (readonly [ChampReponse, ChampTableau])[]

/** A row that gives an address or identifiers and no answer most likely means yes: offered, for an answer is never guessed. */
export function offerReponses([{ numero }]: Groupe, valeurs: Valeurs, communs: Valeurs, releve: Releve) {
  for (const [reponse, suite] of suites) {
    const given = valeurs[suite]
    if (given === undefined || valeurs[reponse] !== undefined || communs[reponse] !== undefined) continue
    const de = `${libelles[suite]} : ${showValeur(given)}`
    if (offer(releve, { genre: 'reponseOui', champ: reponse, numero, de, vers: 'Oui' })) valeurs[reponse] = true
  }
}
