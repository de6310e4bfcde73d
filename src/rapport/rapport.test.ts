import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createChecker } from '../dossier/checkDossier'
import { noContexte } from '../dossier/contexte'
import { constatKey } from '../dossier/constat'
import { exampleDemande, exampleDossier, exemplePieces } from '../dossier/example'
import { regles } from '../dossier/regles'
import type { Jour } from '../format/jour'
import { exampleTrace } from './example'
import { rapportOf } from './rapport'
import { readTrace, writeTrace } from './readTrace'
import type { Rapport } from './section'
import { writeCsv } from './writeCsv'
import { writeHtml } from './writeHtml'

// Corsican FINESS have no key to fail: nothing at all is found in this one.
const green = exampleDossier({ demandes: [exampleDemande({ beneficiaires: ['2A0000014'] })] })
const section = (rapport: Rapport, titre: string) => {
  const found = rapport.sections.find((one) => one.titre === titre)
  if (!found) throw new Error(`No section ${titre}`)
  return found
}
const readCsv = (rapport: Rapport) =>
  parseCsv(writeCsv(rapport), { bom: true, delimiter: ';', columns: true, relax_column_count: false })

test('[rapport] of a dossier where all is green still lists every rule with its result', () => {
  const rapport = rapportOf(exampleTrace(green))
  expect(rapport.signe).toBe('✓')
  expect(rapport.verdict).toBe('Aucune erreur. Aucune alerte.')
  expect(section(rapport, 'Constats').lignes).toEqual([])
  const { lignes } = section(rapport, 'Contrôles')
  expect(lignes).toHaveLength(Object.keys(regles).length)
  expect(new Set(lignes.map(({ resultat }) => resultat))).toEqual(new Set(['Rien à signaler']))
})

test('[rapport] each alerte says whether it was marked «Vérifié», and when', () => {
  const demandes = [exampleDemande({ montantSegurHTFacture: '40 000,00' })]
  const bilan = createChecker()(exampleDossier({ demandes }), noContexte('20/03/2023' as Jour))
  const cle = bilan.demandes.get('exemple')?.find(({ regle }) => regle === 'beneficiaireCle')
  if (!cle) throw new Error('The example was to have an alerte')
  const verifies = Object.fromEntries(cle.marques.map((key) => [key, '2023-03-19T12:00:00Z']))
  const rapport = rapportOf(exampleTrace(exampleDossier({ demandes, verifies })))
  const { lignes } = section(rapport, 'Constats')
  expect(lignes.map(({ resultat }) => resultat).sort()).toEqual(['Alerte à vérifier', 'Alerte, vérifié'])
  expect(lignes.find(({ resultat }) => resultat === 'Alerte, vérifié')?.le).toMatch(/^19\/03\/2023 \d\d:00$/)
  expect(rapport.verdict).toBe('Aucune erreur. 2 alertes, dont 1 à vérifier.')
  expect(section(rapport, 'Contrôles').lignes.find(({ objet }) => objet === 'Clé de contrôle du FINESS')).toMatchObject(
    {
      resultat: 'Alerte, vérifié',
    },
  )
})

test('[rapport] a rule passed over stands with the reason given', () => {
  const wrong = { ...green, entete: { ...green.entete, numeroAns: '12345678' } }
  const found = createChecker()(wrong, noContexte('20/03/2023' as Jour)).entete.find(
    ({ gravite }) => gravite === 'erreur',
  )
  if (!found) throw new Error('The length was to be an erreur')
  const refused = rapportOf(exampleTrace(wrong))
  expect(refused.verdict).toBe('1 erreur : les fichiers ne peuvent pas être faits.')
  const passed = rapportOf(exampleTrace({ ...wrong, passesOutre: { [constatKey(found)]: 'accord écrit du 3 mars' } }))
  expect([refused.signe, passed.signe]).toEqual(['✕', '▲'])
  expect(passed.verdict).toBe('Aucune erreur. 1 alerte, dont 1 à vérifier, 1 règle passée outre.')
  expect(section(passed, 'Constats').lignes).toMatchObject([
    { objet: 'Numéro de référencement ANS', resultat: 'Règle passée outre', motif: 'accord écrit du 3 mars' },
  ])
})

