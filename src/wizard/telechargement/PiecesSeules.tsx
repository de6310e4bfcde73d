import { saveFile } from '../../depot/save'
import { taillePieces } from '../../dossier/dossier'
import { nomOf, showRangNom } from '../../dossier/nom'
import { nommerPieces } from '../../dossier/toFichier'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { octetsOf } from '../poste/octets'
import styles from './Telechargement.module.css'
import { travail, useApp } from '../poste/travail'

/** Each demande's pièces by themselves: the portal sometimes takes the JSON and drops the zip. */
export function PiecesSeules() {
  const demandes = useApp((state) => state.dossier.demandes)
  const vague = useApp((state) => state.dossier.entete.vague)
  if (demandes.every((demande) => taillePieces(demande) === 0)) return null
  const save = (pieceId: string, nom: string) => {
    const octets = octetsOf(pieceId)
    if (octets) saveFile(octets, nom)
    else travail.notices.say(`Les octets de ${nom} ne sont plus disponibles : joignez cette pièce de nouveau.`)
  }
  return (
    <Card>
      <details className={styles.pieces}>
        <summary>Pièces d’une seule demande</summary>
        <p className={styles.note}>
          Utile si le portail a pris le JSON sans le zip : chaque pièce sous le nom qu’elle doit porter.
        </p>
        <ol>
          {demandes.map((demande, index) => (
            <li key={demande.id}>
              <span>{showRangNom(nomOf(demande), index + 1)}</span>
              {nommerPieces(demande, vague).map(({ nomFichier, piece }) => (
                <Button key={nomFichier} small onClick={() => save(piece.id, nomFichier)}>
                  {nomFichier}
                </Button>
              ))}
            </li>
          ))}
        </ol>
      </details>
    </Card>
  )
}
