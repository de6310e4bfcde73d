import { useEffect, useRef, useState } from 'react'
import type { Piece } from '../../dossier/dossier'
import { drawPage } from '../../pieces/examine'
import { Button } from '../../ui/Button'
import type { Lecture } from '../../lecture/lecture'
import { octetsOf } from '../poste/octets'
import styles from './Apercu.module.css'
import { useApp } from '../poste/travail'

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]
const normal = zooms.indexOf(1)

/** The invoice beside the fields: page turning and zoom by mouse and by keyboard. */
export function Apercu({ piece }: { piece: Piece }) {
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(normal)
  const pages = piece.pages ?? 1
  const factor = zooms[zoom] ?? 1
  const turn = (to: number) => setPage(Math.min(pages, Math.max(1, to)))
  const magnify = (to: number) => setZoom(Math.min(zooms.length - 1, Math.max(0, to)))
  if (piece.formatFichier === 'XML') return null
  return (
    <section className={styles.panel} aria-label="Aperçu de la facture">
      <div className={styles.head}>
        <span className={styles.title}>Aperçu de la facture</span>
        <span className={styles.tools}>
          {pages > 1 && (
            <>
              <Tool label="Page précédente" sign="‹" enabled={page > 1} onClick={() => turn(page - 1)} />
              <span aria-live="polite">
                page {page}/{pages}
              </span>
              <Tool label="Page suivante" sign="›" enabled={page < pages} onClick={() => turn(page + 1)} />
            </>
          )}
          <Tool label="Réduire l’aperçu" sign="−" enabled={zoom > 0} onClick={() => magnify(zoom - 1)} />
          <span>{Math.round(factor * 100)} %</span>
          <Tool
            label="Agrandir l’aperçu"
            sign="+"
            enabled={zoom < zooms.length - 1}
            onClick={() => magnify(zoom + 1)}
          />
        </span>
      </div>
      {/* Scrollable by arrow keys: a region that scrolls must be reachable without a mouse. */}
      <div className={styles.view} data-view tabIndex={0} role="group" aria-label="Page de la facture">
        <Page piece={piece} page={page} factor={factor} />
      </div>
    </section>
  )
}

function Tool({
  label,
  sign,
  enabled,
  onClick,
}: {
  label: string
  sign: string
  enabled: boolean
  onClick: () => void
}) {
  return (
    <Button small repeat className={styles.tool} aria-label={label} disabled={!enabled} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
    </Button>
  )
}

/** What was read on the page, to be shown where it stands. */
const readOn = (lecture: Lecture | null, page: number) =>
  lecture
    ? [lecture.dateFacture, lecture.montantHT, lecture.numeroASP, lecture.siretFournisseur, ...lecture.finess].flatMap(
        (lu) => (lu?.cadre && lu.page === page ? [lu.cadre] : []),
      )
    : []

function Page({ piece, page, factor }: { piece: Piece; page: number; factor: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [failed, setFailed] = useState(false)
  const [scale, setScale] = useState<number | null>(null)
  const lecture = useApp((state) => state.lectures[piece.id] ?? null)
  useEffect(() => {
    const octets = octetsOf(piece.id)
    const target = canvas.current
    const view = target?.closest('[data-view]')
    if (!octets || !target || !view) return
    let current = true
    const width = Math.round((view.clientWidth - 26) * factor)
    void drawPage(octets, piece.formatFichier, page, Math.round(width * devicePixelRatio)).then((drawn) => {
      if (!current) return
      setFailed(drawn === null)
      if (!drawn) return
      target.width = drawn.bitmap.width
      target.height = drawn.bitmap.height
      target.style.width = `${width}px`
      setScale(width / drawn.points)
      target.getContext('bitmaprenderer')?.transferFromImageBitmap(drawn.bitmap)
    })
    return () => {
      current = false
    }
  }, [piece, page, factor])
  return (
    <>
      {failed && <p>Cette page ne peut pas être affichée ici. La pièce reste jointe telle quelle.</p>}
      <div className={styles.sheet} hidden={failed}>
        <canvas ref={canvas} className={styles.canvas} role="img" aria-label={`Page ${page} de ${piece.nomOriginal}`} />
        {scale !== null &&
          readOn(lecture, page).map(({ x, y, largeur, hauteur }) => (
            <span
              key={`${x} ${y}`}
              className={styles.mark}
              style={{ left: x * scale, top: y * scale, width: largeur * scale, height: hauteur * scale }}
            />
          ))}
      </div>
    </>
  )
}
