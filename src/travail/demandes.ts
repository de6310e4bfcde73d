import { libelles } from '../dossier/champs'
import { emptyDemande, emptySaisie, type Demande, type Entete, type Piece, type Saisie } from '../dossier/dossier'
import { count, label } from '../format/mots'
import type { TypeFichier } from '../format/profil'
import type { Changes } from './changes'
import type { Core } from './core'
import { moveHere, moveToOther, otherType } from './deplacements'
import { sameValue, type Edit } from './edits'
import { valeursEdits } from './liste/lots'
import { takeSuggestions, type Suggere } from './suggestions'

export type Demandes = ReturnType<typeof createDemandes>

/** A pièce for one place of one demande. */
export interface Placee {
  demande: string
  type: TypeFichier
  piece: Piece
}

/** Fields that take a value from where a document prints it. */
export type ChampRepris = 'numeroASP' | 'dateFacture' | 'montantSegurHTFacture' | 'beneficiaires'

/** Everything done to the dossier at work. `draft`: the one that the caller was shown. */
export function createDemandes({ store, ports }: Core, changes: Changes) {
  const here = () => store.getState().brouillon?.id ?? ''
  const all = () => store.getState().dossier.demandes
  const find = (id: string) => all().find((demande) => demande.id === id)

  const insert = (demandes: readonly Demande[], apres: string | null): Edit[] =>
    demandes.map((after, rank) => ({ kind: 'demande', apres: demandes[rank - 1]?.id ?? apres, before: null, after }))

  /** The changes that append demandes and put pièces at their places, replacing what stands there. */
  const placer = (nouvelles: readonly Demande[], placees: readonly Placee[]): Edit[] => [
    ...insert(nouvelles, all().at(-1)?.id ?? null),
    ...placees.map(({ demande, type, piece }): Edit => ({
      kind: 'piece',
      demande,
      type,
      before: find(demande)?.pieces[type] ?? null,
      after: piece,
    })),
  ]

  /** Gives a demande the values that were read for it. */
  const take = (
    draft: string,
    id: string,
    lus: Parameters<typeof takeSuggestions>[1],
    texte: string,
    options?: { silent: boolean },
  ): boolean => {
    const standing = find(id)
    return (
      standing !== undefined &&
      changes.act(draft, valeursEdits([standing], takeSuggestions(standing.saisie, lus)), texte, options)
    )
  }

  return {
    setEntete: (draft: string, entete: Entete) => changes.change(draft, (dossier) => ({ ...dossier, entete })),

    /** Takes what a form holds. Lists that did not change keep their identity, so that what was derived from them stands. */
    setSaisie: (draft: string, id: string, typed: Saisie) =>
      changes.change(draft, (dossier) => ({
        ...dossier,
        demandes: dossier.demandes.map((demande) =>
          demande.id === id ? { ...demande, saisie: mergeSaisie(demande.saisie, typed) } : demande,
        ),
      })),

    /** Appends an empty demande; gives its rank from 1. */
    addDemande: (): number => {
      const edits = insert([emptyDemande(ports.newId())], all().at(-1)?.id ?? null)
      changes.act(here(), edits, 'Demande ajoutée.', { silent: true })
      return all().length
    },

    /** Appends demandes that come from a file. */
    addDemandes: (added: readonly Demande[]) =>
      changes.act(
        here(),
        insert(added, all().at(-1)?.id ?? null),
        `${count(added.length, 'demande ajoutée')} au dépôt en cours.`,
      ),

    /** Appends demandes, and gives others that are there the values they bear here: one act. False when it was not done. */
    importDemandes: (draft: string, nouvelles: readonly Demande[], changees: readonly Demande[]): boolean => {
      const edits = changees.flatMap((demande): Edit[] => {
        const standing = find(demande.id)
        return standing ? valeursEdits([standing], demande.saisie) : []
      })
      const parts = [
        nouvelles.length > 0 && count(nouvelles.length, 'demande ajoutée'),
        changees.length > 0 && count(changees.length, 'demande modifiée'),
      ].filter(Boolean)
      return changes.act(
        draft,
        [...edits, ...insert(nouvelles, all().at(-1)?.id ?? null)],
        `Tableau importé : ${parts.join(', ')}.`,
      )
    },

    /** Takes one value read in a document into its field, or among the items of its list. */
    takeLu: (draft: string, id: string, champ: ChampRepris, valeur: string): boolean =>
      take(draft, id, [{ champ, valeurs: [valeur] }], label(libelles[champ], `${valeur}.`)),

    /** Takes what was read in documents into the fields of a demande: one act. */
    takeLus: (draft: string, id: string, suggestions: readonly Suggere[]): boolean => {
      const [first, ...others] = suggestions
      if (!first) return false
      if (others.length === 0)
        return take(draft, id, suggestions, label(libelles[first.champ], `${first.texte}.`), { silent: true })
      const source = first.source === 'VA' ? 'l’attestation' : 'la facture'
      return take(draft, id, suggestions, `${suggestions.length} valeurs lues dans ${source} sont reprises.`)
    },

    /** Takes typed values away, as the form that shows them does: they can be had back. */
    dropValues: (draft: string, id: string, left: Partial<Saisie>, texte: string): boolean => {
      const standing = find(id)
      return standing ? changes.act(draft, valeursEdits([standing], left), texte, { inForm: true }) : false
    },

    /** A demande like another one, after it: what is particular to the other (numbers, FINESS, pièces) is left to fill in. Gives its id. */
    duplicateDemande: (id: string): string | null => {
      const demande = find(id)
      if (!demande) return null
      const copy = { ...emptyDemande(ports.newId()), saisie: copySaisie(demande.saisie) }
      const done = changes.act(
        here(),
        insert([copy], id),
        'Demande dupliquée. Restent à remplir : les deux numéros, les FINESS et les pièces.',
      )
      return done ? copy.id : null
    },

    /** Takes a demande out; the notice that says so puts it back where it was. */
    removeDemande: (id: string) => {
      const index = all().findIndex((demande) => demande.id === id)
      const before = all()[index]
      if (!before) return false
      const edit: Edit = { kind: 'demande', apres: all()[index - 1]?.id ?? null, before, after: null }
      return changes.act(here(), [edit], `Demande n° ${index + 1} supprimée.`)
    },

    /** Attaches a pièce to a demande of that draft. What stood there before can be had back. False when it was not. */
    attachPiece: (draft: string, id: string, type: TypeFichier, piece: Piece): boolean => {
      const before = find(id)?.pieces[type] ?? null
      const edit: Edit = { kind: 'piece', demande: id, type, before, after: piece }
      const texte = before
        ? `« ${before.nomOriginal} » remplacé par « ${piece.nomOriginal} ».`
        : `« ${piece.nomOriginal} » joint.`
      return changes.act(draft, [edit], texte, { silent: before === null })
    },

    /** Appends demandes with their pièces, and attaches pièces to others, all at once: one act. */
    attachPieces: (draft: string, nouvelles: readonly Demande[], placees: readonly Placee[]): boolean => {
      const own = nouvelles.flatMap(({ pieces }) => Object.values(pieces).filter((piece) => piece !== null))
      const parts = [count(placees.length + own.length, 'pièce jointe')]
      if (nouvelles.length > 0) parts.push(count(nouvelles.length, 'demande créée'))
      return changes.act(draft, placer(nouvelles, placees), `${parts.join(', ')}.`)
    },

    /** Moves a pièce that stands in the wrong place of its demande to the right one. False when that is not to be done. */
    movePiece: (draft: string, id: string, type: TypeFichier): boolean => {
      const demande = find(id)
      const edits = demande && moveToOther(demande, type, store.getState().lectures)
      if (!edits) return false
      return changes.act(
        draft,
        edits,
        `« ${demande.pieces[type]?.nomOriginal ?? ''} » déplacé vers « ${nomsPlaces[otherType(type)]} ».`,
      )
    },

    /** Takes the same document off the other demandes. False when none has it. */
    movePieceHere: (draft: string, id: string, type: TypeFichier): boolean => {
      const demande = find(id)
      const edits = demande && moveHere(all(), demande, type)
      if (!edits) return false
      const rank = all().indexOf(demande) + 1
      return changes.act(
        draft,
        edits,
        `« ${demande.pieces[type]?.nomOriginal ?? ''} » n’est plus que dans la demande n° ${rank}.`,
      )
    },

    /** Takes a pièce off; the notice that says so puts it back. */
    removePiece: (id: string, type: TypeFichier) => {
      const before = find(id)?.pieces[type]
      if (!before) return false
      return changes.act(
        here(),
        [{ kind: 'piece', demande: id, type, before, after: null }],
        `« ${before.nomOriginal} » retiré.`,
      )
    },

    /** Marks alertes as seen, or takes the marks away. `keys` are their `constatKey`s. */
    setVerifies: (keys: readonly string[], seen: boolean) =>
      changes.change(here(), (dossier) => {
        const others = Object.entries(dossier.verifies).filter(([key]) => !keys.includes(key))
        const now = ports.clock.now()
        const marked = seen ? keys.map((key) => [key, now] as const) : []
        return { ...dossier, verifies: Object.fromEntries([...others, ...marked]) }
      }),

    /** Lets an erreur stand, for the reason given; with null it blocks again. `key` is its `constatKey`. */
    setPasseOutre: (key: string, raison: string | null) =>
      changes.change(here(), (dossier) => {
        const { [key]: _, ...others } = dossier.passesOutre
        return { ...dossier, passesOutre: raison === null ? others : { ...others, [key]: raison } }
      }),
  }
}

/** The two places of a demande, in one word each. */
export const nomsPlaces = { FACTURE: 'Facture', VA: 'Attestation' } as const satisfies Record<TypeFichier, string>

function mergeSaisie(before: Saisie, typed: Saisie): Saisie {
  const kept = Object.entries(typed).map(([name, value]) => {
    const old = before[name as keyof Saisie]
    return [name, sameValue(old, value) ? old : value] as const
  })
  return Object.fromEntries(kept) as unknown as Saisie
}

function copySaisie(saisie: Saisie): Saisie {
  const { numeroASP, numeroEditeur, beneficiaires, beneficiairesEnCours } = emptySaisie
  const libelle = saisie.libelleInterne.trim()
  const libelleInterne = libelle === '' ? '' : `${libelle} (copie)`
  return { ...saisie, numeroASP, numeroEditeur, beneficiaires, beneficiairesEnCours, libelleInterne }
}
