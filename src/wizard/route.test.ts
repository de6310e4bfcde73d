import { expect, test } from 'vitest'
import { parseRoute } from './route'

test.each([
  ['#/demandes/2?champ=numeroASP', { ecran: 'demande', numLigne: 2, champ: 'numeroASP' }],
  ['#/demandes/2?champ=autre', { ecran: 'demande', numLigne: 2, champ: null }],
  ['#demandes', { ecran: 'demandes', champ: null }],
  ['#/demandes/0', { ecran: 'demandes', champ: null }],
  ['#/demandes/999999999999999999999999', { ecran: 'demandes', champ: null }],
  ['#/demandes/%31', { ecran: 'demandes', champ: null }],
  ['#/%', { ecran: 'accueil', champ: null }],
  ['', { ecran: 'accueil', champ: null }],
])('the address %j, also edited by hand, shows %j', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route)
})
