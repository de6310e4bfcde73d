import type { Affaire } from './affaire'
import type { Chance } from './chance'
import type { Plume } from './ecrire'
import type { Bloc } from './feuille'
import { mot } from './mots'

/** What the parts of one made document share. */
export interface Fabrique {
  affaire: Affaire
  plume: Plume
  chance: Chance
  /** Held back: its words and layouts are those that the rules must not have been fitted to. */
  reserve: boolean
}

const rue = (chance: Chance) => `${chance.int(1, 90)} rue ${chance.one(['des Exemples', 'de la Fiction', 'du Modèle'])}`
const cp = (chance: Chance) => `99${chance.int(100, 999)}`

/** The supplier's name, address and numbers. */
export function fournisseurBloc({ affaire: { fournisseur }, plume, chance }: Fabrique): Bloc {
  const { nom, ville, siret } = fournisseur
  const lignes = [
    nom,
    rue(chance),
    `${cp(chance)} ${ville}`,
    `Tél. 01 99 00 ${chance.int(10, 99)} ${chance.int(10, 99)}`,
  ]
  return { kind: 'texte', lignes: [...lignes, `SIRET : ${plume.siret(siret)}`, `TVA FR12${siret.slice(0, 9)}`] }
}

/** The client's, under a word that says so. */
export function clientBloc({ affaire: { client }, plume, chance, reserve }: Fabrique): Bloc {
  const lignes = [mot(chance, 'client', reserve), client.nom, rue(chance), `${cp(chance)} ${client.ville}`]
  return { kind: 'texte', lignes: chance.yes(0.5) ? [...lignes, `SIRET ${plume.siret(client.siret)}`] : lignes }
}

/** Small print at the foot of an invoice, with amounts and numbers that are nobody's total. */
export const mentions = ({ affaire: { fournisseur }, chance }: Fabrique): Bloc => ({
  kind: 'texte',
  petit: true,
  lignes: chance.shuffle([
    `${fournisseur.nom} au capital de ${chance.one(['10 000', '50 000', '137 000'])} € - RCS ${fournisseur.ville} ${fournisseur.siret.slice(0, 9)}`,
    'En cas de retard de paiement : indemnité forfaitaire de 40 € et pénalités de trois fois le taux légal.',
    'Pas d’escompte pour paiement anticipé. IBAN FR76 9990 0000 0199 0001 2345 678',
  ]),
})

/** The sites and their FINESS, laid out in one of many ways. */
export function sitesBlocs(fabrique: Fabrique): Bloc[] {
  const { affaire, plume, chance, reserve } = fabrique
  const { sites, finessEJ } = affaire
  const libelle = mot(chance, 'finess', reserve)
  const ej = mot(chance, 'finessEJ', reserve)
  const numbers = sites.map(({ finess }) => plume.finess(finess))
  const rows = sites.map(({ nom, finess }) => [nom, plume.finess(finess)])
  const way =
    sites.length > 8
      ? chance.one(['tableau', 'ej', 'paires'])
      : chance.one(['phrase', 'tableau', 'ej', 'ligne', 'dessous', 'colonnes', 'paires'])
  if (way === 'phrase')
    return [
      { kind: 'texte', lignes: [`Sites équipés (${libelle}) : ${numbers.join(chance.one([', ', ' ; ', ' / ']))}`] },
    ]
  if (way === 'tableau') return [{ kind: 'tableau', entetes: ['Site', libelle], rangs: rows, nombres: 0 }]
  if (way === 'ej')
    return [
      {
        kind: 'tableau',
        entetes: ['Site', ej, libelle],
        rangs: rows.map(([nom = '', finess = '']) => [nom, plume.finess(finessEJ), finess]),
        nombres: 0,
      },
    ]
  if (way === 'ligne')
    return [{ kind: 'texte', lignes: sites.map(({ nom, finess }) => `${nom} – ${libelle} ${plume.finess(finess)}`) }]
  if (way === 'dessous') return [{ kind: 'texte', lignes: [`${libelle} des sites équipés :`, ...numbers] }]
  if (way === 'colonnes')
    return [
      { kind: 'texte', lignes: [`Liste des ${libelle}`] },
      {
        kind: 'cote',
        gauche: [{ kind: 'texte', lignes: numbers.filter((_, rank) => rank % 2 === 0) }],
        droite: [{ kind: 'texte', lignes: numbers.filter((_, rank) => rank % 2 === 1) }],
      },
    ]
  return [{ kind: 'tableau', entetes: [libelle, 'Site', libelle, 'Site'], rangs: pairRows(rows), nombres: 0 }]
}

const pairRows = (rows: readonly string[][]) =>
  rows.flatMap((row, rank) =>
    rank % 2 === 0 ? [[...row.toReversed(), ...(rows[rank + 1] ?? ['', '']).toReversed()]] : [],
  )
