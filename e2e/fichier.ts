import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = resolve(import.meta.dirname, '..')
const path = join(root, 'fichier', 'solde-bio-sgl.html')
const ageOf = (file: string) => (existsSync(file) ? statSync(file).mtimeMs : 0)

/** Address, on this disk, of the app as one file; makes it when it is not of the built app's release. */
export function fichierUrl(): string {
  if (ageOf(path) < ageOf(join(root, 'dist', 'index.html')))
    execFileSync('npm', ['run', '--silent', 'fichier', '--', '--logLevel', 'error'], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
  return pathToFileURL(path).href
}
