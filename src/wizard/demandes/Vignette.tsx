import { useEffect, useState } from 'react'
import type { Piece } from '../../dossier/dossier'
import { drawVignette } from '../../pieces/examine'
import { octetsOf } from '../state/octets'

// Drawn once for each pièce; the pictures are small (240 px) and live as long as the page.
const drawn = new Map<string, string>()

/** A small picture of a pièce's first page, or its format in words. */
export function Vignette({ piece }: { piece: Piece }) {
  const [url, setUrl] = useState(drawn.get(piece.id))
  useEffect(() => {
    const octets = octetsOf(piece.id)
    if (drawn.has(piece.id) || !octets) return
    let here = true
    void drawVignette(octets, piece.formatFichier).then((picture) => {
      if (!picture) return
      const made = URL.createObjectURL(picture)
      drawn.set(piece.id, made)
      if (here) setUrl(made)
    })
    return () => {
      here = false
    }
  }, [piece])
  return url ? <img src={url} alt="" /> : <span>{piece.formatFichier}</span>
}
