import { useState } from 'react'
import { Button } from '../../ui/Button'
import { exporterCourant } from '../poste/exporter'

/** Saves the whole draft as one file, whatever the state of the storage. */
export function Exporter() {
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    await exporterCourant()
    setBusy(false)
  }
  return (
    <Button small aria-busy={busy} onClick={() => void save()}>
      Exporter le brouillon
    </Button>
  )
}
