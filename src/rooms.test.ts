import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('.', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path))
  // The ports that tests hand to the work join rooms as the app's own do.
  .map((path) => ({
    path,
    text: readFileSync(join(src, path), 'utf8'),
    isTest: /(?:\.test|\/examplePorts)\.tsx?$/.test(path),
  }))
const sources = files.filter(({ isTest }) => !isTest)

interface Import {
  from: string
  to: string
  /** Erased by the compiler: only types are taken. */
  typeOnly: boolean
}

// `import … from`, `export … from`, `import('…')`, `import '…'`, and a worker's `new URL('…', import.meta.url)`.
const importPattern =
  /^\s*(?:import|export)\s+(type\s)?[^'"`;=]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|new URL\(\s*['"]([^'"]+)['"],\s*import\.meta\.url/gm

const imports: Import[] = sources.flatMap(({ path, text }) =>
  [...text.matchAll(importPattern)].map(([, typeOnly, ...targets]) => {
    const target = targets.find(Boolean) ?? ''
    const to = target.startsWith('.')
      ? relative(src, resolve(src, dirname(path), target)).replaceAll('\\', '/')
      : target
    return { from: path, to: target.startsWith('.') ? `./${to}` : to, typeOnly: typeOnly !== undefined }
  }),
)

const roomOf = (path: string) => /^(?:\.\/)?([a-z]+)\//.exec(path)?.[1] ?? null
const isOurs = ({ to }: Import) => to.startsWith('./')
const show = ({ from, to }: Import) => `${from} → ${to}`

/** Who may import whom; what a room takes from outside the house is either listed, or all but what is named. */
const rooms: Record<string, { ours: string[]; typesOf?: string[]; outside: RegExp }> = {
  format: { ours: [], outside: /^$/ },
  octets: { ours: [], outside: /^@noble\/hashes\// },
  worker: { ours: [], outside: /^(?!react|zod|zustand|@hookform)/ },
  zip: { ours: ['format'], outside: /^(?:jszip|crc-32)$/ },
  dossier: { ours: ['format'], outside: /^zod(?:\/mini)?$/ },
  aide: { ours: ['dossier', 'format'], outside: /^$/ },
  rapport: { ours: ['aide', 'dossier', 'format'], outside: /^papaparse$/ },
  jsonschema: { ours: ['dossier', 'format'], outside: /^$/ },
  lecture: { ours: ['dossier', 'format'], outside: /^$/ },
  tableau: { ours: ['dossier', 'format'], outside: /^$/ },
  pieces: {
    ours: ['lecture', 'dossier', 'format', 'worker', 'octets', 'zip'],
    outside: /^(?!react|zod|zustand|@hookform|idb|jszip|file-saver)/,
  },
  depot: {
    ours: ['pieces', 'dossier', 'format', 'worker', 'octets', 'zip'],
    outside: /^(?!react|zod|zustand|@hookform|idb|pdfjs|jszip)/,
  },
  ouverture: { ours: ['tableau', 'pieces', 'format', 'worker'], outside: /^(?:@zip\.js|saxen$)/ },
  records: { ours: ['lecture', 'dossier', 'format'], outside: /^$/ },
  storage: {
    ours: ['records', 'dossier', 'format', 'worker', 'octets'],
    outside: /^(?!react|zod|@hookform|jszip|pdfjs)/,
  },
  travail: {
    ours: ['ouverture', 'tableau', 'records', 'rapport', 'lecture', 'dossier', 'format'],
    typesOf: ['pieces'],
    outside: /^zustand\/vanilla$/,
  },
  offline: { ours: [], outside: /^$/ },
  // Run by Vite, never part of the page.
  build: { ours: ['jsonschema', 'octets'], outside: /^(?:node:|vite$|typescript$)/ },
  ui: { ours: [], outside: /^react(?!-hook-form)/ },
  wizard: {
    ours: [
      'ui',
      'travail',
      'rapport',
      'aide',
      'offline',
      'storage',
      'records',
      'depot',
      'ouverture',
      'tableau',
      'pieces',
      'lecture',
      'dossier',
      'format',
      'worker',
      'octets',
      'zip',
    ],
    outside: /^(?:react|zustand|@hookform|zod|file-saver)/,
  },
}

test('every folder of src is a room of the table', () => {
  const folders = new Set(sources.flatMap(({ path }) => roomOf(path) ?? []))
  expect([...folders].filter((folder) => !(folder in rooms))).toEqual([])
  expect(imports.filter(isOurs).length).toBeGreaterThan(20)
})

test.each(Object.entries(rooms))(
  '%s imports only what its row of the table allows',
  (name, { ours, typesOf = [], outside }) => {
    const wrong = imports.filter((one) => {
      if (roomOf(one.from) !== name) return false
      if (!isOurs(one)) return !outside.test(one.to)
      const room = roomOf(one.to)
      if (room === name) return false
      return room === null || !(ours.includes(room) || (one.typeOnly && typesOf.includes(room)))
    })
    expect(wrong.map(show)).toEqual([])
  },
)

test('no step of the wizard imports from another step', () => {
  const stepOf = (path: string) => /wizard\/(accueil|entete|demandes|controle|telechargement)\//.exec(path)?.[1]
  const wrong = imports.filter(({ from, to }) => {
    const [step, other] = [stepOf(from), stepOf(to)]
    return step !== undefined && other !== undefined && step !== other
  })
  expect(wrong.map(show)).toEqual([])
})

test('folders of the wizard import each other in no circle', () => {
  const folderOf = (path: string) => /^(?:\.\/)?wizard\/([^/]+)\//.exec(path)?.[1]
  const edges = new Map<string, Set<string>>()
  for (const one of imports) {
    const [from, to] = [folderOf(one.from), folderOf(one.to)]
    if (from && to && from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to))
  }
  expect(circlesOf(edges)).toEqual([])
})

test('rooms import each other in no circle', () => {
  const edges = new Map<string, Set<string>>()
  for (const one of imports.filter(isOurs)) {
    const [from, to] = [roomOf(one.from), roomOf(one.to)]
    if (from && to && from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to))
  }
  expect(circlesOf(edges)).toEqual([])
})

