import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const isDebianRoot = () =>
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))

let updated = false

/** Installs packages where that may be done (root on Debian); null when done, or in words why not. */
export function installPackages(...names) {
  if (!isDebianRoot()) return 'it can only be installed by itself as root on Debian'
  const apt = (...words) => execFileSync('apt-get', words, { stdio: 'inherit', timeout: 300_000 })
  try {
    if (!updated) apt('update')
    updated = true
    apt('install', '-y', '--no-install-recommends', ...names)
    return null
  } catch (error) {
    return `apt-get install ${names.join(' ')} failed (${error.message})`
  }
}
