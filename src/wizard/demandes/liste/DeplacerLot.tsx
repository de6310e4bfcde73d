import { useState } from 'react'
import { count } from '../../../format/mots'
import type { Destination } from '../../../travail/liste/lots'
import { Choice } from '../../../ui/Choice'
import { Dialog } from '../../../ui/Dialog'
import { TextField } from '../../../ui/TextField'
import { travail } from '../../poste/travail'
import { Lot } from './Lot'

interface DeplacerLotProps {
  open: boolean
  ids: ReadonlySet<string>
  /** How many demandes there are in the file. */
  total: number
  onClose: () => void
}

type Ou = 'debut' | 'fin' | 'avant'

/** Where the chosen demandes go in the file, whatever order the list is seen in. */
export function DeplacerLot({ open, ids, total, onClose }: DeplacerLotProps) {
  return (
    <Dialog open={open} title="Déplacer les demandes sélectionnées" onClose={onClose}>
      <Contenu ids={ids} total={total} onClose={onClose} />
    </Dialog>
  )
}

function Contenu({ ids, total, onClose }: Omit<DeplacerLotProps, 'open'>) {
  const [ou, setOu] = useState<Ou>('debut')
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const rang = /^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : NaN
  const known = rang >= 1 && rang <= total
  const vers: Destination | null = ou !== 'avant' ? ou : known ? { avant: rang } : null
  const move = () => {
    setAsked(true)
    if (vers === null) {
      document.getElementById('deplacer-avant')?.focus()
      return
    }
    if (!travail.lots.move(ids, vers)) travail.notices.say('Ces demandes sont déjà à cette place.')
    onClose()
  }
  return (
    <Lot nom={`Déplacer ${count(ids.size, 'demande')}`} onApply={move} onClose={onClose}>
      <p>
        {count(ids.size, 'demande sélectionnée')}. Elles gardent entre elles l’ordre du fichier ; les numéros de toutes
        suivent.
      </p>
      <Choice
        id="deplacer-ou"
        legend="Où"
        options={[
          { value: 'debut', label: 'Au début' },
          { value: 'fin', label: 'À la fin' },
          { value: 'avant', label: 'Avant une demande' },
        ]}
        value={ou}
        onChange={setOu}
      />
      {ou === 'avant' && (
        <TextField
          id="deplacer-avant"
          label="Avant la demande n°"
          inputMode="numeric"
          value={typed}
          onChange={setTyped}
          messages={
            asked && !known
              ? [{ kind: 'erreur', faute: 'Ce numéro n’est pas dans le fichier.', remede: `Il va de 1 à ${total}.` }]
              : []
          }
        />
      )}
    </Lot>
  )
}
