import { cleanValeur } from '../format/texte'
import type { Jour } from '../format/jour'
import { fitsFileName, writeNomJson } from '../format/names'
import { constat, type Constat } from './constat'
import type { Dossier, Entete } from './dossier'
import { readIssue } from './issues'
import { parseJour } from './jour'
import { nextNumeroFichier } from './numeroFichier'
import { settleNumeroFichier } from './numeros'
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

/** Every erreur and alerte of the header. `nomsDeposes`: names of the JSON files already saved here. */
export function checkEntete(entete: Entete, today: Jour, nomsDeposes: readonly string[]): Constat[] {
  const erreurs =
    enteteSchema.safeParse(entete).error?.issues.map((issue) => readIssue(issue, null, typedAt(entete, issue))) ?? []
  return [...erreurs, ...alertesOf(entete, today, nomsDeposes, new Set(erreurs.map(({ champ }) => champ)))]
}

const typedAt = (entete: Entete, { path: [champ] }: { path: readonly PropertyKey[] }) =>
  champ === 'numeroAns' || champ === 'SIRET' ? cleanValeur(entete[champ]) : ''

function alertesOf(entete: Entete, today: Jour, nomsDeposes: readonly string[], wrong: ReadonlySet<string>): Constat[] {
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
  if (depot && dateDepot && nomsDeposes.includes(writeNomJson(depot))) {
    const suivant = nextNumeroFichier(numeroAns, dateDepot, nomsDeposes)
    alertes.push(
      constat('numeroFichierDejaUtilise', { champ: 'numeroFichier', valeur: writeNomJson(depot) }, { suivant }),
    )
  }
  return alertes
}