/** Those that reach themselves. */
function circlesOf(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const reaches = (from: string, seen: Set<string>): Set<string> => {
    for (const to of edges.get(from) ?? []) if (!seen.has(to)) reaches(to, seen.add(to))
    return seen
  }
  return [...edges.keys()].filter((name) => reaches(name, new Set()).has(name))
}

test('no two files differ by letter case only: on Windows and macOS they are one', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const skipped = /^(?:node_modules|dist|\.git|e2e\/results)(?:\/|$)/
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (skipped.test(path)) return []
      // Its name without extension too: './Depots' is './depots' where letter case does not count.
      return entry.isDirectory() ? [path, ...walk(path)] : [path]
    })
  const bare = (path: string) => path.replace(/\.(?:tsx?|mjs)$/, '')
  const spellings = new Map<string, Set<string>>()
  for (const path of walk('')) {
    const key = bare(path).toLowerCase()
    spellings.set(key, (spellings.get(key) ?? new Set()).add(bare(path)))
  }
  const wrong = [...spellings.values()].filter(({ size }) => size > 1).map((names) => [...names])
  expect(wrong).toEqual([])
})

test('the pure floors know neither today’s date nor chance', () => {
  const wrong = sources
    .filter(({ path }) =>
      ['format', 'dossier', 'lecture', 'tableau', 'records', 'travail'].includes(roomOf(path) ?? ''),
    )
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\bnew Date\b|\bDate\.now\b|\bMath\.random\b|\bcrypto\b|\bperformance\b/g)].map(
        ([found]) => `${path}: ${found}`,
      ),
    )
  expect(wrong).toEqual([])
})

const tags = [
  'numeroAns',
  'SIRET',
  'lignesImport',
  'numeroASP',
  'numeroEditeur',
  'dateFacture',
  'montantSegurHTFacture',
  'beneficiaires',
  'piecesJustificatives',
  'nomFichier',
  'formatFichier',
  'taille d’une pièce',
  'contenu d’une pièce',
  'zip',
  'isDirectToDMP',
  'isDirectToMSSPro',
  'isDirectToMSSCitoyen',
  'identDMP',
  'adresseBoiteMSSPro',
  'adresseBoiteMSSCitoyen',
  'date de dépôt',
  'numéro de fichier',
]

test.each(tags)('some test speaks of the row «%s» of format §3', (tag) => {
  const titles = files.filter(({ isTest, path }) => isTest && path !== 'rooms.test.ts').map(({ text }) => text)
  expect(titles.some((text) => new RegExp(`['"\`]\\[format §3 ${tag}\\]`).test(text))).toBe(true)
})
