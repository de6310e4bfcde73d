import { useEffect, useState } from 'react'
import type { Piece } from '../../dossier/dossier'
import { drawVignette } from '../../pieces/examine'
import { Picture } from '../../ui/Picture'
import { octetsOf } from '../poste/octets'

/** A small picture of a pièce's first page, or its format in words. */
export function Vignette({ piece }: { piece: Piece }) {
  const [drawn, setDrawn] = useState<Blob | null>(null)
  useEffect(() => {
    const octets = octetsOf(piece.id)
    if (!octets) return
    const stop = new AbortController()
    void drawVignette(octets, piece.formatFichier, stop.signal).then((picture) => {
      if (!stop.signal.aborted) setDrawn(picture)
    })
    return () => stop.abort()
  }, [piece])
  return drawn ? <Picture octets={drawn} /> : <span>{piece.formatFichier}</span>
}
