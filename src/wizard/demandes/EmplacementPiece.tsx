import { useRef } from 'react'
import { useStore } from 'zustand'
import { count } from '../../format/mots'
import { libelles } from '../../dossier/champs'
import type { Piece } from '../../dossier/dossier'
import { showMo } from '../../dossier/taille'
import { nommerPieces } from '../../dossier/toFichier'
import { showPieceAttendue } from '../../format/limites'
import { profil, type TypeFichier } from '../../format/profil'
import { Button } from '../../ui/Button'
import { DropZone } from '../../ui/DropZone'
import { byId, goOnAt } from '../../ui/focus/goOnAt'
import { Messages, type FieldMessage } from '../../ui/Messages'
import { champId } from '../champs/champId'
import { toMessage } from '../champs/messages'
import { LireDocument } from '../pieces/LireDocument'
import { Secours } from '../pieces/Secours'
import { nomFixe } from '../noms'
import { trierFichiers } from '../recevoir'
import type { Refus } from '../../travail/attach'
import { placeOf } from '../../travail/joints'
import type { State } from '../../travail/state'
import { fileOf, octetsOf } from '../poste/octets'
import { useConstatsOf } from '../poste/useConstats'
import { demandeOf } from '../poste/useDemande'
import styles from './BlocPieces.module.css'
import { Deplacements } from './Deplacements'
import { showLus } from './ToutUtiliser'
import { Vignette } from './Vignette'
import { travail, useApp } from '../poste/travail'
import { useEnsembles } from '../champs/useSuggestions'

/** Takes files for one place: one is attached at once, the last dropped wins; several are reviewed and joined. */
function useAttach(id: string, type: TypeFichier, piece: Piece | null) {
  const joint = useStore(travail.joints.store, (joints) => joints[placeOf(id, type)] ?? null)
  const attach = async (files: readonly File[]) => {
    const [file, ...others] = files
    if (!file || others.length > 0) return trierFichiers(files, { demande: id, type })
    return travail.joints.attach(id, type, file)
  }
  return {
    enExamen: joint?.kind === 'examen' ? joint.nom : null,
    // Of a place that holds another pièce since, it says nothing any more.
    refus: joint?.kind === 'refus' && joint.avec === piece?.id ? joint.refus : null,
    attach,
    /** To what is attached already, further documents of the same type. */
    add: (files: readonly File[]) => {
      const standing = piece && fileOfPiece(piece)
      return trierFichiers(standing && files.length > 0 ? [standing, ...files] : files, { demande: id, type })
    },
    stop: () => travail.joints.stop(id, type),
    forget: () => travail.joints.forget(id, type),
  }
}

const fileOfPiece = (piece: Piece) => {
  const octets = octetsOf(piece.id)
  return octets ? new File([octets], piece.nomOriginal, { type: octets.type }) : null
}

/** The name that a demande's document of that type will have. */
const nomOf = (state: State, demandeId: string, type: TypeFichier) => {
  const demande = demandeOf(state, demandeId)
  const nommees = demande ? nommerPieces(demande, state.dossier.entete.vague) : []
  return nommees.find(({ typeFichier }) => typeFichier === type)?.nomFichier
}

/**
 * The place of one document: its drop zone, then what was dropped, how it will be named, and what to know of it.
 * `demande`: its id.
 */
