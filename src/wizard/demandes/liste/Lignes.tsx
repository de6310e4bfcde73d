import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Ligne } from '../../../travail/liste/lignes'
import type { Selection } from '../../../travail/liste/selection'
import { LazyRows } from '../../../ui/LazyRows'
import { travail } from '../../poste/travail'
import { LigneDemande, type Acte } from './LigneDemande'
import styles from './ListeDemandes.module.css'

const { demandes, liste, lots } = travail

/** Up to so many rows each control is a stop of the Tab key; of more, those of one row are, and arrows go to the others. */
const few = 12

interface LignesProps {
  lignes: readonly Ligne[]
  selection: Selection
  /** In the order of the file, where a row can go up and down. */
  movable: boolean
  whole: boolean
  servies: readonly string[]
  pending: boolean
  onReached: () => void
}

/** Where the focus goes: a row, by its id or by its rank in the list, and which of its controls. */
interface Cible {
  row: string | number
  control: string
}

const controls = (row: Element | undefined | null) =>
  Array.from(row?.querySelectorAll<HTMLElement>('[data-control]:not(:disabled)') ?? [])

/** The rows, by mouse or by keyboard: arrows go from row to row, with Maj they choose on the way. */
export function Lignes({ lignes, selection, movable, whole, servies, pending, onReached }: LignesProps) {
  const list = useRef<HTMLOListElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const cible = useRef<Cible | null>(null)
  const rankOf = (id: string | null) => lignes.findIndex(({ demande }) => demande.id === id)
  const stop = Math.max(0, rankOf(current))

  useEffect(() => {
    if (!cible.current) return
    const { row, control } = cible.current
    const rank = typeof row === 'string' ? rankOf(row) : Math.min(row, lignes.length - 1)
    const found = controls(list.current?.querySelector(`[data-rang="${rank}"]`))
    const like = found.find((one) => one.dataset.control === control) ?? found.find((one) => one.tagName === 'BUTTON')
    if (!like) return
    cible.current = null
    like.focus()
  })

  useEffect(() => {
    const first = pending ? lignes.find(({ demande }) => servies.includes(demande.id)) : undefined
    if (!first) return
    // The sheet gives the focus back as it closes: this comes after.
    const frame = requestAnimationFrame(() => {
      cible.current = { row: first.demande.id, control: 'open' }
      setCurrent(first.demande.id)
      onReached()
    })
    return () => cancelAnimationFrame(frame)
  }, [lignes, servies, pending, onReached])

  const goTo = (rank: number, control: string) => {
    const ligne = lignes[Math.max(0, Math.min(rank, lignes.length - 1))]
    if (!ligne) return
    cible.current = { row: ligne.demande.id, control }
    setCurrent(ligne.demande.id)
    const row = list.current?.querySelector(`[data-rang="${rankOf(ligne.demande.id)}"]`)
    controls(row)
      .find((one) => one.dataset.control === control)
      ?.focus()
  }

  const press = (event: KeyboardEvent<HTMLOListElement>) => {
    const target = event.target instanceof HTMLElement ? event.target : null
    const control = target?.dataset.control
    const rank = Number(target?.closest<HTMLElement>('[data-rang]')?.dataset.rang ?? NaN)
    if (control === undefined || Number.isNaN(rank) || event.altKey) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      liste.chooseShown(true)
      return
    }
    const next = { ArrowDown: rank + 1, ArrowUp: rank - 1, Home: 0, End: lignes.length - 1 }[event.key]
    if (next === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (event.shiftKey) chooseTo(rank, next)
    goTo(next, control)
  }

  const chooseTo = (rank: number, next: number) => {
    const [here, there] = [lignes[rank], lignes[Math.max(0, Math.min(next, lignes.length - 1))]]
    if (!here || !there) return
    liste.choose(here.demande.id, true)
    liste.choose(there.demande.id, true, true)
  }

  // The same at each drawing, so that a row is drawn again only for what it shows; it acts on the list as it is by then.
  const latest = useRef(lignes)
  useEffect(() => {
    latest.current = lignes
  })
  const act = useCallback((acte: Acte, id: string) => {
    const rank = latest.current.findIndex(({ demande }) => demande.id === id)
    if (acte === 'remove') {
      cible.current = { row: rank, control: 'remove' }
      demandes.removeDemande(id)
      return
    }
    if (acte === 'copy') {
      const copy = demandes.duplicateDemande(id)
      if (copy === null) return
      cible.current = { row: copy, control: 'open' }
      setCurrent(copy)
      return
    }
    // Past the row that is seen beside it, whatever the filter hides between.
    const other = latest.current[acte === 'up' ? rank - 1 : rank + 1]
    if (!other) return
    cible.current = { row: id, control: acte }
    lots.move(new Set([id]), { avant: other.numLigne + (acte === 'up' ? 0 : 1) }, { silent: true })
  }, [])

  return (
    <>
      <ol
        ref={list}
        className={styles.rows}
        aria-describedby={lignes.length > few ? 'fleches' : undefined}
        onKeyDown={press}
        onFocus={({ target }) => setCurrent(target.closest<HTMLElement>('[data-id]')?.dataset.id ?? null)}
      >
        <LazyRows items={lignes} blank={styles.blank} reach={current === null ? null : stop}>
          {(ligne, rang) => (
            <LigneDemande
              key={ligne.demande.id}
              {...ligne}
              rang={rang}
              total={lignes.length}
              whole={whole}
              movable={movable}
              chosen={selection.has(ligne.demande.id)}
              servie={servies.includes(ligne.demande.id)}
              stop={lignes.length <= few || rang === stop}
              onAct={act}
            />
          )}
        </LazyRows>
      </ol>
      {lignes.length > few && (
        <p id="fleches" className={styles.keys}>
          Au clavier : ↑ et ↓ vont d’une demande à l’autre, avec Maj elles sélectionnent en chemin ; Ctrl + A
          sélectionne tout ce qui est montré.
        </p>
      )}
    </>
  )
}
