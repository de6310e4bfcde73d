import { existsSync } from 'node:fs'

/** Path of the first of these programs that is on the PATH, else of the first of these files that is there. */
export function findProgram(names, elsewhere = []) {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':')
  for (const name of names)
    for (const folder of folders) if (existsSync(`${folder}/${name}`)) return `${folder}/${name}`
  return elsewhere.find((path) => existsSync(path))
}
