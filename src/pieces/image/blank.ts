/** Pixels of a page, four bytes each (red, green, blue, opacity), row by row. */
export interface Pixels {
  data: Uint8ClampedArray
  width: number
  height: number
}

/** Share of each side that does not count: what scanners leave at the edges. */
const edge = 0.06
/** How much darker or lighter than the paper a pixel must be, of 255. */
const contrast = 28
/** Share of such pixels from which on something stands on the page: a signature or a short line is more. */
const least = 0.0004

const lightness = ({ data }: Pixels, at: number) =>
  0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)

/**
 * Whether nothing stands on a page that was drawn small on white: its paper may be grey, shaded or full of grain, as the
 * back of a scanned sheet is. In doubt it is not.
 */
export function isBlank(pixels: Pixels): boolean {
  const { width, height } = pixels
  const [left, top] = [Math.floor(width * edge), Math.floor(height * edge)]
  const values: number[] = []
  for (let y = top; y < height - top; y++)
    for (let x = left; x < width - left; x++) values.push(lightness(pixels, 4 * (y * width + x)))
  const paper = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
  if (paper === undefined) return false
  const marks = values.filter((value) => Math.abs(value - paper) > contrast).length
  return marks < values.length * least
}
