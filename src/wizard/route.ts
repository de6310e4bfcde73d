import { useSyncExternalStore } from 'react'
import { libelles, type Champ } from '../dossier/champs'
import { markArrival } from './ecran/followed'

/** Which screen is shown, and which field it is to give the focus. */
export type Route = { champ: Champ | null } & (
  | { ecran: 'accueil' | 'entete' | 'demandes' | 'controle' | 'telechargement' }
  | { ecran: 'demande'; numLigne: number }
  | { ecran: 'retour'; depot: string }
  /** Of a deposit of the history, or of the one at work. */
  | { ecran: 'rapport'; depot: string | null }
  /** The guide, at one of its pages or rules. */
  | { ecran: 'aide'; ancre: string | null }
)

/** Whether a screen shows the draft at work. */
export const showsDraft = (route: Route) =>
  !(['accueil', 'retour', 'aide'] as Route['ecran'][]).includes(route.ecran) &&
  !(route.ecran === 'rapport' && route.depot !== null)

const ecrans = ['entete', 'demandes', 'controle', 'telechargement'] as const

const isChamp = (name: string | null): name is Champ => name !== null && name in libelles

/** `#/demandes/2?champ=numeroASP` → the screen; anything unknown is the accueil. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const name = new URLSearchParams(query).get('champ')
  const champ = isChamp(name) ? name : null
  const [first, second] = path.split('/')
  if (first === 'demandes' && /^[1-9]\d{0,8}$/.test(second ?? ''))
    return { ecran: 'demande', numLigne: Number(second), champ }
  if (first === 'retour' && second) return { ecran: 'retour', depot: second, champ }
  if (first === 'rapport') return { ecran: 'rapport', depot: second ?? null, champ }
  if (first === 'aide') return { ecran: 'aide', ancre: second ?? null, champ }
  const ecran = ecrans.find((known) => known === first)
  return { ecran: ecran ?? 'accueil', champ }
}

/** What a screen is to show: a demande, a deposit's answer or report by its id, a place of the guide. */
type Detail = { numLigne: number } | { depot: string } | { rapport: string } | { aide: string }

/** The address of a screen, for links; with `champ`, that field takes the focus on arrival. */
export function writeRoute(ecran: Exclude<Route['ecran'], 'demande' | 'retour'> | Detail, champ?: Champ): string {
  const path = typeof ecran === 'object' ? writePath(ecran) : ecran === 'accueil' ? '' : ecran
  return `#/${path}${champ ? `?champ=${champ}` : ''}`
}

function writePath(detail: Detail): string {
  if ('depot' in detail) return `retour/${detail.depot}`
  if ('rapport' in detail) return `rapport/${detail.rapport}`
  return 'aide' in detail ? `aide/${detail.aide}` : `demandes/${detail.numLigne}`
}

const calls = new Set<() => void>()
/** The address that was last told. */
let told = ''

/** Tells of another address, once: at once where the app itself went there, else when the browser says so. */
function tell() {
  if (location.hash === told) return
  told = location.hash
  // What is typed in a field is settled by leaving it: by the browser's own «Retour» it would go as it was typed.
  const field = document.activeElement
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.blur()
  markArrival()
  for (const call of [...calls]) call()
}

/** Calls at each change of address; gives what ends it. */
export function onMove(call: () => void): () => void {
  if (calls.size === 0) {
    told = location.hash
    addEventListener('hashchange', tell)
  }
  calls.add(call)
  return () => {
    calls.delete(call)
    if (calls.size === 0) removeEventListener('hashchange', tell)
  }
}

/** Goes to a screen: what is changed with it is drawn there, and not first on the one that is left. */
export const goTo = (address: string) => {
  location.hash = address
  tell()
}

export const useHash = () => useSyncExternalStore(onMove, () => location.hash)
