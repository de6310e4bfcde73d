import { expect, test } from 'vitest'
import type { Jour } from '../format/jour'
import { checkDemande } from './checkDemande'
import type { Demande } from './dossier'
import { exampleDemande } from './example'
import { valeurOf } from './rejet'

const entete = { dateDepot: '20/03/2023' as Jour, vague: 'Val', siret: null } as const
const rejets = (demande: Demande) => checkDemande(demande, entete).filter(({ regle }) => regle === 'rejetPortail')
const rejetee = (champ: 'beneficiaires' | 'VA' | 'SIRET') => {
  const demande = exampleDemande()
  return { ...demande, rejet: { libelle: 'FINESS  inconnu\nau référentiel', champ, valeur: valeurOf(demande, champ) } }
}

test('[guide §1.2] a rejection stands at its field as an alerte, in the portal’s words on one line', () => {
  const [found, ...others] = rejets(rejetee('beneficiaires'))
  expect(others).toEqual([])
  expect(found).toMatchObject({ gravite: 'alerte', champ: 'beneficiaires' })
  expect(found?.message.faute).toBe('Rejetée par le portail : « FINESS inconnu au référentiel ».')
  expect(rejets(exampleDemande())).toEqual([])
})

test('[guide §1.2] it goes when its field changes, and stays when another does', () => {
  const demande = rejetee('beneficiaires')
  expect(rejets({ ...demande, saisie: { ...demande.saisie, dateFacture: '1/1/2023' } })).toHaveLength(1)
  expect(rejets({ ...demande, saisie: { ...demande.saisie, beneficiaires: ['750712184'] } })).toEqual([])
  const va = rejetee('VA')
  expect(rejets(va)).toHaveLength(1)
  expect(rejets({ ...va, pieces: { ...va.pieces, VA: null } })).toEqual([])
  expect(rejets(rejetee('SIRET'))).toHaveLength(1)
})
