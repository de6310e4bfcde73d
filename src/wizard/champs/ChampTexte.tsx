import { useController, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form'
import { libelles, type Champ } from '../../dossier/champs'
import { cleanValeur } from '../../format/texte'
import type { ChampLu } from '../../travail/suggestions'
import { TextField, type TextFieldProps } from '../../ui/TextField'
import { Proposals } from '../../ui/Messages'
import { Suggestions } from './Suggestions'
import { useConstatsOf } from '../poste/useConstats'
import { champId } from './champId'
import { toMessage } from './messages'
import { useNettoyage } from './useNettoyage'
import { useJudged } from './useJudged'

export interface Proposition {
  libelle: string
  valeur: string
}

type ChampTexteProps<Values extends FieldValues> = Pick<
  TextFieldProps,
  'note' | 'hint' | 'required' | 'readOnly' | 'figures' | 'inputMode' | 'children'
> & {
  control: Control<Values>
  name: FieldPathByValue<Values, string> & Champ
  /** Id of the demande the form edits; null for the header. */
  demande: string | null
  /** What the field shows once it is left. */
  settle?: (typed: string) => string
  /** What `settle` takes off around the value, in words; null when it takes nothing off. */
  tell?: (typed: string) => string | null
  /** Values that may be meant by what is typed, offered as buttons while it is wrong. */
  propose?: (typed: string) => readonly Proposition[]
  /** What is found of it in the attached documents is offered under this name; absent: nothing is. */
  lu?: ChampLu | false
  /** Other fields that this one's value can make right or wrong. */
  deps?: FieldPathByValue<Values, string>[]
}

/** A text field of a form. What it says of its value is what the dossier's checks find, at each keystroke. */
export function ChampTexte<Values extends FieldValues>({
  control,
  name,
  demande,
  settle = cleanValeur,
  tell,
  propose,
  lu = false,
  deps,
  ...rest
}: ChampTexteProps<Values>) {
  const { field } = useController({ control, name, ...(deps && { rules: { deps } }) })
  const value: string = field.value
  const constats = useConstatsOf(demande, name)
  const erreurs = constats.filter(({ gravite }) => gravite === 'erreur')
  const alertes = constats.filter(({ gravite }) => gravite === 'alerte')
  const judged = useJudged(value, erreurs.length > 0)
  const nettoyage = useNettoyage()
  const constatees = judged.shown ? [...erreurs, ...alertes].map(toMessage) : []
  const messages = [...constatees, ...nettoyage.messages]
  const proposals = constatees.length > 0 ? (propose?.(value) ?? []) : []
  /** Left by the focus, or done with by Enter: the value is settled, and judged. */
  const leave = () => {
    const settled = settle(value)
    if (settled !== value) {
      field.onChange(settled)
      const told = tell?.(value) ?? null
      if (told !== null) nettoyage.say(told)
    }
    judged.leaving()
  }
  return (
    <TextField
      {...rest}
      id={champId(name)}
      label={libelles[name]}
      value={value}
      inputRef={field.ref}
      messages={messages}
      clean={nettoyage.clean}
      onClean={nettoyage.onClean}
      onChange={(typed) => {
        judged.typing()
        nettoyage.say(null)
        field.onChange(typed)
      }}
      onBlur={() => {
        leave()
        field.onBlur()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave()
      }}
    >
      {demande !== null && lu && <Suggestions demande={demande} champ={lu} />}
      <Proposals
        proposals={proposals.map(({ libelle, valeur }) => ({ libelle, take: () => field.onChange(valeur) }))}
      />
      {rest.children}
    </TextField>
  )
}
