import { useController, type Control } from 'react-hook-form'
import { libelles } from '../../dossier/champs'
import type { Saisie } from '../../dossier/dossier'
import { Choice } from '../../ui/Choice'
import { useApp } from '../state/store'
import { useConstatsOf } from '../state/useConstats'
import { champId } from './champId'
import { toErreur, toMessage } from './messages'

interface ChampOuiNonProps {
  control: Control<Saisie>
  name: 'isDirectToDMP' | 'isDirectToMSSPro' | 'isDirectToMSSCitoyen'
  demande: string
  deps: (keyof Saisie)[]
}

const options = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
] as const

/** One question of the scenario: nothing is preselected (format §3). */
export function ChampOuiNon({ control, name, demande, deps }: ChampOuiNonProps) {
  const { field, fieldState } = useController({ control, name, rules: { deps } })
  const controleOuvert = useApp((state) => state.controleOuvert)
  const alertes = useConstatsOf(demande, name).filter(({ schema }) => !schema)
  const erreur = controleOuvert && fieldState.error?.message ? [toErreur(fieldState.error.message)] : []
  return (
    <Choice
      id={champId(name)}
      legend={libelles[name]}
      options={options}
      value={field.value === null ? null : field.value ? 'oui' : 'non'}
      onChange={(answer) => field.onChange(answer === 'oui')}
      messages={[...erreur, ...alertes.map(toMessage)]}
    />
  )
}
