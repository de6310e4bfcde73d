import { Button } from '../../ui/Button'
import { exporterCourant } from '../poste/exporter'

/** Saves the whole draft as one file, whatever the state of the storage. */
export function Exporter() {
  return (
    <Button small onClick={exporterCourant}>
      Exporter le brouillon
    </Button>
  )
}
