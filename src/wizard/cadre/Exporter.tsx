import { useState } from 'react'
import { saveFile } from '../../depot/save'
import { Button } from '../../ui/Button'
import { travailler } from '../ouverture/etat'
import { exportBrouillon } from '../state/exportation'

/** Saves the whole draft as one file, whatever the state of the storage. */
export function Exporter() {
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const file = await travailler('Export du brouillon', exportBrouillon)
    setBusy(false)
    if (file) saveFile(file.octets, file.nom)
  }
  return (
    <Button small aria-busy={busy} onClick={() => void save()}>
      Exporter le brouillon
    </Button>
  )
}
