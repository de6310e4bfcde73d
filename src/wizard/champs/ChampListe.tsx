import { useState } from 'react'
import { useController, type Control } from 'react-hook-form'
import { agree, count, type Mot } from '../../format/mots'
import { libelles } from '../../dossier/champs'
import type { Constat } from '../../dossier/constat'
import type { Saisie } from '../../dossier/dossier'
import type { ChampLu } from '../../travail/suggestions'
import { byId, goOnAt } from '../../ui/focus/goOnAt'
import { ListField } from '../../ui/ListField'
import { Proposals, type FieldMessage } from '../../ui/Messages'
import { Suggestions } from './Suggestions'
import { useConstatsOf } from '../poste/useConstats'
import { champId } from './champId'
import { type Proposition } from './ChampTexte'
import { toMessage } from './messages'
import { useNettoyage } from './useNettoyage'
import { travail, useApp, whileTyping } from '../poste/travail'

/** What a typed or pasted text gives to a list: items to add, and the text that stays in the entry field. */
export interface Ajout {
  items: readonly string[]
  reste: string
  /** Values that were left out, and why; they can be added all the same. */
  ecartes?: readonly { valeur: string; raison: string }[]
}

const rien: Ajout = { items: [], reste: '' }

interface ChampListeProps {
  control: Control<Saisie>
  name: 'beneficiaires' | 'identDMP'
  enCours: 'beneficiairesEnCours' | 'identDMPEnCours'
  demande: string
  split: (typed: string) => Ajout
  /** Items found in the attached documents are offered together under this name; absent: none are. */
  lu?: ChampLu
  /** Other texts that what stands in the entry field may mean. */
  propose?: (typed: string) => readonly Proposition[]
  /** What an item may mean in place of what it says, offered where something is said of it; null: nothing else. */
  corrige?: (item: string) => string | null
  /** What to do about values that were left out. */
  remedeEcartes?: string
  note?: Mot
  hint: string
}

const kindOf = (constats: readonly Constat[], rang: number) => {
  const own = constats.filter((found) => found.rangs.includes(rang))
  if (own.length === 0) return 'plain'
  return own.some(({ gravite }) => gravite === 'erreur') ? 'erreur' : 'alerte'
}

const citesMax = 6

function showEcartes(ecartes: Ajout['ecartes'] = [], remede: string): FieldMessage[] {
  if (ecartes.length === 0) return []
  const cites = ecartes.slice(0, citesMax).map(({ valeur, raison }) => `${valeur} (${raison})`)
  const more = ecartes.length > citesMax ? ` et ${ecartes.length - citesMax} de plus` : ''
  return [{ kind: 'alerte', faute: `Pas ${agree(ecartes.length, 'ajouté')} : ${cites.join(', ')}${more}.`, remede }]
}

/** A list of numbers of a demande: FINESS or DMP identifiers. What is typed and not yet added is kept too. */
export function ChampListe({
  control,
  name,
  enCours,
  demande,
  split,
  propose,
  corrige,
  remedeEcartes = '',
  lu,
  note,
  hint,
}: ChampListeProps) {
  const list = useController({ control, name })
  const entry = useController({ control, name: enCours })
  const controleOuvert = useApp((state) => state.controleOuvert)
  const draft = useApp(({ brouillon }) => brouillon?.id ?? '')
  const items = list.field.value
  const typed = entry.field.value
  const constats = useConstatsOf(demande, name)
  const [entering, setEntering] = useState(false)
  const [doubles, setDoubles] = useState<readonly string[]>([])
  const [ecartes, setEcartes] = useState<Ajout['ecartes']>([])
  const nettoyage = useNettoyage()
  const shown = constats.filter(({ manque, rangs }) => (manque ? controleOuvert : rangs.length > 0 || !entering))
  const already = doubles.map((item) => ({ kind: 'prete', faute: `${item} est déjà dans la liste.` }) as const)

  const add = (text: string) => {
    // An empty field that is left has nothing to add, and what was said of the last text still holds.
    const { items: added, reste, ecartes: left } = text.trim() === '' ? rien : split(text)
    if (text.trim() !== '') setEcartes(left)
    const fresh = added.filter((item) => !items.includes(item))
    if (fresh.length > 0) list.field.onChange([...items, ...fresh])
    if (text.trim() !== '') setDoubles(added.filter((item) => items.includes(item)))
    setEntering(false)
    if (reste !== typed) entry.field.onChange(reste)
  }
  const remove = (index: number) => {
    const left = items.filter((_, rang) => rang !== index)
    travail.demandes.dropValues(draft, demande, { [name]: left }, `${items[index] ?? ''} retiré de la liste.`)
    list.field.onChange(left)
  }
  const correctionOf = (item: string, rang: number) => {
    const valeur = corrige && kindOf(constats, rang) !== 'plain' ? corrige(item) : null
    return valeur === null ? [] : [{ item, rang, valeur }]
  }
  const corrections = items.flatMap(correctionOf)
  const replace = ({ item, rang, valeur }: (typeof corrections)[number]) => {
    const left = items.filter((_, rank) => rank !== rang)
    const next = left.includes(valeur) ? left : items.map((other, rank) => (rank === rang ? valeur : other))
    travail.demandes.dropValues(draft, demande, { [name]: next }, `« ${item} » remplacé par ${valeur}.`)
    list.field.onChange(next)
    goOnAt(byId(champId(name)))
  }
  const addEcarte = (valeur: string) => {
    if (!items.includes(valeur)) list.field.onChange([...items, valeur])
    setEcartes(ecartes?.filter((one) => one.valeur !== valeur))
  }
  return (
    <ListField
      id={champId(name)}
      label={libelles[name]}
      note={items.length > 0 ? `· ${note ? count(items.length, note) : items.length}` : undefined}
      hint={hint}
      required
      inputRef={list.field.ref}
      items={items.map((text, rang) => ({ text, kind: kindOf(constats, rang) }))}
      typed={typed}
      onType={(text) => {
        setEntering(true)
        setDoubles([])
        setEcartes([])
        nettoyage.say(null)
        whileTyping(() => entry.field.onChange(text))
      }}
      onAdd={add}
      onRemove={remove}
      onPasteText={(text) => {
        if (typed.trim() !== '') return false
        nettoyage.onClean(text)
        add(nettoyage.clean(text))
        return true
      }}
      clean={nettoyage.clean}
      onClean={nettoyage.onClean}
      messages={[...shown.map(toMessage), ...already, ...showEcartes(ecartes, remedeEcartes), ...nettoyage.messages]}
    >
      {lu && <Suggestions demande={demande} champ={lu} />}
      <Proposals
        proposals={[
          ...(propose?.(typed.trim()) ?? []).map(({ libelle, valeur }) => ({ libelle, take: () => add(valeur) })),
          ...(ecartes ?? []).slice(0, citesMax).map(({ valeur }) => ({
            libelle: `Ajouter quand même ${valeur}`,
            take: () => addEcarte(valeur),
          })),
          ...corrections.slice(0, citesMax).map((one) => ({
            libelle: `Garder ${one.valeur} seul`,
            take: () => replace(one),
          })),
        ]}
      />
    </ListField>
  )
}
