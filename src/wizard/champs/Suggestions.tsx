import type { Suggere } from '../../travail/suggestions'
import { byId, goOnAt } from '../../ui/focus/goOnAt'
import { Suggestion, suggestionAfter } from '../../ui/Suggestion'
import { travail, useApp } from '../poste/travail'
import { champId } from './champId'

interface SuggestionsProps {
  /** Id of the demande; the header has none, and nothing is suggested there. */
  demande: string | null
  suggestions: readonly Suggere[]
}

/** What documents say of one field; once taken, the work goes on at the next value that waits, else at the field. */
export function Suggestions({ demande, suggestions }: SuggestionsProps) {
  const draft = useApp(({ brouillon }) => brouillon?.id ?? '')
  if (demande === null) return null
  const take = (one: Suggere) => {
    travail.demandes.takeLus(draft, demande, [one])
    const field = byId(champId(one.champ))
    goOnAt(() => suggestionAfter(field() ?? null), field)
  }
  return suggestions.map((one) => (
    <Suggestion
      key={one.texte}
      texte={one.texte}
      doute={one.doute}
      optional={one.champ === 'libelleInterne'}
      take={() => take(one)}
    />
  ))
}