test('[rapport] names every file with its SHA-256, the release and the rules, and what became of the deposit', () => {
  const rapport = rapportOf(exampleTrace(), {
    telechargeLe: '2023-03-20T10:00:00Z',
    deposeLe: '2023-03-21T12:00:00Z',
    retour: { nomFichier: 'retour.json', luLe: '2023-03-22T08:00:00Z', rejets: [1] },
  })
  expect(section(rapport, 'Fichiers').lignes.map(({ objet, resultat }) => [objet, resultat])).toEqual([
    ['JSON-1234567890-20230320-001.json', '1'.repeat(64)],
    ['PJ-1234567890-20230320-001.zip', '2'.repeat(64)],
    ['BIO-SGL-Val-FACTURE-00001.pdf', exemplePieces.FACTURE?.empreinte],
    ['BIO-SGL-Val-VA-00001.pdf', exemplePieces.VA?.empreinte],
  ])
  const facts = new Map(section(rapport, 'Dépôt').lignes.map(({ objet, resultat }) => [objet, resultat]))
  expect(facts.get('Contrôlé par')).toBe('Solde BIO-SGL 1.2.3')
  expect(facts.get('Règles')).toContain('abcdef012345')
  expect(facts.get('Déposé sur le portail le')).toBe('21/03/2023')
  expect(facts.get('Demandes rejetées')).toBe('n° 1')
})

test('[rapport] the trace that is kept reads back as it was, and what is none as null', () => {
  for (const trace of [exampleTrace(), exampleTrace(green)]) expect(readTrace(writeTrace(trace))).toEqual(trace)
  for (const text of ['', '{', 'null', '[]', '{"version":1}', '{"version":{"app":"1"}}'])
    expect(readTrace(text)).toBeNull()
  const later = writeTrace({ ...exampleTrace(green), regles: ['SIRETCle'] }).replace('SIRETCle', 'regleDisparue')
  expect(readTrace(later)?.regles).toEqual([])
})

test('[rapport] the CSV has a BOM, CRLF and one line for each line of the page', () => {
  const rapport = rapportOf(exampleTrace())
  const text = writeCsv(rapport)
  expect(text.startsWith('\ufeffRubrique;Demande;')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const rows = readCsv(rapport)
  expect(rows).toHaveLength(1 + rapport.sections.reduce((sum, { lignes }) => sum + lignes.length, 0))
  expect(rows).toContainEqual(expect.objectContaining({ Rubrique: 'Fichiers', Résultat: '1'.repeat(64) }))
})

const hostile = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+33',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    '|calc',
    'a;b',
    'a"b',
    'a\nb',
    '</td><script>alert(1)</script>',
    '&amp;',
    '\0',
    '\ud800',
    "'=1",
    'a,=1',
    'a, "=1',
    'a\t@SUM(A1)',
    'a,-1',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

test('[rapport] no cell of the CSV starts a formula, whatever was typed, and none is lost', () => {
  const trace = exampleTrace()
  fc.assert(
    fc.property(hostile, hostile, (libelleInterne, numeroAns) => {
      const demandes = trace.demandes.map((demande) => ({ ...demande, libelleInterne }))
      const rapport = rapportOf({ ...trace, numeroAns, demandes })
      const rows = readCsv(rapport) as Record<string, string>[]
      expect(
        rows.flatMap((row) => Object.values(row)).filter((cell) => /^\s*[=+\-@＝＋－＠\t\r|]/u.test(cell)),
      ).toEqual([])
      const commas = writeCsv(rapport).split(/[,\t]/)
      expect(commas.slice(1).filter((cell) => /^[\s"]*(?:[=@＝＠|]|[+\-＋－](?!\s))/u.test(cell))).toEqual([])
      const ans = rows.find(({ Objet }) => Objet === 'Numéro de référencement ANS')?.Résultat
      // A file in UTF-8 has no half pairs.
      const whole = numeroAns.replace(/\p{Cs}/gu, '\ufffd')
      expect(ans?.replaceAll("'", '')).toBe((whole || '—').replaceAll("'", ''))
    }),
    { numRuns: 50 },
  )
})

test('[rapport] nothing typed becomes markup in the page', () => {
  fc.assert(
    fc.property(hostile, (typed) => {
      const clean = writeHtml(
        rapportOf(exampleTrace(exampleDossier({ demandes: [exampleDemande({ libelleInterne: 'x' })] }))),
      )
      const html = writeHtml(
        rapportOf(exampleTrace(exampleDossier({ demandes: [exampleDemande({ libelleInterne: `x${typed}` })] }))),
      )
      const tags = (text: string) => text.match(/<\/?[a-z][^>]*>/gi)
      expect(tags(html)).toEqual(tags(clean))
      expect(html).not.toMatch(/\p{Cs}/u)
      expect(html).not.toContain('\0')
    }),
    { numRuns: 50 },
  )
})
