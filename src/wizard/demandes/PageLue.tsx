import { useEffect, useRef, useState } from 'react'
import type { Piece } from '../../dossier/dossier'
import { drawPage } from '../../pieces/examine'
import { octetsOf } from '../poste/octets'
import { useApp } from '../poste/travail'
import styles from './Apercu.module.css'
import { lusSurPage } from './lus'
import { Marque } from './Marque'

interface PageLueProps {
  piece: Piece
  /** Id of its demande. */
  demande: string
  page: number
  /** Of the width that it has room for. */
  factor: number
  /** CSS pixels of the view it is shown in. */
  width: number
}

/** Room around the page in its view, in CSS pixels (Apercu.module.css). */
const margins = 26

/** One page of the invoice as it is printed, what was read marked where it stands, and the first of it in view. */
export function PageLue({ piece, demande, page, factor, width }: PageLueProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [failed, setFailed] = useState(false)
  const [scale, setScale] = useState<number | null>(null)
  const lecture = useApp((state) => state.lectures[piece.id] ?? null)
  const lus = lusSurPage(lecture, page)
  useEffect(() => {
    const octets = octetsOf(piece.id)
    const target = canvas.current
    if (!octets || !target || width === 0) return
    let current = true
    const shown = Math.round((width - margins) * factor)
    void drawPage(octets, piece.formatFichier, page, Math.round(shown * devicePixelRatio)).then((drawn) => {
      if (!current) return
      setFailed(drawn === null)
      if (!drawn) return
      target.width = drawn.bitmap.width
      target.height = drawn.bitmap.height
      target.style.width = `${shown}px`
      setScale(shown / drawn.points)
      target.getContext('bitmaprenderer')?.transferFromImageBitmap(drawn.bitmap)
    })
    return () => {
      current = false
    }
  }, [piece, page, factor, width])
  const top = lus[0]?.cadre.y
  useEffect(() => {
    if (scale !== null && top !== undefined) bringIntoView(canvas.current, top * scale)
  }, [scale, top])
  return (
    <>
      {failed && <p>Cette page ne peut pas être affichée ici. La pièce reste jointe telle quelle.</p>}
      <div className={styles.sheet} hidden={failed}>
        <canvas ref={canvas} className={styles.canvas} role="img" aria-label={`Page ${page} de ${piece.nomOriginal}`} />
        {scale !== null &&
          lus.map((lu) => <Marque key={`${lu.cadre.x} ${lu.cadre.y}`} lu={lu} demande={demande} scale={scale} />)}
      </div>
    </>
  )
}

/** Scrolls the view so that what stands that far down the page is seen, unless it is already. */
function bringIntoView(canvas: HTMLCanvasElement | null, top: number) {
  const view = canvas?.closest<HTMLElement>('[data-view]')
  if (!view || (top > view.scrollTop && top < view.scrollTop + view.clientHeight - 40)) return
  view.scrollTop = Math.max(0, top - view.clientHeight / 3)
}
