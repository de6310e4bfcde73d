import { useRef, useState } from 'react'
import { libelles } from '../../dossier/champs'
import type { Demande, Piece } from '../../dossier/dossier'
import { showMo } from '../../dossier/taille'
import { nommerPieces } from '../../dossier/toFichier'
import type { TypeFichier } from '../../format/profil'
import { Button } from '../../ui/Button'
import { DropZone } from '../../ui/DropZone'
import { Messages, type FieldMessage } from '../../ui/Messages'
import { champId } from '../champs/ChampTexte'
import { toMessage } from '../champs/messages'
import { count } from '../etapes'
import { removePiece } from '../state/actions'
import { attachFile, type Refus } from '../state/attach'
import { useApp } from '../state/store'
import { useConstatsOf } from '../state/useConstats'
import styles from './BlocPieces.module.css'
import { Vignette } from './Vignette'

interface Work {
  nom: string
  stop: AbortController
}

/** Takes files for one place: one at a time, the last dropped wins. */
function useAttach(demande: string, type: TypeFichier) {
  const [work, setWork] = useState<Work | null>(null)
  const [refus, setRefus] = useState<Refus | null>(null)
  const attach = async (files: File[]) => {
    const file = files[0]
    if (!file) return
    work?.stop.abort()
    const mine = { nom: file.name, stop: new AbortController() }
    setWork(mine)
    setRefus(null)
    const refused = await attachFile(demande, type, file, mine.stop.signal)
    setRefus(refused)
    setWork((now) => (now === mine ? null : now))
  }
  return { work, refus, attach, forget: () => setRefus(null) }
}

/** The place of one document: its drop zone, then what was dropped, how it will be named, and what to know of it. */
export function EmplacementPiece({ demande, type }: { demande: Demande; type: TypeFichier }) {
  const { work, refus, attach, forget } = useAttach(demande.id, type)
  const input = useRef<HTMLInputElement>(null)
  const controleOuvert = useApp((state) => state.controleOuvert)
  const vague = useApp((state) => state.dossier.entete.vague)
  const constats = useConstatsOf(demande.id, type).filter(({ manque }) => !manque || controleOuvert)
  const piece = demande.pieces[type]
  const nom = nommerPieces(demande, vague).find(({ typeFichier }) => typeFichier === type)?.nomFichier
  const id = champId(type)
  const messages: FieldMessage[] = [
    ...(refus
      ? [{ kind: 'erreur', faute: `« ${refus.nom} » n’a pas été pris. ${refus.faute}`, remede: refus.remede } as const]
      : []),
    ...constats.map(toMessage),
  ]
  return (
    <div className={styles.slot}>
      <span className={styles.label} aria-hidden="true">
        {libelles[type]}
      </span>
      {piece && nom && (
        <PieceAttachee
          piece={piece}
          nom={nom}
          onReplace={() => input.current?.click()}
          onRemove={() => removePiece(demande.id, type)}
        />
      )}
      {work && (
        <div className={styles.busy} role="status">
          <span>Examen de « {work.nom} »…</span>
          <Button small onClick={() => work.stop.abort()}>
            Annuler
          </Button>
        </div>
      )}
      <DropZone
        id={id}
        inputRef={input}
        label={libelles[type]}
        describedBy={`${id}-messages`}
        invalid={messages.some(({ kind }) => kind === 'erreur')}
        bare={piece !== null || work !== null}
        onFiles={(files) => void attach(files)}
        text="PDF, PNG ou JPG, 3 Mo au plus"
      />
      <Messages id={`${id}-messages`} messages={messages} />
      {refus && (
        <div>
          <Button small look="quiet" onClick={forget}>
            Masquer ce message
          </Button>
        </div>
      )}
    </div>
  )
}

function PieceAttachee({
  piece,
  nom,
  onReplace,
  onRemove,
}: {
  piece: Piece
  nom: string
  onReplace: () => void
  onRemove: () => void
}) {
  const facts = [showMo(piece.taille), piece.pages !== null && count(piece.pages, 'page')].filter(Boolean).join(' · ')
  return (
    <div className={styles.piece}>
      <div className={styles.thumb}>
        <Vignette piece={piece} />
      </div>
      <div>
        <div className={styles.new}>{nom}</div>
        <div className={styles.old}>
          <bdi>← {piece.nomOriginal}</bdi> · {facts}
        </div>
      </div>
      <div className={styles.actions}>
        <Button small onClick={onReplace}>
          Remplacer
        </Button>
        <Button small onClick={onRemove}>
          Retirer
        </Button>
      </div>
    </div>
  )
}
