import type { Gris } from './gris'

// Letters: strokes and gaps that fall otherwise in each line.
const isStroke = (column: number, line: number) => (((column * 7_919 + line * 104_729) ^ (column * line * 31)) & 12) > 4

/** A page of bars like lines of print, for tests: A4 at 100 dots per inch, its lines leaning clockwise. */
export function exampleGris(degres: number, { largeur, hauteur } = { largeur: 827, hauteur: 1_169 }): Gris {
  const points = new Uint8Array(largeur * hauteur).fill(250)
  const [cos, sin] = [Math.cos((degres * Math.PI) / 180), Math.sin((degres * Math.PI) / 180)]
  for (let y = 0; y < hauteur; y++)
    for (let x = 0; x < largeur; x++) {
      const [dx, dy] = [x - largeur / 2, y - hauteur / 2]
      const [along, down] = [dx * cos + dy * sin, dy * cos - dx * sin]
      const isPrinted = Math.abs(along) < 300 && Math.abs(down) < 400 && (down + 400) % 22 < 9
      if (isPrinted && isStroke(Math.floor(along / 4), Math.floor((down + 400) / 22))) points[y * largeur + x] = 20
    }
  return { largeur, hauteur, points }
}
