import type { TypeFichier } from '../../format/profil'
import { nomsPlaces } from '../../travail/demandes'
import { moveHere, moveToOther, otherType } from '../../travail/deplacements'
import { Button } from '../../ui/Button'
import { byId, goOnAt } from '../../ui/focus/goOnAt'
import { champId } from '../champs/champId'
import { travail, useApp } from '../poste/travail'
import { demandeOf } from '../poste/useDemande'
import styles from './BlocPieces.module.css'

/** One press for a document that stands in the wrong place, or in another demande too. `demande`: its id. */
export function Deplacements({ demande, type }: { demande: string; type: TypeFichier }) {
  const draft = useApp(({ brouillon }) => brouillon?.id ?? '')
  const misplaced = useApp((state) => {
    const one = demandeOf(state, demande)
    return one !== undefined && moveToOther(one, type, state.lectures) !== null
  })
  const elsewhere = useApp((state) => {
    const one = demandeOf(state, demande)
    return one !== undefined && moveHere(state.dossier.demandes, one, type) !== null
  })
  if (!misplaced && !elsewhere) return null
  return (
    <div className={styles.actions}>
      {misplaced && (
        <Button
          small
          onClick={() => {
            travail.demandes.movePiece(draft, demande, type)
            goOnAt(byId(champId(type)))
          }}
        >
          Déplacer vers {nomsPlaces[otherType(type)]}
        </Button>
      )}
      {elsewhere && (
        <Button
          small
          onClick={() => {
            travail.demandes.movePieceHere(draft, demande, type)
            goOnAt(byId(champId(type)))
          }}
        >
          Déplacer ici
        </Button>
      )}
    </div>
  )
}
