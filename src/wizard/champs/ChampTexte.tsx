import { useLayoutEffect } from 'react'
import { useWatch, type Control, type FieldPathByValue, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { libelles, type Champ } from '../../dossier/champs'
import { cleanValeur } from '../../format/texte'
import type { ChampLu } from '../../travail/suggestions'
import { TextField, type TextFieldProps } from '../../ui/TextField'
import { Proposals } from '../../ui/Messages'
import { Suggestions } from './Suggestions'
import { useConstatsOf } from '../poste/useConstats'
import { afterSign, takeTyped } from '../poste/travail'
import { champId } from './champId'
import { toMessage } from './messages'
import { useNettoyage } from './useNettoyage'
import { useJudged } from './useJudged'

export interface Proposition {
  libelle: string
  valeur: string
}

type NomTexte<Values extends FieldValues> = FieldPathByValue<Values, string> & Champ

type ChampTexteProps<Values extends FieldValues> = Pick<
  TextFieldProps,
  'note' | 'hint' | 'required' | 'readOnly' | 'figures' | 'inputMode' | 'children'
> & {
  form: Pick<UseFormReturn<Values>, 'control' | 'register' | 'getValues' | 'setValue'>
  name: NomTexte<Values>
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

/**
 * A text field of a form. What it says of its value is what the dossier's checks find, at each keystroke. The browser
 * draws the signs by itself: they are judged, and what that changes is drawn, in the frame after theirs.
 */
export function ChampTexte<Values extends FieldValues>({
  form,
  name,
  demande,
  settle = cleanValeur,
  tell,
  propose,
  lu = false,
  deps,
  ...rest
}: ChampTexteProps<Values>) {
  const field = form.register(name, deps && { deps })
  const valueOf = (): string => form.getValues(name)
  const write = (valeur: string) => {
    takeTyped()
    form.setValue(name, valeur as Parameters<typeof form.setValue>[1])
  }
  const constats = useConstatsOf(demande, name)
  const erreurs = constats.filter(({ gravite }) => gravite === 'erreur')
  const alertes = constats.filter(({ gravite }) => gravite === 'alerte')
  // A form that goes (the history was walked through) takes with it what still waits to be told to it.
  useLayoutEffect(() => takeTyped, [])
  const judged = useJudged(valueOf, erreurs.length > 0)
  const nettoyage = useNettoyage()
  const constatees = judged.shown ? [...erreurs, ...alertes].map(toMessage) : []
  const messages = [...constatees, ...nettoyage.messages]
  /** Left by the focus, or done with by Enter: the value is settled, and judged. */
  const leave = () => {
    takeTyped()
    const typed = valueOf()
    const settled = settle(typed)
    if (settled !== typed) {
      write(settled)
      const told = tell?.(typed) ?? null
      if (told !== null) nettoyage.say(told)
    }
    judged.leaving()
  }
  const type = (typed: string) => {
    judged.typing()
    nettoyage.say(null)
    afterSign(() => void field.onChange({ target: { name, value: typed }, type: 'change' }))
  }
  return (
    <TextField
      {...rest}
      id={champId(name)}
      label={libelles[name]}
      inputRef={field.ref}
      messages={messages}
      clean={nettoyage.clean}
      onClean={nettoyage.onClean}
      onChange={type}
      onBlur={() => {
        leave()
        void field.onBlur({ target: { name, value: valueOf() }, type: 'blur' })
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave()
      }}
    >
      {demande !== null && lu && <Suggestions demande={demande} champ={lu} />}
      {propose && constatees.length > 0 && (
        <Propositions control={form.control} name={name} propose={propose} take={write} />
      )}
      {rest.children}
    </TextField>
  )
}

interface PropositionsProps<Values extends FieldValues> {
  control: Control<Values>
  name: NomTexte<Values>
  propose: (typed: string) => readonly Proposition[]
  take: (valeur: string) => void
}

/** What may be meant by what is typed, as it is typed. */
function Propositions<Values extends FieldValues>({ control, name, propose, take }: PropositionsProps<Values>) {
  const typed: string = useWatch({ control, name })
  return <Proposals proposals={propose(typed).map(({ libelle, valeur }) => ({ libelle, take: () => take(valeur) }))} />
}
