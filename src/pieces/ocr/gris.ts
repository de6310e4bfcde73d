/** A page in grey values, from 0 for black to 255 for white, row by row. */
export interface Gris {
  largeur: number
  hauteur: number
  points: Uint8Array
}

/** Grey values of pixels in red, green, blue and alpha. */
export function toGris({ width, height, data }: Pick<ImageData, 'width' | 'height' | 'data'>): Gris {
  const points = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < points.length; at++, from += 4)
    points[at] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8
  return { largeur: width, hauteur: height, points }
}

/** The same page, its sides divided by a whole number: each point is the mean of a square. */
export function shrinkGris({ largeur, hauteur, points }: Gris, factor: number): Gris {
  const [width, height] = [Math.floor(largeur / factor), Math.floor(hauteur / factor)]
  const small = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let row = y * factor; row < (y + 1) * factor; row++)
        for (let column = x * factor; column < (x + 1) * factor; column++) sum += points[row * largeur + column] ?? 0
      small[y * width + x] = sum / (factor * factor)
    }
  return { largeur: width, hauteur: height, points: small }
}

/** A PGM file of the page: the plainest picture that a reader of pictures takes. */
export function writePgm({ largeur, hauteur, points }: Gris): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${largeur} ${hauteur}\n255\n`)
  const bytes = new Uint8Array(head.length + points.length)
  bytes.set(head)
  bytes.set(points, head.length)
  return bytes
}
