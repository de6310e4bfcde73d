import type { NomRegle } from '../../../src/dossier/regles'
import type { Fichier } from './manifest'
import type { Mesure } from './page'

/** The rules that a manifest's code stands for. */
const codes: Readonly<Partial<Record<NomRegle, string>>> = {
  pieceTaille: 'taille',
  pieceVide: 'vide',
  pieceFormat: 'format',
  pieceMotDePasse: 'motDePasse',
  pieceIllisible: 'illisible',
  pieceSansPage: 'sansPage',
  pieceTailleProche: 'tailleProche',
  pieceRepare: 'repare',
  pieceOctetsAvant: 'repare',
  pieceRestrictions: 'restrictions',
  pieceXml: 'xml',
  dateFactureAvantProgramme: 'dateAvant2021',
  SIRETCle: 'siretLuhn',
  beneficiaireCle: 'finessLuhn',
  montantNul: 'montant',
}

/** What of the findings, the pages or the extension is not as the manifest says; empty when all is. */
export function compare(fichier: Fichier, { regles, extension, pages }: Mesure): string[] {
  const found = new Set(regles.flatMap((regle) => codes[regle] ?? []))
  const wanted = new Set(fichier.findings.map(({ code }) => code))
  const missing = [...wanted].filter((code) => !found.has(code))
  const extra = [...found].filter((code) => !wanted.has(code))
  const enough = fichier.anyOf ? missing.length < wanted.size : missing.length === 0
  const faults = [
    ...(enough ? [] : [`not found: ${missing.join(', ')}`]),
    ...(extra.length > 0 ? [`unexpected: ${extra.join(', ')}`] : []),
  ]
  if (extension === null) return faults
  if (extension !== fichier.storedAs) faults.push(`stored as ${extension}, not ${fichier.storedAs ?? 'refused'}`)
  const isPdf = extension === 'pdf' && typeof fichier.pages === 'number'
  if (isPdf && pages !== fichier.pages) faults.push(`${pages ?? 'no'} pages, not ${fichier.pages}`)
  return faults
}
