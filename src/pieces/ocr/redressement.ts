import { toGris, type Gris } from './gris'
import type { PageVue } from './pages'
import { sizeOf, type Placement } from './placement'

/** A page drawn with its text upright, in grey values, and how it was placed. */
export interface PageDroite {
  gris: Gris
  placement: Placement
}

/** Draws a page turned back by so many degrees, on white, with so many pixels for a point. */
export function drawUpright({ dessin, largeur, hauteur }: PageVue, degres: number, echelle: number): PageDroite {
  const placement = { page: { largeur, hauteur }, degres, echelle }
  const size = sizeOf(placement)
  const canvas = new OffscreenCanvas(size.largeur, size.hauteur)
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  if (!context) throw new Error('No 2d context')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, size.largeur, size.hauteur)
  context.imageSmoothingQuality = 'high'
  context.translate(size.largeur / 2, size.hauteur / 2)
  context.rotate((-degres * Math.PI) / 180)
  const [width, height] = [largeur * echelle, hauteur * echelle]
  context.drawImage(dessin, -width / 2, -height / 2, width, height)
  const gris = toGris(context.getImageData(0, 0, size.largeur, size.hauteur))
  // Its memory is given back at once, not when it is next swept.
  ;[canvas.width, canvas.height] = [0, 0]
  return { gris, placement }
}
