import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const root = join(import.meta.dirname, '..', '..')
// What judges: names and limits, the rules, and what is read in the documents that they are held against.
const judging = ['src/format/', 'src/dossier/', 'src/lecture/']

/** A short SHA-256 of the text of everything that judges: two releases of the same fingerprint find the same. */
function rulesFingerprint(): string {
  const hash = createHash('sha256')
  for (const folder of judging)
    for (const file of readdirSync(join(root, folder)).sort())
      if (file.endsWith('.ts') && !file.endsWith('.test.ts'))
        hash.update(file).update(readFileSync(join(root, folder, file), 'utf8').replaceAll('\r\n', '\n'))
  return hash.digest('hex').slice(0, 12)
}

function appVersion(): string {
  const parsed: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (typeof parsed === 'object' && parsed && 'version' in parsed && typeof parsed.version === 'string')
    return parsed.version
  throw new Error('package.json has no version')
}

/** Tells the code its own release and the fingerprint of its rules. */
export const version: Plugin = {
  name: 'version',
  config: () => ({
    define: {
      __APP_VERSION__: JSON.stringify(appVersion()),
      __RULES_FINGERPRINT__: JSON.stringify(rulesFingerprint()),
    },
  }),
}
