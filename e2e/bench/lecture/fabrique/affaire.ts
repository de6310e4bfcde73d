import { isLuhn } from '../../../../src/dossier/luhn'
import type { Chance } from './chance'

/** A number whose last digit is its Luhn key. */
const keyed = (start: string) => {
  for (let key = 0; key < 10; key++) if (isLuhn(`${start}${key}`)) return `${start}${key}`
  throw new Error('No key')
}
const digits = (chance: Chance, count: number) => Array.from({ length: count }, () => chance.int(0, 9)).join('')

const siren = (chance: Chance) => keyed(`999${digits(chance, 5)}`)
const siret = (chance: Chance) => keyed(`${siren(chance)}000${chance.int(1, 9)}`)
const finess = (chance: Chance) => keyed(`99${digits(chance, 6)}`)

const villes = ['Villefictive', 'Bourg-Exemple', 'Saint-Modèle', 'Port-Inventé', 'Mont-Essai', 'La Rive-Feinte']
const fournisseurs = ['Labosoft', 'Bio-Informatique Exemple', 'Sigelab', 'Novalab Systèmes', 'Logilabo']
const laboratoires = ['Laboratoire des Essais', 'SELAS Bio-Exemple', 'Laboratoire du Port', 'Biologie Médicale du Mont']

/** Day of the month, month, year. */
export type Jour = readonly [jour: number, mois: number, annee: number]

/** An invented sale: what is true of every document made of it. Amounts in cents. */
export interface Affaire {
  fournisseur: { nom: string; ville: string; siret: string }
  client: { nom: string; ville: string; siret: string }
  sites: { nom: string; finess: string }[]
  finessEJ: string
  finbio: string
  numero: string
  date: Jour
  commande: Jour
  echeance: Jour
  aptitude: Jour
  ht: number
}

const jour = (chance: Chance, annee: number, mois: number): Jour => [chance.int(1, 28), mois, annee]

/** An invented sale of `sites` sites. */
export function createAffaire(chance: Chance, sites: number): Affaire {
  const annee = chance.one([2022, 2023])
  const mois = chance.int(3, 10)
  return {
    fournisseur: { nom: `${chance.one(fournisseurs)} SAS`, ville: chance.one(villes), siret: siret(chance) },
    client: { nom: chance.one(laboratoires), ville: chance.one(villes), siret: siret(chance) },
    sites: Array.from({ length: sites }, (_, rank) => ({
      nom: `Site ${chance.one(villes)} ${rank + 1}`,
      finess: finess(chance),
    })),
    finessEJ: finess(chance),
    finbio: `FINBIO${digits(chance, 6)}`,
    numero: chance.one([
      `F${annee}-${digits(chance, 4)}`,
      `FA${digits(chance, 5)}`,
      digits(chance, 6),
      `${annee}/${digits(chance, 3)}`,
      `FC-${digits(chance, 3)}-${digits(chance, 2)}`,
    ]),
    date: jour(chance, annee, mois),
    commande: jour(chance, annee, mois - 2),
    echeance: jour(chance, annee, mois + 1),
    aptitude: jour(chance, annee, mois - 1),
    ht: chance.int(4, 38) * 100_000 + chance.one([0, 0, 50_000, 24_550, chance.int(1, 99_999)]),
  }
}
