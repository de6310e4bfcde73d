import { memo, useEffect, useState } from 'react'
import { count } from '../../format/mots'
import { showMo } from '../../dossier/taille'
import { showMessage } from '../../format/message'
import type { DraftResume } from '../../records/draft'
import { messagesStockage } from '../../records/resultat'
import { readPlace, type Place } from '../../storage/room'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { byId, goOnAt } from '../../ui/focus/goOnAt'
import { TextField } from '../../ui/TextField'
import { goTo, writeRoute } from '../route'
import { exporterGarde } from '../poste/exporter'
import { showInstant } from '../dates'
import { dernierOf } from './dernier'
import { Reste } from './Reste'
import styles from './Historique.module.css'
import { travail, useApp } from '../poste/travail'

/** Drafts kept on this computer, the last changed first. */
export function Brouillons() {
  const brouillons = useApp((state) => state.brouillons)
  const current = useApp((state) => state.brouillon?.id)
  const dernier = useApp((state) => dernierOf(state)?.id)
  useEffect(() => void travail.brouillons.refresh(), [])
  if (brouillons.length === 0) return null
  return (
    <Card title="Brouillons">
      <Reste items={brouillons}>
        {(shown) => (
          <ul className={styles.list}>
            {shown.map((brouillon) => (
              <Ligne
                key={brouillon.id}
                brouillon={brouillon}
                current={brouillon.id === current}
                dernier={brouillon.id === dernier}
              />
            ))}
          </ul>
        )}
      </Reste>
      <PlaceOccupee brouillons={brouillons} />
    </Card>
  )
}

interface LigneProps {
  brouillon: DraftResume
  current: boolean
  /** It is the one to go on with. */
  dernier: boolean
}

const Ligne = memo(function Ligne({ brouillon, current, dernier }: LigneProps) {
  const [renaming, setRenaming] = useState(false)
  const { id, nom, modifieLe, demandes, taille, raison } = brouillon
  const nameId = `brouillon-${id}`
  const open = async () => {
    if (current || (await travail.session.resume(id))) goTo(writeRoute('demandes'))
  }
  const endRenaming = () => {
    setRenaming(false)
    goOnAt(byId(`renommer-${id}`))
  }
  return (
    <li className={styles.row}>
      <span>
        <span id={nameId} className={styles.name}>
          {nom || 'Sans nom'}
        </span>{' '}
        {current && <Badge kind="prete" text="ouvert ici" />}
        <span className={styles.small}>
          {showInstant(modifieLe)} · {count(demandes, 'demande')} · {showMo(taille)}
        </span>
        {raison !== null && <span className={styles.small}>✕ {showMessage(messagesStockage[raison])}</span>}
      </span>
      <span className={styles.actions} role="group" aria-labelledby={nameId}>
        <Button
          small
          look={dernier ? 'primary' : 'plain'}
          disabled={raison !== null}
          aria-describedby={nameId}
          onClick={open}
        >
          {dernier ? 'Reprendre le brouillon' : 'Ouvrir'}
        </Button>
        <Button
          small
          disabled={raison !== null}
          aria-describedby={nameId}
          onClick={() => setRenaming(true)}
          id={`renommer-${id}`}
        >
          Renommer
        </Button>
        <Button small disabled={raison !== null} aria-describedby={nameId} onClick={() => exporterGarde(id)}>
          Exporter
        </Button>
        <Button small aria-describedby={nameId} onClick={() => travail.brouillons.remove(brouillon)}>
          Supprimer
        </Button>
      </span>
      {renaming && <Renommer id={id} nom={nom} onDone={endRenaming} />}
    </li>
  )
})

function Renommer({ id, nom, onDone }: { id: string; nom: string; onDone: () => void }) {
  const [typed, setTyped] = useState(nom)
  const save = () => {
    if (typed.trim() !== '') void travail.brouillons.rename(id, typed.trim())
    onDone()
  }
  return (
    <form
      className={`${styles.below} ${styles.edit}`}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField
        id={`nom-${id}`}
        label="Nom du brouillon"
        value={typed}
        onChange={setTyped}
        inputRef={focusOnce}
        onKeyDown={({ key }) => key === 'Escape' && onDone()}
      />
      <Button look="primary" onClick={save}>
        Enregistrer le nom
      </Button>
      <Button onClick={onDone}>Annuler</Button>
    </form>
  )
}

const giga = 1024 ** 3
const showRoom = (bytes: number) =>
  bytes < giga ? showMo(bytes) : `${(bytes / giga).toFixed(1).replace('.', ',')}\u00a0Go`

/** How much room is used here and how much is left, as the browser estimates it. */
function PlaceOccupee({ brouillons }: { brouillons: readonly DraftResume[] }) {
  const [place, setPlace] = useState<Place | null>(null)
  useEffect(() => {
    let here = true
    void readPlace().then((read) => here && setPlace(read))
    return () => {
      here = false
    }
  }, [brouillons])
  return (
    <p className={styles.small}>
      Gardés sur cet ordinateur, dans ce navigateur seulement
      {place && ` : ${showRoom(place.utilise)} utilisés, ${showRoom(place.libre)} libres`}. Exportez un brouillon pour
      le mettre à l’abri ou le continuer ailleurs.
    </p>
  )
}

// The same function each time: React calls another one anew, and the focus would be taken back.
const focusOnce = (field: HTMLInputElement | null) => field?.focus()
