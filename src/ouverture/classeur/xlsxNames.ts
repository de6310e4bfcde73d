/** Namespaces of a workbook's parts, in both editions of the format. */
export const main = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'm',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'm',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
} as const

export const relations = { 'http://schemas.openxmlformats.org/package/2006/relationships': 'p' } as const
