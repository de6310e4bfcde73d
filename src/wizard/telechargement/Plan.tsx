import { count } from '../../format/mots'
import { canSaveToFolder } from '../../depot/save'
import type { Lot } from '../../dossier/split'
import { showMo, showOctets } from '../../dossier/taille'
import { profil } from '../../format/profil'
import { Card } from '../../ui/Card'
import { EnregistrerTout } from './EnregistrerTout'
import { NoteNoms } from './NoteNoms'
import styles from './Telechargement.module.css'
import type { Etat } from '../preparation/usePreparation'

interface PlanProps {
  lots: readonly Lot[]
  etats: readonly Etat[]
  onSaved: (...files: Blob[]) => void
}

/** Several deposits: which demandes go into which, and all of their files at once. format §6 */
export function Plan({ lots, etats, onSaved }: PlanProps) {
  return (
    <Card title={`Répartition en ${lots.length} dépôts`}>
      <p>
        Un fichier contient {profil.demandesMax} demandes au plus, et un zip {showOctets(profil.zipTaillePrudente)} :
        vos demandes sont réparties dans leur ordre, en aussi peu de dépôts que possible.
      </p>
      <div className={styles.scroll}>
        <table className={styles.plan}>
          <thead>
            <tr>
              <th scope="col">Dépôt</th>
              <th scope="col">Numéro de fichier</th>
              <th scope="col">Demandes</th>
              <th scope="col">Taille du zip</th>
            </tr>
          </thead>
          <tbody>
            {lots.map(({ dossier, premiere, derniere, taille }, index) => (
              <tr key={premiere}>
                <th scope="row">Dépôt {index + 1}</th>
                <td>{dossier.entete.numeroFichier}</td>
                <td>
                  {count(derniere - premiere + 1, 'demande')} (n° {premiere}
                  {derniere > premiere && ` à ${derniere}`})
                </td>
                <td>{showMo(taille)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {canSaveToFolder() && (
        <EnregistrerTout
          onSaved={onSaved}
          depots={lots.map(({ dossier }, index) => {
            const etat = etats[index]
            return { dossier, depot: etat?.etape === 'pret' ? etat.depot : null }
          })}
        />
      )}
      <NoteNoms />
    </Card>
  )
}
