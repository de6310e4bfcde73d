import { parseJour } from '../../dossier/jour'
import { parseSiret } from '../../dossier/siret'
import type { ChampTableau, Valeurs } from '../../tableau/champs'
import type { GenreProposition } from '../../tableau/proposition'
import type { Core } from '../core'
import type { Demandes } from '../demandes'
import type { Notices } from '../notices'
import type { Patience } from '../opening/panel'
import type { FichierDonne } from '../ports'
import type { Session } from '../session'
import { sansReglages, type EtatTableau, type TableauStore } from './etat'
import { retenir } from './retenues'

interface Parts {
  session: Session
  demandes: Demandes
  notices: Notices
  patience: Patience
  tableauStore: TableauStore
  /** Where the demandes are shown. */
  route: string
  trier: (fichiers: readonly FichierDonne[]) => Promise<void>
}

export type Tableaux = ReturnType<typeof createTableaux>

/** Importing a spreadsheet: what it comes to is shown and settled, and nothing changes before the clerk has confirmed. format §6 */
export function createTableaux(core: Core, parts: Parts) {
  const { store, ports } = core
  const { session, demandes, notices, patience, tableauStore, route, trier } = parts
  /** The working-out that is awaited: one that comes after a newer one was begun is for nobody. */
  let awaited = ports.newStop()
  /** The last working-out, done or not. */
  let working: Promise<void> = Promise.resolve()

  const set = (change: Partial<EtatTableau>) =>
    tableauStore.setState(({ tableau }) => (tableau ? { tableau: { ...tableau, ...change } } : {}))

  const work = async () => {
    awaited.abort()
    const mine = (awaited = ports.newStop())
    const { tableau } = tableauStore.getState()
    const feuille = tableau?.feuilles[tableau.rang]
    if (!tableau || !feuille) return
    const { dossier } = store.getState()
    const { corrections, reglages } = tableau
    const destination = {
      demandes: dossier.demandes,
      entete: {
        dateDepot: parseJour(dossier.entete.dateDepot),
        vague: dossier.entete.vague,
        siret: parseSiret(dossier.entete.SIRET),
      },
    }
    const made = await ports.tableaux.propose({ feuille, corrections, reglages, destination }, mine.signal)
    if (mine.signal.aborted) return
    if (made.ok) set({ proposee: made.valeur, panne: null })
    else if (made.raison !== 'abandon') set({ panne: made.detail })
  }

  /** Settles something of the table that is shown, and works out what it comes to then. */
  const settle = (change: (tableau: EtatTableau) => Partial<EtatTableau>) => {
    const { tableau } = tableauStore.getState()
    if (!tableau) return
    set(change(tableau))
    working = work()
  }

  /** Settles once what the table comes to is worked out of the last thing that was said of it. */
  const workedOut = async () => {
    for (let last: Promise<void> | null = null; last !== working;) {
      last = working
      await last
    }
  }

  const open = async (fichier: FichierDonne, nom: string | null, suite: readonly FichierDonne[]) => {
    const lu = await patience('Lecture du tableau', (signal, onProgress) =>
      ports.tableaux.read(fichier, { signal, onProgress }),
    )
    if (!lu) return trier(suite)
    if (!lu.ok) {
      notices.say(`Ce tableau n’a pas pu être lu (${lu.detail}). Rechargez la page, puis reprenez-le.`)
      return trier(suite)
    }
    if (!lu.valeur.ok) {
      tableauStore.setState({ refus: { nom, ...lu.valeur.message } })
      return trier(suite)
    }
    const { feuilles, meilleure, listes, masquees, reprise } = lu.valeur
    const begun = { corrections: { champs: {} }, reglages: sansReglages, avecErreurs: false }
    tableauStore.setState({
      tableau: {
        nom,
        reprise,
        feuilles,
        listes,
        masquees,
        rang: meilleure,
        ...begun,
        proposee: null,
        panne: null,
        suite,
      },
    })
    working = work()
    await working
  }

  const close = () => {
    const { tableau } = tableauStore.getState()
    awaited.abort()
    tableauStore.setState({ tableau: null, refus: null })
    return trier(tableau?.suite ?? [])
  }

  return {
    /** Reads a spreadsheet and shows what it comes to; files that came with it are sorted afterwards. */
    open: (fichier: FichierDonne, suite: readonly FichierDonne[] = []) => open(fichier, fichier.name, suite),
    /** The same with cells from the clipboard. */
    paste: (texte: string) => open(ports.tableaux.toFile(texte, 'presse-papiers.csv'), null, []),
    /** Shows another sheet; what was settled for the one before is forgotten but for the values of all rows. */
    showFeuille: (rang: number) => settle(() => ({ rang, corrections: { champs: {} }, proposee: null })),
    /** Says which row bears the titles; null: none does. */
    setTitres: (titres: number | null) => settle(() => ({ corrections: { champs: {}, titres } })),
    /** Says what a column holds. */
    setChamp: (colonne: number, champ: ChampTableau | null) =>
      settle(({ corrections }) => ({
        corrections: { ...corrections, champs: withChamp(corrections.champs, colonne, champ) },
      })),
    /** Gives a value for all rows that have none; undefined takes it back. */
    setCommun: <Champ extends ChampTableau>(champ: Champ, valeur: Valeurs[Champ]) =>
      settle(({ reglages }) => {
        const { [champ]: _, ...others } = reglages.communs
        return { reglages: { ...reglages, communs: valeur === undefined ? others : { ...others, [champ]: valeur } } }
      }),
    /** Takes what is offered of a kind, or takes that back. */
    accept: (genre: GenreProposition, taken: boolean) =>
      settle(({ reglages }) => {
        const acceptees = new Set(reglages.acceptees)
        if (taken) acceptees.add(genre)
        else acceptees.delete(genre)
        return { reglages: { ...reglages, acceptees } }
      }),
    setMasquees: (masquees: boolean) => settle(({ reglages }) => ({ reglages: { ...reglages, masquees } })),
    setAvecErreurs: (avecErreurs: boolean) => set({ avecErreurs }),
    /** Puts what the table comes to into the draft at work, or into a new one when there is none. */
    confirm: async () => {
      // What was typed a moment ago counts too: never an earlier state of the table.
      await workedOut()
      const { tableau } = tableauStore.getState()
      if (!tableau?.proposee || tableau.panne !== null) return
      const { nouvelles, modifiees } = retenir(tableau.proposee.demandes, tableau.avecErreurs)
      if (store.getState().brouillon === null && !(await session.beginDepot())) return
      const draft = store.getState().brouillon?.id ?? ''
      const done = demandes.importDemandes(
        draft,
        nouvelles.map(({ demande }) => ({ ...demande, id: ports.newId() })),
        modifiees.map(({ demande }) => demande),
      )
      if (!done) return
      ports.place.goTo(route)
      await close()
    },
    /** Leaves the table aside: nothing was changed. */
    close,
  }
}

/** A field of one value that another column held by the clerk's word is taken from it. */
function withChamp(
  champs: Readonly<Record<number, ChampTableau | null>>,
  colonne: number,
  champ: ChampTableau | null,
): Record<number, ChampTableau | null> {
  const several = champ === null || champ === 'beneficiaires' || champ === 'identDMP'
  const others = Object.entries(champs).map(([rang, held]) => [rang, held === champ && !several ? null : held] as const)
  return { ...Object.fromEntries(others), [colonne]: champ }
}
