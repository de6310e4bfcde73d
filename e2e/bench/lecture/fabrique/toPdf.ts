import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from '@cantoo/pdf-lib'
import { bandsOf, type Bloc } from './feuille'
import type { Chance } from './chance'

interface Zone {
  x: number
  width: number
}

const [pageWidth, pageHeight, margin] = [595, 842, 40]
// The standard fonts know one space and one hyphen.
const plain = (text: string) => text.replace(/\u202f/g, '\u00a0').replace(/ {2,}/g, '   ')

// Sign by sign: what is drawn isn't kerned.
const widthOf = (font: PDFFont, text: string, size: number) =>
  Array.from(text).reduce((sum, sign) => sum + font.widthOfTextAtSize(sign, size), 0)

interface Mark {
  page: PDFPage
  texte: string
  x: number
  y: number
  size: number
}

/** Draws blocs one under another; the marks are set down afterwards, in an order of their own. */
class Feuille {
  private page: PDFPage
  private marks: Mark[] = []
  private y = pageHeight - margin
  private readonly size: number
  private readonly gap: number

  constructor(
    private readonly pdf: PDFDocument,
    private readonly font: PDFFont,
    private readonly chance: Chance,
  ) {
    this.page = pdf.addPage([pageWidth, pageHeight])
    this.size = chance.int(8, 11)
    this.gap = chance.one([1.25, 1.4, 1.8])
  }

  private line(size = this.size) {
    this.y -= size * this.gap
    if (this.y > margin) return
    this.page = this.pdf.addPage([pageWidth, pageHeight])
    this.y = pageHeight - margin - size
  }

  private text(texte: string, zone: Zone, right = false, size = this.size) {
    const width = widthOf(this.font, plain(texte), size)
    const x = right ? zone.x + zone.width - width : zone.x
    this.marks.push({ page: this.page, texte: plain(texte), x, y: this.y, size })
  }

  private wrapped(texte: string, zone: Zone, right: boolean, size: number) {
    let line = ''
    for (const word of texte.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && widthOf(this.font, plain(longer), size) > zone.width) {
        this.text(line, zone, right, size)
        this.line(size)
        line = word
      } else line = longer
    }
    this.text(line, zone, right, size)
    this.line(size)
  }

  private row(texts: readonly string[], zones: readonly Zone[], numbersFrom: number) {
    texts.forEach((texte, rank) => {
      const zone = zones[rank]
      if (zone) this.text(texte, zone, rank >= numbersFrom)
    })
    this.line()
  }

  private zonesOf(zone: Zone, shares: readonly number[]): Zone[] {
    const sum = shares.reduce((all, share) => all + share, 0)
    let x = zone.x
    return shares.map((share) => {
      const width = (zone.width * share) / sum
      const own = { x, width: width - 10 }
      x += width
      return own
    })
  }

  draw(bloc: Bloc, zone: Zone) {
    if (bloc.kind === 'titre') this.wrapped(bloc.texte, zone, bloc.droite === true, Math.min(bloc.taille, 20))
    else if (bloc.kind === 'texte')
      for (const ligne of bloc.lignes) this.wrapped(ligne, zone, bloc.droite === true, bloc.petit ? 7 : this.size)
    else if (bloc.kind === 'paires') this.drawPaires(bloc, zone)
    else if (bloc.kind === 'cote') this.drawCote(bloc, zone)
    else this.drawTableau(bloc, zone)
    this.y -= 6
  }

  private drawCote({ gauche, droite }: Extract<Bloc, { kind: 'cote' }>, zone: Zone) {
    const [left, right] = this.zonesOf(zone, [1, 1])
    if (!left || !right) return
    const top = this.y
    for (const bloc of gauche) this.draw(bloc, left)
    const low = this.y
    this.y = top
    for (const bloc of droite) this.draw(bloc, right)
    this.y = Math.min(low, this.y)
  }

  private drawPaires({ paires, pose }: Extract<Bloc, { kind: 'paires' }>, zone: Zone) {
    const bands = bandsOf(paires, pose)
    const widest = Math.max(...paires.flat().map((texte) => widthOf(this.font, plain(texte), this.size)))
    const fits = widest < zone.width / (bands[0]?.[0]?.length ?? 1) - 10
    if ((pose === 'bande' || pose === 'deux-bandes' || pose === 'cases') && fits) {
      for (const band of bands)
        for (const texts of band)
          this.row(
            texts,
            this.zonesOf(
              zone,
              texts.map(() => 1),
            ),
            Infinity,
          )
      return
    }
    const zones = this.zonesOf(zone, [1.4, 1])
    for (const [libelle, valeur] of paires) {
      if (pose === 'deux-points') this.text(`${libelle} : ${valeur}`, zone)
      else if (pose !== 'dessous') {
        this.row([libelle, valeur], zones, 1)
        continue
      } else {
        this.text(libelle, zone)
        this.line()
        this.text(valeur, zone)
      }
      this.line()
    }
  }

  private drawTableau({ entetes, rangs, nombres }: Extract<Bloc, { kind: 'tableau' }>, zone: Zone) {
    // As wide as what stands in them: columns never touch.
    const shares = entetes.map((entete, rank) =>
      Math.max(
        ...[entete, ...rangs.map((rang) => rang[rank] ?? '')].map(
          (texte) => widthOf(this.font, plain(texte), this.size) + 14,
        ),
      ),
    )
    const zones = this.zonesOf(zone, shares)
    for (const row of [entetes, ...rangs]) this.row(row, zones, entetes.length - nombres)
  }

  /** Sets all down: whole, word by word, or in any order, as producers do. */
  finish() {
    const { font } = this
    const words = this.chance.yes(0.4)
    const marks = this.chance.yes(0.3) ? this.chance.shuffle(this.marks) : this.marks
    for (const { page, texte, x, y, size } of marks) {
      if (!words) page.drawText(texte, { x, y, size, font })
      else
        for (const match of texte.matchAll(/\S+/g))
          page.drawText(match[0], { x: x + widthOf(font, texte.slice(0, match.index), size), y, size, font })
    }
  }
}

/** A document drawn by pdf-lib. */
export async function writePdf(blocs: readonly Bloc[], chance: Chance): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(
    chance.one([StandardFonts.Helvetica, StandardFonts.TimesRoman, StandardFonts.Courier]),
  )
  const feuille = new Feuille(pdf, font, chance)
  for (const bloc of blocs) feuille.draw(bloc, { x: margin, width: pageWidth - 2 * margin })
  feuille.finish()
  return pdf.save()
}
