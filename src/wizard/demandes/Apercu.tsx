import { useState } from 'react'
import type { Piece } from '../../dossier/dossier'
import { Button } from '../../ui/Button'
import { useWidth } from '../../ui/useWidth'
import styles from './Apercu.module.css'
import { pageLue } from './lus'
import { PageLue } from './PageLue'
import { useApp } from '../poste/travail'

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]
const normal = zooms.indexOf(1)

interface ApercuProps {
  piece: Piece
  /** Id of its demande. */
  demande: string
  /** Whether it stands as wide as it may; `onLarge` changes that. */
  large: boolean
  onLarge: () => void
}

/** The invoice beside the fields, open where it was read: pages, zoom and width by mouse and by keyboard. */
export function Apercu({ piece, demande, large, onLarge }: ApercuProps) {
  const lue = useApp((state) => pageLue(state.lectures[piece.id] ?? null))
  const [turned, setPage] = useState<number | null>(null)
  const page = turned ?? lue
  const [zoom, setZoom] = useState(normal)
  const pages = piece.pages ?? 1
  const { ref, width } = useWidth<HTMLDivElement>(150)
  const factor = zooms[zoom] ?? 1
  const turn = (to: number) => setPage(Math.min(pages, Math.max(1, to)))
  const magnify = (to: number) => setZoom(Math.min(zooms.length - 1, Math.max(0, to)))
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
          <Button small className={styles.large} onClick={onLarge}>
            {large ? 'Rétrécir' : 'Élargir'}
          </Button>
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
      <div ref={ref} className={styles.view} data-view tabIndex={0} role="group" aria-label="Page de la facture">
        <PageLue key={page} piece={piece} demande={demande} page={page} factor={factor} width={width} />
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
