import { countFrench } from './accents'
import { decodeCp850 } from './cp850'
import { decodeWindows1252 } from './text'

/** What a zip's directory says of an entry's name. `versionMadeBy`: its high byte is the system (APPNOTE §4.4.2). */
export interface NomBrut {
  filename: string
  rawFilename: Uint8Array
  /** Its flag, its Unicode field, or its bytes themselves say that the name is UTF-8. */
  filenameUTF8: boolean
  versionMadeBy: number
}

const unix = 3

/**
 * An entry's name. Without a word on its encoding it is Windows’ code page 850, unless it reads better in windows-1252, as
 * some archivers write it; on a tie Unix, which has no code pages, wins the latter.
 */
export function readNom({ filename, rawFilename, filenameUTF8, versionMadeBy }: NomBrut): string {
  if (filenameUTF8 || rawFilename.every((byte) => byte < 0x80)) return filename
  const [dos, windows] = [decodeCp850(rawFilename), decodeWindows1252(rawFilename)]
  const lead = countFrench(dos) - countFrench(windows)
  return lead > 0 || (lead === 0 && versionMadeBy >> 8 !== unix) ? dos : windows
}
