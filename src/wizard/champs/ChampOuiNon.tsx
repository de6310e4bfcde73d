import { useController, type Control } from 'react-hook-form'
import { libelles } from '../../dossier/champs'
import type { Saisie } from '../../dossier/dossier'
import { Choice } from '../../ui/Choice'
import { useConstatsOf } from '../poste/useConstats'
import { champId } from './champId'
import { toMessage } from './messages'
import { useApp } from '../poste/travail'

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
  const { field } = useController({ control, name, rules: { deps } })
  const controleOuvert = useApp((state) => state.controleOuvert)
  const shown = useConstatsOf(demande, name).filter(({ manque }) => !manque || controleOuvert)
  return (
    <Choice
      id={champId(name)}
      legend={libelles[name]}
      options={options}
      value={field.value === null ? null : field.value ? 'oui' : 'non'}
      onChange={(answer) => field.onChange(answer === 'oui')}
      messages={shown.map(toMessage)}
    />
  )
}
