import { useEffect, useRef, useState } from 'react'
import { agree, count } from '../../../format/mots'
import type { Ligne } from '../../../travail/liste/lignes'
import type { Selection } from '../../../travail/liste/selection'
import { Button } from '../../../ui/Button'
import { travail } from '../../poste/travail'
import styles from './Choisies.module.css'
import { DeplacerLot } from './DeplacerLot'
import { ModifierLot } from './ModifierLot'

const { liste, lots } = travail

const headId = 'tout-selectionner'

/** The pressed button goes with the selection: the work goes on at the head of the list, or of the page. */
function thenFocusHead(act: () => void) {
  act()
  requestAnimationFrame(() => (document.getElementById(headId) ?? document.querySelector('h1'))?.focus())
}

interface ChoisiesProps {
  lignes: readonly Ligne[]
  shown: readonly Ligne[]
  selection: Selection
}

/** The head of the list: all that are shown chosen in one press, and what is done to those that are. */
export function Choisies({ lignes, shown, selection }: ChoisiesProps) {
  const [dialog, setDialog] = useState<'modifier' | 'deplacer' | null>(null)
  const head = useRef<HTMLInputElement>(null)
  const chosen = lignes.filter(({ demande }) => selection.has(demande.id)).map(({ demande }) => demande)
  const visible = shown.filter(({ demande }) => selection.has(demande.id)).length
  const hidden = chosen.length - visible
  const ids = new Set(chosen.map(({ id }) => id))
  const some = visible > 0 && visible < shown.length
  useEffect(() => {
    if (head.current) head.current.indeterminate = some
  }, [some])
  return (
    <div className={styles.head} role="group" aria-label="Demandes sélectionnées">
      <label className={styles.all}>
        <input
          ref={head}
          id={headId}
          type="checkbox"
          checked={shown.length > 0 && visible === shown.length}
          disabled={shown.length === 0}
          onChange={({ target }) => liste.chooseShown(target.checked)}
        />
        Tout sélectionner
      </label>
      <span className={styles.count} role="status">
        {chosen.length > 0 && count(chosen.length, 'demande sélectionnée')}
        {hidden > 0 && `, dont ${count(hidden, 'masquée')} par le filtre`}
      </span>
      {chosen.length > 0 && (
        <span className={styles.acts}>
          {hidden > 0 && (
            <Button small onClick={() => thenFocusHead(liste.dropHidden)}>
              Laisser {agree(hidden, 'la masquée')}
            </Button>
          )}
          <Button small aria-label="Modifier les demandes sélectionnées" onClick={() => setDialog('modifier')}>
            Modifier…
          </Button>
          <Button small aria-label="Déplacer les demandes sélectionnées" onClick={() => setDialog('deplacer')}>
            Déplacer…
          </Button>
          <Button
            small
            aria-label="Supprimer les demandes sélectionnées"
            onClick={() => thenFocusHead(() => lots.remove(ids) && liste.chooseNone())}
          >
            Supprimer
          </Button>
          <Button small look="quiet" onClick={() => thenFocusHead(liste.chooseNone)}>
            Désélectionner
          </Button>
        </span>
      )}
      <ModifierLot open={dialog === 'modifier'} demandes={chosen} hidden={hidden} onClose={() => setDialog(null)} />
      <DeplacerLot open={dialog === 'deplacer'} ids={ids} total={lignes.length} onClose={() => setDialog(null)} />
    </div>
  )
}
