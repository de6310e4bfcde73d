import type { Feuille } from '../../tableau/feuille'
import type { Parts } from './archive'
import type { Feuilles } from './grille'
import { walkXml } from './walkXml'
import { readXlsxFeuille, type Communs, type TexteCommun } from './xlsxFeuille'
import { prefixes } from './xlsxNames'
import { isMis, readStyles } from './xlsxStyles'

interface Onglet {
  nom: string
  id: string
}

/** The sheets of an Excel workbook (.xlsx, .xlsm), of hidden ones the names; null when it has no workbook part. */
export async function readXlsx(parts: Parts): Promise<Feuilles | null> {
  const workbook = [...(await readRelations(parts, '')).values()].find(({ type }) => /\/officeDocument$/i.test(type))
  const path = workbook?.path ?? 'xl/workbook.xml'
  const xml = await parts(path)
  if (xml === null) return null
  const { onglets, masquees, date1904 } = readWorkbook(xml)
  const targets = await readRelations(parts, path)
  const partOf = async (type: string) => {
    const target = [...targets.values()].find((one) => one.type.endsWith(`/${type}`))
    return target ? parts(target.path) : null
  }
  const textes = await partOf('sharedStrings')
  const styles = await partOf('styles')
  const communs: Communs = {
    textes: textes === null ? [] : readTextes(textes),
    styles: readStyles(styles ?? '<styleSheet/>'),
    date1904,
  }
  const feuilles: Feuille[] = []
  for (const { nom, id } of onglets) {
    const target = targets.get(id)
    const sheet = target && (await parts(target.path))
    // A tab may be a chart: it has no rows.
    if (sheet && target.type.endsWith('/worksheet')) feuilles.push(readXlsxFeuille(sheet, nom, communs))
  }
  return { feuilles, masquees }
}

function readWorkbook(xml: string): { onglets: Onglet[]; masquees: string[]; date1904: boolean } {
  const onglets: Onglet[] = []
  const masquees: string[] = []
  let date1904 = false
  walkXml(xml, prefixes, {
    open: (name, attribute) => {
      if (name === 'm:workbookPr') date1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '')
      if (name !== 'm:sheet') return
      const nom = attribute('name') ?? ''
      if (/hidden/i.test(attribute('state') ?? '')) masquees.push(nom)
      else onglets.push({ nom, id: attribute('r:id') ?? '' })
    },
  })
  return { onglets, masquees, date1904 }
}

/** The parts that one part refers to, by their id there; those of the whole file for an empty path. */
async function readRelations(parts: Parts, path: string): Promise<Map<string, { type: string; path: string }>> {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  const xml = await parts(`${folder}_rels/${path.slice(folder.length)}.rels`)
  const targets = new Map<string, { type: string; path: string }>()
  if (xml === null) return targets
  walkXml(xml, prefixes, {
    open: (name, attribute) => {
      if (name === 'p:Relationship')
        targets.set(attribute('Id') ?? '', {
          type: attribute('Type') ?? '',
          path: resolve(folder, attribute('Target') ?? ''),
        })
    },
  })
  return targets
}

/** A target is named from its part's folder, or from the root with a `/` before it. */
function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? target.split('/') : [...folder.split('/'), ...target.split('/')]
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

/** sharedStrings.xml → its texts; the parts of a text that differ in look are one text, struck through when one of them is. */
function readTextes(xml: string): TexteCommun[] {
  const textes: TexteCommun[] = []
  let [text, barre, inText, phonetic] = ['', false, false, false]
  walkXml(xml, prefixes, {
    open: (name, attribute) => {
      if (name === 'm:si') [text, barre] = ['', false]
      else if (name === 'm:strike') barre ||= isMis(attribute('val'))
      else if (name === 'm:t') inText = true
      else if (name === 'm:rPh') phonetic = true
    },
    close: (name) => {
      if (name === 'm:si') textes.push({ texte: text, barre })
      else if (name === 'm:t') inText = false
      else if (name === 'm:rPh') phonetic = false
    },
    text: (value) => {
      if (inText && !phonetic) text += value
    },
  })
  return textes
}
