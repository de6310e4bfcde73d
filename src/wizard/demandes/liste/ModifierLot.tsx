import { useState } from 'react'
import { libelles, type Champ } from '../../../dossier/champs'
import type { Demande, Saisie } from '../../../dossier/dossier'
import { count } from '../../../format/mots'
import { ecartOf, valeursEdits } from '../../../travail/liste/lots'
import { checkValeurs, emptyLot, valeursOf, type SaisieLot } from '../../../travail/liste/saisieLot'
import { Choice } from '../../../ui/Choice'
import { Dialog } from '../../../ui/Dialog'
import { Messages, type FieldMessage } from '../../../ui/Messages'
import { TextField } from '../../../ui/TextField'
import { toMessage } from '../../champs/messages'
import { travail } from '../../poste/travail'
import { Lot } from './Lot'
import styles from './Lot.module.css'

interface ModifierLotProps {
  open: boolean
  demandes: readonly Demande[]
  /** How many of them the filter hides. */
  hidden: number
  onClose: () => void
}

/** Values given to all chosen demandes at once; what they would replace is said before. */
export function ModifierLot({ open, onClose, ...rest }: ModifierLotProps) {
  return (
    <Dialog open={open} title="Modifier les demandes sélectionnées" onClose={onClose}>
      <Contenu onClose={onClose} {...rest} />
    </Dialog>
  )
}

const reponses = [
  { value: 'inchange', label: 'Ne pas changer' },
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
] as const

const questions = [
  { name: 'isDirectToDMP', detail: 'identDMP', hint: 'Plusieurs : séparés par une virgule.' },
  { name: 'isDirectToMSSPro', detail: 'adresseBoiteMSSPro', hint: '' },
  { name: 'isDirectToMSSCitoyen', detail: 'adresseBoiteMSSCitoyen', hint: '' },
] as const

function Contenu({ demandes, hidden, onClose }: Omit<ModifierLotProps, 'open'>) {
  const [lot, setLot] = useState<SaisieLot>(emptyLot)
  const set = (part: Partial<SaisieLot>) => setLot((before) => ({ ...before, ...part }))
  const valeurs = valeursOf(lot)
  const constats = checkValeurs(valeurs)
  const changees = valeursEdits(demandes, valeurs).length
  const given = Object.keys(valeurs).length > 0
  const wrong = constats.some(({ gravite }) => gravite === 'erreur')
  const messagesOf = (name: Champ & keyof Saisie): FieldMessage[] => [
    ...constats.filter(({ champ }) => champ === name).map(toMessage),
    ...remplacees(demandes, valeurs, name),
  ]
  const apply = () => {
    if (wrong || changees === 0) return
    travail.lots.setValeurs(new Set(demandes.map(({ id }) => id)), valeurs)
    onClose()
  }
  return (
    <Lot
      nom={`Modifier ${count(given ? changees : demandes.length, 'demande')}`}
      disabled={wrong || changees === 0}
      onApply={apply}
      onClose={onClose}
    >
      <p>
        {count(demandes.length, 'demande sélectionnée')}
        {hidden > 0 && `, dont ${count(hidden, 'masquée')} par le filtre`}. Ce qui reste vide ou sans réponse ne change
        pas.
      </p>
      <TextField
        id="lot-date"
        label={libelles.dateFacture}
        hint="JJ/MM/AAAA"
        value={lot.dateFacture}
        onChange={(dateFacture) => set({ dateFacture })}
        messages={messagesOf('dateFacture')}
      />
      {questions.map(({ name, detail, hint }) => (
        <div key={name} className={styles.question}>
          <Choice
            id={`lot-${name}`}
            legend={libelles[name]}
            options={reponses}
            value={lot[name] === null ? 'inchange' : lot[name] ? 'oui' : 'non'}
            onChange={(value) => set({ [name]: value === 'inchange' ? null : value === 'oui' })}
            messages={messagesOf(name)}
          />
          {lot[name] && (
            <TextField
              id={`lot-${detail}`}
              label={libelles[detail]}
              hint={`Laissé vide, ce que chaque demande porte reste. ${hint}`}
              value={lot[detail]}
              onChange={(typed) => set({ [detail]: typed })}
              messages={messagesOf(detail)}
            />
          )}
        </div>
      ))}
      <p role="status" className={styles.note}>
        {!given
          ? 'Rien n’est encore changé.'
          : changees === 0
            ? 'Toutes ont déjà ces valeurs.'
            : changees < demandes.length &&
              `${count(changees, 'demande')} à modifier sur ${demandes.length} : le reste a déjà ces valeurs.`}
      </p>
      {wrong && <Messages messages={[{ kind: 'erreur', faute: 'Corrigez ce qui est signalé ci-dessus.' }]} />}
    </Lot>
  )
}

/** How many demandes have another value in this field, that would be replaced. */
function remplacees(demandes: readonly Demande[], valeurs: Partial<Saisie>, name: keyof Saisie): FieldMessage[] {
  const { autres } = ecartOf(demandes, valeurs, name)
  if (autres === 0) return []
  const faute = `Remplace une autre valeur dans ${count(autres, 'demande')}.`
  return [{ kind: 'alerte', faute, remede: '« Annuler » les rendra.' }]
}
