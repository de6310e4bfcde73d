import { walkXml } from './walkXml'
import { prefixes } from './xlsxNames'

// The numbers of formats that are dates without being written in the file; 45 to 47 are times alone.
const isBuiltinDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** Whether a number format shows a day: letters d, m, y outside quotes, colours and escapes. */
const isDateFormat = (code: string) =>
  /[dy]/i.test(
    code
      .replace(/"[^"]*"|\\.|_.|\*./g, '')
      .replace(/\[[^\]]*\]/g, '')
      .split(';')[0] ?? '',
  )

/** Numbers of the cell styles that show a day, and of those whose text is struck through. */
export interface StylesCellules {
  jours: ReadonlySet<number>
  barres: ReadonlySet<number>
}

/** Whether an element that bears a `val` switches something on: `<strike/>`, `<strike val="1"/>`. */
export const isMis = (val: string | undefined) => !/^(?:0|false)$/.test(val ?? '')

/** styles.xml → what the cell styles show of a cell. */
export function readStyles(xml: string): StylesCellules {
  const formats = new Map<number, string>()
  const fonts: boolean[] = []
  const jours = new Set<number>()
  const barres = new Set<number>()
  let [inFonts, inside, index] = [false, false, 0]
  walkXml(xml, prefixes, {
    open: (name, attribute) => {
      if (name === 'm:numFmt') formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      else if (name === 'm:fonts') inFonts = true
      else if (name === 'm:font' && inFonts) fonts.push(false)
      else if (name === 'm:strike' && inFonts) fonts[fonts.length - 1] = isMis(attribute('val'))
      else if (name === 'm:cellXfs') inside = true
      else if (name === 'm:xf' && inside) {
        const id = Number(attribute('numFmtId') ?? 0)
        const code = formats.get(id)
        if (code === undefined ? isBuiltinDate(id) : isDateFormat(code)) jours.add(index)
        if (fonts[Number(attribute('fontId') ?? 0)]) barres.add(index)
        index += 1
      }
    },
    close: (name) => {
      if (name === 'm:cellXfs') inside = false
      else if (name === 'm:fonts') inFonts = false
    },
  })
  return { jours, barres }
}
