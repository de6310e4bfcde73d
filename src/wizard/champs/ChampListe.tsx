import { useState } from 'react'
import { useController, type Control } from 'react-hook-form'
import { libelles } from '../../dossier/champs'
import type { Constat } from '../../dossier/constat'
import type { Saisie } from '../../dossier/dossier'
import { ListField } from '../../ui/ListField'
import { Proposals } from '../../ui/Messages'
import { Suggestion } from '../../ui/Suggestion'
import { useConstatsOf } from '../poste/useConstats'
import { champId } from './champId'
import { type Proposition } from './ChampTexte'
import { toMessage } from './messages'
import { useApp } from '../poste/travail'

/** What a typed or pasted text gives to a list: items to add, and the text that stays in the entry field. */
export interface Ajout {
  items: readonly string[]
  reste: string
}

interface ChampListeProps {
  control: Control<Saisie>
  name: 'beneficiaires' | 'identDMP'
  enCours: 'beneficiairesEnCours' | 'identDMPEnCours'
  demande: string
  split: (typed: string) => Ajout
  /** Items found in the attached documents, taken together. */
  suggestions?: readonly { texte: string; doute?: string | null; valeurs: readonly string[] }[]
  propose?: (typed: string) => readonly Proposition[]
  note?: string
  hint: string
}

const kindOf = (constats: readonly Constat[], rang: number) => {
  const own = constats.filter((found) => found.rang === rang)
  if (own.length === 0) return 'plain'
  return own.some(({ gravite }) => gravite === 'erreur') ? 'erreur' : 'alerte'
}

/** A list of numbers of a demande: FINESS or DMP identifiers. What is typed and not yet added is kept too. */
export function ChampListe({
  control,
  name,
  enCours,
  demande,
  split,
  propose,
  suggestions = [],
  note,
  hint,
}: ChampListeProps) {
  const list = useController({ control, name })
  const entry = useController({ control, name: enCours })
  const controleOuvert = useApp((state) => state.controleOuvert)
  const items = list.field.value
  const typed = entry.field.value
  const constats = useConstatsOf(demande, name)
  const [entering, setEntering] = useState(false)
  const [doubles, setDoubles] = useState<readonly string[]>([])
  const shown = constats.filter(({ manque, rang }) => (manque ? controleOuvert : rang !== null || !entering))
  const already = doubles.map((item) => ({ kind: 'prete', faute: `${item} est déjà dans la liste.` }) as const)

  const add = (text: string) => {
    const { items: added, reste } = split(text)
    const fresh = added.filter((item) => !items.includes(item))
    if (fresh.length > 0) list.field.onChange([...items, ...fresh])
    setDoubles(added.filter((item) => items.includes(item)))
    setEntering(false)
    if (reste !== typed) entry.field.onChange(reste)
    return added.length > 0
  }
  return (
    <ListField
      id={champId(name)}
      label={libelles[name]}
      note={items.length > 0 ? `· ${items.length}${note ? ` ${note}${items.length > 1 ? 's' : ''}` : ''}` : undefined}
      hint={hint}
      required
      inputRef={list.field.ref}
      items={items.map((text, rang) => ({ text, kind: kindOf(constats, rang) }))}
      typed={typed}
      onType={(text) => {
        setEntering(true)
        setDoubles([])
        entry.field.onChange(text)
      }}
      onAdd={add}
      onRemove={(index) => list.field.onChange(items.filter((_, rang) => rang !== index))}
      onPasteText={(text) => typed.trim() === '' && add(text)}
      messages={[...shown.map(toMessage), ...already]}
    >
      {suggestions.map(({ texte, doute, valeurs }) => (
        <Suggestion
          key={texte}
          texte={texte}
          doute={doute ?? null}
          take={() => list.field.onChange([...items, ...valeurs])}
        />
      ))}
      <Proposals
        proposals={(propose?.(typed.trim()) ?? []).map(({ libelle, valeur }) => ({ libelle, take: () => add(valeur) }))}
      />
    </ListField>
  )
}
