import type { Saisie } from '../dossier/dossier'
import { parseFiness } from '../dossier/finess'
import { parseJour } from '../dossier/jour'
import { centimesOf } from '../dossier/montant'
import { settleNumeroASP } from '../dossier/numeros'
import { champsTableau, type ChampTableau, type Valeurs } from './champs'
import { showValeur } from './showValeur'

/** One field of a demande that the table changes, before and after, in words; `avant` is empty where nothing stood. */
export interface Changement {
  champ: ChampTableau
  avant: string
  apres: string
}

/** What a table changes in a demande that is already there: a field that it leaves empty stays as it is. */
export const compareSaisie = (avant: Saisie, valeurs: Valeurs): Changement[] =>
  champsTableau.flatMap((champ) => {
    const apres = valeurs[champ]
    if (apres === undefined || meaning(champ, avant[champ]) === meaning(champ, apres)) return []
    return [{ champ, avant: showValeur(avant[champ]), apres: showValeur(apres) }]
  })

/** Two ways to write one value have one meaning: `27450` and `27 450,00`. */
function meaning(champ: ChampTableau, valeur: Saisie[ChampTableau]): string {
  if (champ === 'beneficiaires' && Array.isArray(valeur))
    return valeur.map((typed) => parseFiness(typed) ?? typed.trim()).join('\n')
  const texte = showValeur(valeur).trim()
  switch (champ) {
    case 'dateFacture':
      return parseJour(texte) ?? texte
    case 'montantSegurHTFacture':
    case 'montantCommande':
      return String(centimesOf(texte) ?? texte)
    case 'numeroASP':
      return settleNumeroASP(texte)
    default:
      return texte
  }
}
