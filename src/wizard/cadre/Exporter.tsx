import { saveFile } from '../../depot/save'
import { Button } from '../../ui/Button'
import { travailler } from '../ouverture/etat'
import { exportBrouillon } from '../state/exportation'

/** Saves the whole draft as one file, whatever the state of the storage. */
export function Exporter() {
  const save = async () => {
    const file = await travailler('Export du brouillon', exportBrouillon)
    if (file) saveFile(file.octets, file.nom)
  }
  return (
    <Button small onClick={save}>
      Exporter le brouillon
    </Button>
  )
}
