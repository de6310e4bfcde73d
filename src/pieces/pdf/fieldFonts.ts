import { StandardFonts, type PDFDocument, type PDFFont } from '@cantoo/pdf-lib'
import { create } from 'fontkitten'
import { ChampIndessinable } from './champIndessinable'

export interface FieldFonts {
  /** The plainest font that has every sign of the text; throws `ChampIndessinable` when none has. */
  fontFor: (text: string) => Promise<PDFFont>
}

/** Fonts to draw fields of this PDF with; the larger one is fetched and embedded only when a sign asks for it. */
export function openFieldFonts(pdf: PDFDocument, loadFont: () => Promise<Uint8Array>): FieldFonts {
  let plain: PDFFont | null = null
  let rich: Promise<PDFFont> | null = null
  return {
    fontFor: async (text) => {
      plain ??= pdf.embedStandardFont(StandardFonts.Helvetica)
      if (hasAll(plain, text)) return plain
      rich ??= embed(pdf, await loadFont())
      const font = await rich
      // Marks that stayed apart from their letters, and scripts that join, need more than one glyph for each sign.
      if (/\p{M}/u.test(text) || !hasAll(font, text)) throw new ChampIndessinable(text)
      return font
    },
  }
}

function hasAll(font: PDFFont, text: string): boolean {
  const known = new Set(font.getCharacterSet())
  return Array.from(text).every((sign) => /[\r\n]/.test(sign) || known.has(sign.codePointAt(0) ?? 0))
}

const family = 'LiberationSans'

function embed(pdf: PDFDocument, bytes: Uint8Array): Promise<PDFFont> {
  // The library asks less of the engine than its types say: no subset is made here.
  const engine = { create: (data: Uint8Array) => layFlat(create(data as Parameters<typeof create>[0])) }
  pdf.registerFontkit(engine as unknown as Fontkit)
  return pdf.embedFont(bytes, { customName: family })
}

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0]

/** One glyph for each sign, as Latin, Greek and Cyrillic are written. */
function layFlat(font: ReturnType<typeof create>) {
  if (font.isCollection) throw new Error('A collection instead of a font')
  const layout = (text: string) => ({
    glyphs: Array.from(text, (sign) => font.glyphForCodePoint(sign.codePointAt(0) ?? 0)),
  })
  return Object.assign(Object.create(font) as typeof font, { layout })
}
