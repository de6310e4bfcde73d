import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placePicture } from '../pdf/placePicture'
import { readDensity, settleDensity, squarePixels, trueShape, type Density } from './density'

const bytes = (...values: number[]) => Uint8Array.from(values)
const uint32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const text = (ascii: string) => Array.from(ascii, (char) => char.charCodeAt(0))
const chunk = (type: string, contents: number[]) => [...uint32(contents.length), ...text(type), ...contents, 0, 0, 0, 0]
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const header = chunk('IHDR', [...uint32(1728), ...uint32(1145), 8, 0, 0, 0, 0])
const png = ({ across, down }: Density, unit: number) =>
  bytes(...signature, ...header, ...chunk('pHYs', [...uint32(across), ...uint32(down), unit]), ...chunk('IDAT', [0]))
const uint16 = (value: number) => [(value >> 8) & 255, value & 255]
const jfif = ({ across, down }: Density, unit: number) => {
  const contents = [...text('JFIF\0'), 1, 2, unit, ...uint16(across), ...uint16(down), 0, 0]
  return bytes(0xff, 0xd8, 0xff, 0xe0, ...uint16(contents.length + 2), ...contents, 0xff, 0xda)
}
/** A JPG without JFIF: resolutions as EXIF’s fractions. */
const exif = ({ across, down }: Density) => {
  const entry = (tag: number, offset: number) => [...uint16(tag), ...uint16(5), ...uint32(1), ...uint32(offset)]
  const tiff = [
    ...text('MM'),
    0,
    42,
    ...uint32(8),
    ...uint16(2),
    ...entry(0x11a, 38),
    ...entry(0x11b, 46),
    ...uint32(0),
  ]
  const contents = [...text('Exif\0\0'), ...tiff, ...uint32(across * 10), ...uint32(10), ...uint32(down), ...uint32(1)]
  return bytes(0xff, 0xd8, 0xff, 0xe1, ...uint16(contents.length + 2), ...contents, 0xff, 0xda)
}

const dots = fc.integer({ min: 1, max: 0xffff })
const densities = fc
  .record({ across: dots, down: dots })
  .filter(({ across, down }) => across / down <= 4 && down / across <= 4)

test('any density that a PNG, a JFIF or an EXIF says is read, whatever its unit', () => {
  fc.assert(
    fc.property(densities, fc.constantFrom(0, 1, 2), (density, unit) => {
      expect(readDensity(png(density, unit), 'PNG')).toEqual(density)
      expect(readDensity(jfif(density, unit), 'JPG')).toEqual(density)
      expect(readDensity(exif(density), 'JPG')).toEqual(density)
    }),
  )
})

test('a picture that says none, or one that makes no sense, has square pixels', () => {
  expect(readDensity(bytes(...signature, ...header, ...chunk('IDAT', [0])), 'PNG')).toEqual(squarePixels)
  expect(readDensity(bytes(0xff, 0xd8, 0xff, 0xda), 'JPG')).toEqual(squarePixels)
  for (const density of [
    { across: 0, down: 0 },
    { across: 300, down: 0 },
    { across: 1, down: 300 },
    { across: NaN, down: 1 },
  ])
    expect(settleDensity(density)).toEqual(squarePixels)
})

test('a circle stays a circle on the joined page, whatever the density, upright or lying', () => {
  fc.assert(
    fc.property(densities, fc.constantFrom(1, 3, 6, 8), (density, orientation) => {
      const pixels = { largeur: 1728, hauteur: 1145 }
      const { matrix } = placePicture(trueShape(pixels, density), orientation)
      const [a, b, c, d] = matrix
      // An inch on the document is so many of the picture’s pixels: across and down it must be as long on the page.
      const across = (Math.hypot(a, b) / pixels.largeur) * density.across
      const down = (Math.hypot(c, d) / pixels.hauteur) * density.down
      expect(across / down).toBeCloseTo(1, 9)
    }),
  )
})

test('the true shape loses no dot: no side gets shorter', () => {
  fc.assert(
    fc.property(densities, dots, dots, (density, largeur, hauteur) => {
      const shape = trueShape({ largeur, hauteur }, density)
      expect(shape.largeur).toBeGreaterThanOrEqual(largeur)
      expect(shape.hauteur).toBeGreaterThanOrEqual(hauteur)
    }),
  )
})

test('a fax of 204 × 98 dots to the inch is an A4 upright', () => {
  const { page } = placePicture(trueShape({ largeur: 1728, hauteur: 1145 }, { across: 204, down: 98 }), 1)
  expect(page.hauteur).toBeGreaterThan(page.largeur)
})
