import {
  PDFBool,
  PDFCheckBox,
  PDFDict,
  PDFDropdown,
  PDFHexString,
  PDFName,
  PDFOptionList,
  PDFRadioGroup,
  PDFSignature,
  PDFTextField,
  type PDFDocument,
  type PDFField,
} from '@cantoo/pdf-lib'
import { ChampIndessinable } from './champIndessinable'
import { openFieldFonts, type FieldFonts } from './fieldFonts'

const name = (text: string) => PDFName.of(text)

/**
 * Draws what is filled in, where a reader would: fields without a look of their own, or all of them when the form says
 * that looks are out of date (NeedAppearances). `loadFont` fetches a font with more signs than PDF's own. Throws
 * `ChampIndessinable`.
 */
export async function drawFields(pdf: PDFDocument, loadFont: () => Promise<Uint8Array>): Promise<void> {
  const dict = pdf.catalog.lookup(name('AcroForm'))
  if (!(dict instanceof PDFDict)) return
  // Adobe's own form beside the common one: only the latter is shown by every reader, and the library complains of it.
  dict.delete(name('XFA'))
  const stale = dict.lookup(name('NeedAppearances')) === PDFBool.True
  const fonts = openFieldFonts(pdf, loadFont)
  for (const field of pdf.getForm().getFields()) {
    if (field instanceof PDFSignature || isHidden(field)) continue
    if (stale) settleState(field)
    const isText = field instanceof PDFTextField || field instanceof PDFDropdown || field instanceof PDFOptionList
    if (!field.needsAppearancesUpdate() && !(stale && isText)) continue
    if (isText) await drawText(field, fonts)
    else field.defaultUpdateAppearances(await fonts.fontFor(''))
  }
}

const [hidden, noView] = [1 << 1, 1 << 5]

const isHidden = (field: PDFField) =>
  field.acroField.getWidgets().every((widget) => (widget.getFlags() & (hidden | noView)) !== 0)

/** Ticks the boxes that the value names: their looks are there, and the state may be older. */
function settleState(field: PDFField): void {
  if (!(field instanceof PDFCheckBox || field instanceof PDFRadioGroup)) return
  const value = field.acroField.getValue()
  for (const widget of field.acroField.getWidgets()) {
    const on = widget.getOnValue()
    if (on) widget.setAppearanceState(on === value ? on : name('Off'))
  }
}

async function drawText(field: PDFTextField | PDFDropdown | PDFOptionList, fonts: FieldFonts): Promise<void> {
  try {
    const shown = field instanceof PDFTextField ? settleText(field) : settleChoice(field)
    field.updateAppearances(await fonts.fontFor(shown))
  } catch (error) {
    // The library throws on what it cannot lay out: rich text, more signs than cells.
    throw error instanceof ChampIndessinable ? error : new ChampIndessinable(String(error))
  }
}

/** Spaces of any kind are drawn as spaces, signs that are not shown not at all, accents with their letters. */
const settle = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\p{Zs}\t]/gu, ' ')
    .replace(/\p{Cf}/gu, '')

function settleText(field: PDFTextField): string {
  const { acroField } = field
  const value = acroField.V()
  if (value !== undefined && acroField.getValue() === undefined) throw new ChampIndessinable('A value as a stream')
  const text = settle(field.getText() ?? '')
  const shown = field.isPassword() ? '*'.repeat(Array.from(text).length) : text
  acroField.dict.set(name('V'), PDFHexString.fromText(shown))
  return shown
}

/** A choice's value may be a code: what is shown is the text that stands for it. */
function settleChoice(field: PDFDropdown | PDFOptionList): string {
  const { acroField } = field
  const options = acroField.getOptions()
  const chosen = acroField.getValues().map((value) => {
    const code = value.decodeText()
    const option = options.find((one) => one.value.decodeText() === code)
    return settle((option?.display ?? option?.value ?? value).decodeText())
  })
  acroField.dict.set(name('V'), acroField.dict.context.obj(chosen.map((text) => PDFHexString.fromText(text))))
  return [...chosen, ...(field instanceof PDFOptionList ? field.getOptions() : [])].join('')
}
