/** Namespaces of a workbook, in the two editions of its format. */
export const main = {
  transitional: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  strict: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
} as const
export const office = {
  transitional: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
} as const
export const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The prefixes under which a workbook's parts are read, whatever the file's own. */
export const prefixes = {
  [main.transitional]: 'm',
  [main.strict]: 'm',
  [office.transitional]: 'r',
  [office.strict]: 'r',
  [packageRelations]: 'p',
} as const
