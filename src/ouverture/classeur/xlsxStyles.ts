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

/** styles.xml → the numbers of the cell styles that show a day. */
export function readDateStyles(xml: string): ReadonlySet<number> {
  const formats = new Map<number, string>()
  const dates = new Set<number>()
  let [inside, index] = [false, 0]
  walkXml(xml, prefixes, {
    open: (name, attribute) => {
      if (name === 'm:numFmt') formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      else if (name === 'm:cellXfs') inside = true
      else if (name === 'm:xf' && inside) {
        const id = Number(attribute('numFmtId') ?? 0)
        const code = formats.get(id)
        if (code === undefined ? isBuiltinDate(id) : isDateFormat(code)) dates.add(index)
        index += 1
      }
    },
    close: (name) => {
      if (name === 'm:cellXfs') inside = false
    },
  })
  return dates
}
