import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const hashed = /^(.+-)([\w-]{8})(\.\w+)$/
const turn = (hash: string) => Array.from(hash).reverse().join('')

/** What the page of the next release says at its foot. */
export const piedSuivant = 'Outil indépendant (parution suivante)'

/**
 * The built app as its next release would be: no file with a fingerprint keeps its name, and the page's foot says
 * another thing.
 */
export async function writeParutionSuivante(dist: string, folder: string): Promise<void> {
  await cp(dist, folder, { recursive: true })
  const names = (await readdir(join(folder, 'assets'))).flatMap((name) => {
    const [, stem = '', hash = '', extension = ''] = hashed.exec(name) ?? []
    return hash === '' ? [] : [[name, `${stem}${turn(hash)}${extension}`] as const]
  })
  for (const [before, after] of names) await rename(join(folder, 'assets', before), join(folder, 'assets', after))
  const texts = [...names.map(([, after]) => join('assets', after)), 'index.html', 'sw.js']
  for (const path of texts.filter((name) => /\.(?:js|css|html)$/.test(name))) {
    const text = await readFile(join(folder, path), 'utf8')
    let next = text.replace('Outil indépendant', piedSuivant)
    for (const [before, after] of names) next = next.replaceAll(before, after)
    // The fingerprint of all files.
    if (path === 'sw.js') next = next.replace(/\b[0-9a-f]{16}\b/, turn)
    await writeFile(join(folder, path), next)
  }
}
