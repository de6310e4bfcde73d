import type { ChampLu, Suggere } from '../../travail/suggestions'
import { byId, goOnAt } from '../../ui/focus/goOnAt'
import { Suggestion, suggestionAfter } from '../../ui/Suggestion'
import { travail, useApp } from '../poste/travail'
import { champId } from './champId'
import { useSuggestions } from './useSuggestions'

interface SuggestionsProps {
  /** Id of the demande. */
  demande: string
  champ: ChampLu
}

/** What documents say of one field, drawn again by itself as that is typed; once taken, the work goes on at the next value that waits, else at the field. */
export function Suggestions({ demande, champ }: SuggestionsProps) {
  const draft = useApp(({ brouillon }) => brouillon?.id ?? '')
  const suggestions = useSuggestions(demande, champ)
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
