import { useController, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form'
import { libelles, type Champ } from '../../dossier/champs'
import { TextField, type TextFieldProps } from '../../ui/TextField'
import { Proposals } from '../../ui/Messages'
import { Suggestion } from '../../ui/Suggestion'
import { useConstatsOf } from '../state/useConstats'
import { champId } from './champId'
import { toErreur, toMessage } from './messages'
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
  /** Values that may be meant by what is typed, offered as buttons while it is wrong. */
  propose?: (typed: string) => readonly Proposition[]
  /** Values found in the attached documents. */
  suggestions?: readonly { texte: string; doute?: string | null; valeurs: readonly string[] }[]
  /** Other fields that this one's value can make right or wrong. */
  deps?: FieldPathByValue<Values, string>[]
}

const trim = (typed: string) => typed.trim()

/** A text field of a form: judged by its schema, with the alertes that the dossier has for it. */
export function ChampTexte<Values extends FieldValues>({
  control,
  name,
  demande,
  settle = trim,
  propose,
  suggestions = [],
  deps,
  ...rest
}: ChampTexteProps<Values>) {
  const { field, fieldState } = useController({ control, name, ...(deps && { rules: { deps } }) })
  const value: string = field.value
  const all = useConstatsOf(demande, name)
  // A rule passed over is no erreur any more, though the form's schema still knows it as one.
  const constats = all.filter(({ schema, passeOutre }) => !schema || passeOutre !== undefined)
  const message = fieldState.error?.message
  const erreur = constats.some((found) => found.schema && found.message === message) ? undefined : message
  const judged = useJudged(value, erreur !== undefined)
  const messages = judged.shown ? [...(erreur === undefined ? [] : [toErreur(erreur)]), ...constats.map(toMessage)] : []
  const proposals = judged.shown && messages.length > 0 ? (propose?.(value) ?? []) : []
  return (
    <TextField
      {...rest}
      id={champId(name)}
      label={libelles[name]}
      value={value}
      inputRef={field.ref}
      messages={messages}
      onChange={(typed) => {
        judged.typing()
        field.onChange(typed)
      }}
      onBlur={() => {
        const settled = settle(value)
        if (settled !== value) field.onChange(settled)
        judged.leaving()
        field.onBlur()
      }}
    >
      {suggestions.map(({ texte, doute, valeurs: [found = ''] }) => (
        <Suggestion key={texte} texte={texte} doute={doute ?? null} take={() => field.onChange(found)} />
      ))}
      <Proposals
        proposals={proposals.map(({ libelle, valeur }) => ({ libelle, take: () => field.onChange(valeur) }))}
      />
      {rest.children}
    </TextField>
  )
}
