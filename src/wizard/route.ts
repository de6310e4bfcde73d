import { useSyncExternalStore } from 'react'
import { libelles, type Champ } from '../dossier/champs'

/** Which screen is shown, and which field it is to give the focus. */
export type Route = { champ: Champ | null } & (
  | { ecran: 'accueil' | 'entete' | 'demandes' | 'controle' | 'telechargement' }
  | { ecran: 'demande'; numLigne: number }
  | { ecran: 'retour'; depot: string }
)

const ecrans = ['entete', 'demandes', 'controle', 'telechargement'] as const

const isChamp = (name: string | null): name is Champ => name !== null && name in libelles

/** `#/demandes/2?champ=numeroASP` → the screen; anything unknown is the accueil. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const name = new URLSearchParams(query).get('champ')
  const champ = isChamp(name) ? name : null
  const [first, second] = path.split('/')
  if (first === 'demandes' && /^[1-9]\d*$/.test(second ?? ''))
    return { ecran: 'demande', numLigne: Number(second), champ }
  if (first === 'retour' && second) return { ecran: 'retour', depot: second, champ }
  const ecran = ecrans.find((known) => known === first)
  return { ecran: ecran ?? 'accueil', champ }
}

/** The address of a screen, for links; with `champ`, that field takes the focus on arrival. */
export function writeRoute(
  ecran: Exclude<Route['ecran'], 'demande' | 'retour'> | { numLigne: number } | { depot: string },
  champ?: Champ,
): string {
  const path = typeof ecran === 'object' ? writePath(ecran) : ecran === 'accueil' ? '' : ecran
  return `#/${path}${champ ? `?champ=${champ}` : ''}`
}

const writePath = (ecran: { numLigne: number } | { depot: string }) =>
  'depot' in ecran ? `retour/${ecran.depot}` : `demandes/${ecran.numLigne}`

export const goTo = (address: string) => {
  location.hash = address
}

const subscribe = (changed: () => void) => {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}

export const useHash = () => useSyncExternalStore(subscribe, () => location.hash)