export function EmplacementPiece({ demande, type }: { demande: string; type: TypeFichier }) {
  const piece = useApp((state) => demandeOf(state, demande)?.pieces[type] ?? null)
  const nom = useApp((state) => nomOf(state, demande, type))
  const { enExamen, refus, attach, add, stop, forget } = useAttach(demande, type, piece)
  const input = useRef<HTMLInputElement>(null)
  const controleOuvert = useApp((state) => state.controleOuvert)
  const constats = useConstatsOf(demande, type).filter(({ manque }) => !manque || controleOuvert)
  const id = champId(type)
  const messages: FieldMessage[] = [...(refus ? [refusMessage(refus)] : []), ...constats.map(toMessage)]
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
          onAdd={(files) => void add(files)}
          onRemove={() => {
            travail.demandes.removePiece(demande, type)
            goOnAt(byId(id))
          }}
        />
      )}
      {enExamen !== null && (
        <div className={styles.busy} role="status">
          <span>Examen de « {enExamen} »…</span>
          <Button small onClick={stop}>
            Annuler
          </Button>
        </div>
      )}
      <DropZone
        id={id}
        inputRef={input}
        label={nomFixe(libelles[type])}
        describedBy={`${id}-messages`}
        invalid={messages.some(({ kind }) => kind === 'erreur')}
        bare={piece !== null || enExamen !== null}
        multiple
        onFiles={(files) => void attach(files)}
        text={showPieceAttendue()}
      />
      {piece && <Lus demande={demande} type={type} />}
      <Messages id={`${id}-messages`} messages={messages} />
      {piece && <Deplacements demande={demande} type={type} />}
      {refus && (
        <div>
          {refus.recours && (
            <Secours fichier={fileOf(refus.fichier)} recours={refus.recours} onMade={(made) => void attach([made])} />
          )}
          <Button small look="quiet" onClick={forget}>
            Masquer ce message
          </Button>
        </div>
      )}
      {piece && piece.taille > profil.pieceTaillePrudente && (
        <Allegement key={piece.id} piece={piece} onMade={(made) => void attach([made])} />
      )}
    </div>
  )
}

/** Says beside a document that values were read in it, and leads to where they wait: they may be out of view. */
function Lus({ demande, type }: { demande: string; type: TypeFichier }) {
  const lus = useEnsembles(demande).find(({ source }) => source === type)
  const reading = useApp((state) => state.enLecture.has(demandeOf(state, demande)?.pieces[type]?.id ?? ''))
  return (
    <p role="status" aria-busy={reading} className={styles.lus}>
      {reading && 'Lecture du document…'}
      {lus && (
        <>
          {lus.suggestions.length} valeurs lues dans {lus.ou} sont proposées en haut de la page.{' '}
          <Button small look="quiet" onClick={showLus}>
            Les voir
          </Button>
        </>
      )}
    </p>
  )
}

const refusMessage = ({ fichier, faute, remede }: Refus): FieldMessage => ({
  kind: 'erreur',
  faute: `« ${fichier.name} » n’a pas été pris. ${faute}`,
  remede,
})

/** A pièce near the limit can be made lighter on request. */
function Allegement({ piece, onMade }: { piece: Piece; onMade: (fichier: File) => void }) {
  const fichier = fileOfPiece(piece)
  if (!fichier || piece.formatFichier === 'XML') return null
  return <Secours fichier={fichier} recours={{ kind: 'reduire', formatFichier: piece.formatFichier }} onMade={onMade} />
}

interface PieceAttacheeProps {
  piece: Piece
  nom: string
  onReplace: () => void
  onAdd: (files: readonly File[]) => void
  onRemove: () => void
}

function PieceAttachee({ piece, nom, onReplace, onAdd, onRemove }: PieceAttacheeProps) {
  const more = useRef<HTMLInputElement>(null)
  const facts = [
    showMo(piece.taille),
    piece.pages !== null && count(piece.pages, 'page'),
    piece.documents > 1 && `${piece.documents} documents réunis`,
  ]
  return (
    <div className={styles.piece}>
      <div className={styles.thumb}>
        <Vignette piece={piece} />
      </div>
      <div>
        {/* A number that is not typed yet leaves a gap: shown as one, never as a name that ends in a dash. */}
        <div className={styles.new}>{nom.replace(/-\./, '-…….')}</div>
        <div className={styles.old}>
          <bdi>← {piece.nomOriginal}</bdi> · {facts.filter(Boolean).join(' · ')}
        </div>
      </div>
      <div className={styles.actions}>
        <Button small onClick={onReplace}>
          Remplacer
        </Button>
        <Button small onClick={onRemove}>
          Retirer
        </Button>
        {piece.formatFichier !== 'XML' && (
          <>
            <Button small onClick={() => more.current?.click()}>
              Ajouter un document
            </Button>
            <DropZone
              id={`plus-${piece.id}`}
              inputRef={more}
              label="Document à ajouter"
              bare
              hidden
              multiple
              onFiles={(files) => onAdd(files)}
            />
          </>
        )}
      </div>
      <LireDocument key={piece.id} piece={piece} />
    </div>
  )
}
