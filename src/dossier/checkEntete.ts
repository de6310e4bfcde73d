import { cleanValeur } from '../format/texte'
import type { Jour } from '../format/jour'
import { fitsFileName, writeNomJson, type Depot } from '../format/names'
import { profil } from '../format/profil'
import { constat, type Constat } from './constat'
import type { Dossier, Entete } from './dossier'
import { readIssue } from './issues'
import { parseJour } from './jour'
import { nextNumeroFichier } from './numeroFichier'
import { numeroPlus, settleNumeroFichier } from './numeros'
import { passerOutre } from './passerOutre'
import { enteteSchema } from './schema'
import { pick } from './zod'
import { isSiretKeyRight, parseSiret } from './siret'

const nomSchema = pick(enteteSchema, { numeroAns: true, dateDepot: true, numeroFichier: true })

/** The parts of the two file names, when the header gives them; else null. The SIRET is in neither. */
export function depotOf(entete: Entete, passesOutre: Dossier['passesOutre'] = {}) {
  const dateDepot = parseJour(entete.dateDepot)
  const issues = nomSchema.safeParse(entete).error?.issues ?? []
  const wrong = passerOutre(
    issues.map((issue) => readIssue(issue, null, typedAt(entete, issue))),
    passesOutre,
  ).some(({ gravite }) => gravite === 'erreur')
  // A length may be passed over; what no file name takes may not.
  if (wrong || !dateDepot || !fitsFileName(cleanValeur(entete.numeroAns))) return null
  return {
    numeroAns: cleanValeur(entete.numeroAns),
    dateDepot,
    numeroFichier: settleNumeroFichier(entete.numeroFichier),
  }
}

/**
 * Every erreur and alerte of the header. `nomsDeposes`: names of the JSON files already saved here. `depots`: how many
 * deposits of consecutive numbers it heads. format §6
 */
export function checkEntete(entete: Entete, today: Jour, nomsDeposes: readonly string[], depots = 1): Constat[] {
  const erreurs =
    enteteSchema.safeParse(entete).error?.issues.map((issue) => readIssue(issue, null, typedAt(entete, issue))) ?? []
  const wrong = new Set(erreurs.map(({ champ }) => champ))
  if (!wrong.has('numeroFichier')) erreurs.push(...numerosDepasses(entete, depots))
  return [...erreurs, ...alertesOf(entete, today, nomsDeposes, depots, wrong)]
}

/** The number of the last deposit is one that there is not. guide §3.3 */
function numerosDepasses({ numeroFichier }: Entete, depots: number): Constat[] {
  const dernier = Number(settleNumeroFichier(numeroFichier)) + depots - 1
  return dernier > profil.numeroFichierMax
    ? [constat('numerosFichierDepasses', { champ: 'numeroFichier', valeur: `${dernier}` }, { depots, dernier })]
    : []
}

const typedAt = (entete: Entete, { path: [champ] }: { path: readonly PropertyKey[] }) =>
  champ === 'numeroAns' || champ === 'SIRET' ? cleanValeur(entete[champ]) : ''

function alertesOf(
  entete: Entete,
  today: Jour,
  nomsDeposes: readonly string[],
  depots: number,
  wrong: ReadonlySet<string>,
): Constat[] {
  const alertes: Constat[] = []
  const numeroAns = cleanValeur(entete.numeroAns)
  if (!wrong.has('numeroAns') && !/^\d+$/.test(numeroAns))
    alertes.push(constat('numeroAnsChiffres', { champ: 'numeroAns', valeur: numeroAns }, undefined))
  const siret = parseSiret(entete.SIRET)
  if (siret && !isSiretKeyRight(siret)) alertes.push(constat('SIRETCle', { champ: 'SIRET', valeur: siret }, undefined))
  const dateDepot = parseJour(entete.dateDepot)
  if (dateDepot && dateDepot !== today)
    alertes.push(constat('dateDepotAutreJour', { champ: 'dateDepot', valeur: `${dateDepot} ${today}` }, { today }))
  const depot = depotOf(entete)
  if (depot) alertes.push(...numerosDejaUtilises(depot, nomsDeposes, depots))
  return alertes
}

/** The numbers that files saved here already bear, told together. guide §3.3, format §6 */
function numerosDejaUtilises(depot: Depot, nomsDeposes: readonly string[], depots: number): Constat[] {
  const deposes = new Set(nomsDeposes)
  const pris = Array.from({ length: depots }, (_, by) => ({
    ...depot,
    numeroFichier: numeroPlus(depot.numeroFichier, by),
  })).filter((one) => deposes.has(writeNomJson(one)))
  if (pris.length === 0) return []
  const suivant = nextNumeroFichier(depot.numeroAns, depot.dateDepot, nomsDeposes)
  const libre = suivant !== null && Number(suivant) + depots - 1 <= profil.numeroFichierMax
  const numeros = depots > 1 ? pris.map(({ numeroFichier }) => numeroFichier) : []
  const valeur = pris.map(writeNomJson).join(' ')
  return [
    constat(
      'numeroFichierDejaUtilise',
      { champ: 'numeroFichier', valeur },
      { suivant: libre ? suivant : null, numeros },
    ),
  ]
}
