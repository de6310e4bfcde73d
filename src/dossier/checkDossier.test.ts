import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Jour } from '../format/jour'
import { profil } from '../format/profil'
import { allConstats, checkDepot, createChecker, etatOf } from './checkDossier'
import { noContexte } from './contexte'
import { compteOf, sumComptes } from './compte'
import { constatKey, type Constat } from './constat'
import { emptyDemande, emptySaisie, type Demande, type Dossier } from './dossier'
import { exampleDemande, exampleDossier } from './example'

const isErreur = ({ gravite }: Constat) => gravite === 'erreur'
const contexte = noContexte('20/03/2023' as Jour)

test.each<[number, string[]]>([
  [0, ['lignesImportManquantes']],
  [1, []],
  [profil.demandesMax, []],
  [profil.demandesMax + 1, ['lignesImportTrop']],
])('[format §3 lignesImport] %d demandes', (nombre, regles) => {
  expect(checkDepot(nombre, 0).map(({ regle }) => regle)).toEqual(regles)
})

test.each<[number, string[]]>([
  [200_000_000, []],
  [200_000_001, ['zipTaille']],
  [profil.zipTaillePrudente, []],
  [profil.zipTailleMax + 1, ['zipTaille']],
])('[format §3 zip] of %d bytes', (taille, regles) => {
  expect(checkDepot(1, taille).map(({ regle }) => regle)).toEqual(regles)
})

test('[format §6] more demandes or bytes than one file holds are told and block nothing: they are split', () => {
  expect(checkDepot(profil.demandesMax + 1, profil.zipTailleMax + 1).map(({ gravite }) => gravite)).toEqual([
    'alerte',
    'alerte',
  ])
})

test('[format §6] the number of each deposit that a long list makes is judged, as demandes come and go', () => {
  const demandes = Array.from({ length: 201 }, (_, rank) => exampleDemande({ id: `${rank}` }))
  const check = createChecker()
  const nomsDeposes = ['JSON-1234567890-20230320-002.json']
  const found = (numeroFichier: string, nombre: number) =>
    check(exampleDossier({ numeroFichier, demandes: demandes.slice(0, nombre) }), {
      ...contexte,
      nomsDeposes,
    }).entete.map(({ regle }) => regle)
  expect(found('001', 200)).toEqual([])
  expect(found('001', 201)).toEqual(['numeroFichierDejaUtilise'])
  expect(found('001', 200)).toEqual([])
  expect(found('999', 201)).toEqual(['numerosFichierDepasses'])
  expect(found('999', 0)).toEqual([])
})

test('[guide §3.1] the guide’s example has no erreur, and its size is that of its pièces', () => {
  const bilan = createChecker()(exampleDossier(), contexte)
  expect(allConstats(bilan).filter(isErreur)).toEqual([])
  expect(bilan.taille).toBe(48_213 + 61_027)
})

const finessOf = (rank: number) => `2A${String(rank).padStart(7, '0')}`
const many = (count: number) =>
  Array.from({ length: count }, (_, rank) => {
    const base = exampleDemande({
      id: String(rank),
      numeroASP: `FINBIO${String(rank).padStart(6, '0')}`,
      numeroEditeur: String(rank).padStart(5, '0'),
      beneficiaires: [finessOf(rank)],
      // Something to say of each: an empty list could be the same by chance.
      montantSegurHTFacture: '38 565,01',
    })
    const { FACTURE, VA } = base.pieces
    return {
      ...base,
      pieces: {
        FACTURE: FACTURE && { ...FACTURE, empreinte: `f${rank}` },
        VA: VA && { ...VA, empreinte: `v${rank}` },
      },
    }
  })

const replaced = (dossier: Dossier, rank: number, saisie: Partial<Demande['saisie']>): Dossier => ({
  ...dossier,
  demandes: dossier.demandes.map((demande, index) =>
    index === rank ? { ...demande, saisie: { ...demande.saisie, ...saisie } } : demande,
  ),
})

function judgedAgain(before: Dossier, after: Dossier, given = contexte) {
  const check = createChecker()
  const first = check(before, contexte)
  const second = check(after, given)
  return [...second.demandes.keys()].filter((id) => first.demandes.get(id) !== second.demandes.get(id))
}

test('a change in one demande of 200 leaves the constats of the 199 others the very same arrays', () => {
  const before = exampleDossier({ demandes: many(200) })
  expect(judgedAgain(before, before)).toEqual([])
  expect(judgedAgain(before, replaced(before, 7, { montantSegurHTFacture: '0' }))).toEqual(['7'])
  expect(judgedAgain(before, { ...before, entete: { ...before.entete, numeroAns: '1' } })).toEqual([])
})

test('whatever follows on what, a checker that remembers finds the same as a new one', () => {
  const rank = fc.nat(5)
  const typed = fc.record(
    {
      numeroASP: fc.constantFrom('FINBIO000001', 'FINBIO1'),
      numeroEditeur: fc.constantFrom('00000', '00001', 'x'),
      montantSegurHTFacture: fc.constantFrom('0', '27450', 'x'),
      beneficiaires: fc.constantFrom<string[]>(['999999991'], ['750712184'], []),
      dateFacture: fc.constantFrom('15/03/2023', '21/03/2023'),
    },
    { requiredKeys: [] },
  )
  const step = fc.oneof(
    fc.tuple(rank, typed).map(
      ([at, saisie]) =>
        (dossier: Dossier) =>
          replaced(dossier, at, saisie),
    ),
    rank.map((at) => (dossier: Dossier): Dossier => {
      const demandes = [...dossier.demandes]
      return { ...dossier, demandes: [...demandes.splice(at, 1), ...demandes] }
    }),
    rank.map((at) => (dossier: Dossier): Dossier => ({
      ...dossier,
      demandes: dossier.demandes.filter((_, index) => index !== at),
    })),
    fc.constantFrom('14/03/2023', '20/03/2023').map((dateDepot) => (dossier: Dossier): Dossier => ({
      ...dossier,
      entete: { ...dossier.entete, dateDepot },
    })),
    fc.constant((dossier: Dossier): Dossier => {
      const found = [...createChecker()(dossier, contexte).demandes.values()].flat()
      const one = found.find(({ regle }) => regle === 'numeroASPLongueur')
      return one ? { ...dossier, passesOutre: { ...dossier.passesOutre, [constatKey(one)]: 'raison' } } : dossier
    }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const check = createChecker()
      let dossier = exampleDossier({ demandes: many(6) })
      for (const change of steps) {
        dossier = change(dossier)
        expect(check(dossier, contexte)).toEqual(createChecker()(dossier, contexte))
      }
    }),
  )
})

test('a value that changes leaves the constats of the other values of its demande the very same', () => {
  const check = createChecker()
  const base = exampleDemande({ numeroASP: 'FINBIO', dateFacture: '31/02/2023', montantSegurHTFacture: '38 565,01' })
  const of = (demande: Demande, champ: string) =>
    check(exampleDossier({ demandes: [demande] }), contexte)
      .demandes.get(demande.id)
      ?.filter((found) => found.champ === champ)
  const before = of(base, 'montantSegurHTFacture')
  expect(before?.length).toBeGreaterThan(0)
  const after = of({ ...base, saisie: { ...base.saisie, numeroASP: 'FINBIO1' } }, 'montantSegurHTFacture')
  after?.forEach((found, rank) => expect(found).toBe(before?.[rank]))
  const other = { ...base, saisie: { ...base.saisie, montantSegurHTFacture: '38 565,02' } }
  expect(of(other, 'montantSegurHTFacture')?.[0]).not.toBe(before?.[0])
  const whole = check(exampleDossier({ demandes: [other] }), contexte).demandes.get(base.id)
  const again = { ...other, saisie: { ...other.saisie, libelleInterne: 'Lyon' } }
  expect(check(exampleDossier({ demandes: [again] }), contexte).demandes.get(base.id)).toBe(whole)
})

test('demandes that were judged before they came are not judged again when they are there', () => {
  const { demandes, ...rest } = exampleDossier({ demandes: many(20) })
  const check = createChecker()
  check({ ...rest, demandes: demandes.slice(0, 10) }, contexte)
  const judged = check.judge(demandes.slice(10), rest.entete, contexte)
  const bilan = check({ ...rest, demandes }, contexte)
  demandes.slice(10).forEach(({ id }, rank) => expect(bilan.demandes.get(id)).toBe(judged[rank]))
})

test('those of another header that are about to come leave what is known of the dossier at work as it is', () => {
  const dossier = exampleDossier({ demandes: many(2) })
  const check = createChecker()
  const before = check(dossier, contexte).demandes
  const entete = { ...dossier.entete, dateDepot: '14/03/2023' }
  const coming = many(3).slice(2)
  const judged = check.judge(coming, entete, contexte)
  expect([...check({ ...dossier }, contexte).demandes.values()]).toEqual([...before.values()])
  check(dossier, contexte).demandes.forEach((constats, id) => expect(constats).toBe(before.get(id)))
  expect(check({ ...dossier, entete, demandes: coming }, contexte).demandes.get('2')).toBe(judged[0])
})

test('demandes that are doubles keep their arrays too while a third changes', () => {
  const before = replaced(exampleDossier({ demandes: many(4) }), 1, { numeroEditeur: '00000' })
  expect(judgedAgain(before, replaced(before, 3, { montantSegurHTFacture: '0' }))).toEqual(['3'])
  expect(judgedAgain(before, replaced(before, 1, { numeroEditeur: '00001' }))).toEqual(['0', '1'])
})

test('[format §3 date de dépôt] a change of it judges all again', () => {
  const before = exampleDossier({ demandes: many(3) })
  const after = { ...before, entete: { ...before.entete, dateDepot: '14/03/2023' } }
  expect(judgedAgain(before, after)).toEqual(['0', '1', '2'])
  const { demandes } = createChecker()(after, contexte)
  for (const constats of demandes.values())
    expect(constats.map(({ regle }) => regle)).toEqual(['dateFactureApresDepot', 'montantPlafond'])
  expect(judgedAgain(before, { ...before, entete: { ...before.entete, dateDepot: '20/3/23' } })).toEqual([])
})

test('[format §3 numeroEditeur] a double that appears is an erreur of both, and of both no more when it goes', () => {
  const check = createChecker()
  const before = exampleDossier({ demandes: many(3) })
  const doubled = check(replaced(before, 2, { numeroEditeur: '00000' }), contexte)
  const erreurs = (constats: Iterable<readonly Constat[]>) =>
    [...constats]
      .flat()
      .filter(isErreur)
      .map(({ regle, demande }) => `${regle} ${String(demande)}`)
  expect(erreurs(doubled.demandes.values())).toEqual(['numeroEditeurDouble 0', 'numeroEditeurDouble 2'])
  expect(erreurs(check(before, contexte).demandes.values())).toEqual([])
})

test('a demande that moves names the new numLigne of its double', () => {
  const check = createChecker()
  const before = replaced(exampleDossier({ demandes: many(3) }), 1, { numeroEditeur: '00000' })
  const message = (dossier: Dossier) =>
    check(dossier, contexte)
      .demandes.get('0')
      ?.find(({ regle }) => regle === 'numeroEditeurDouble')?.message.faute
  expect(message(before)).toContain('n° 2')
  const [first, second, third] = before.demandes
  expect(message({ ...before, demandes: [first, third, second].flatMap((one) => one ?? []) })).toContain('n° 3')
})

test('[format §3 beneficiaires] earlier deposits are looked at with each check', () => {
  const dossier = exampleDossier({ demandes: many(2) })
  const given = { ...contexte, finessDeposes: new Map([[finessOf(1), 'JSON-1234567890-20230301-001.json']]) }
  expect(judgedAgain(dossier, dossier, given)).toEqual(['1'])
})

const etat = (demande: Demande, verifies: Dossier['verifies'] = {}) => {
  const { demandes } = createChecker()(exampleDossier({ demandes: [demande] }), contexte)
  return etatOf(demande, demandes.get(demande.id) ?? [], verifies)
}
const right = { beneficiaires: ['750712184'] }

test.each<[string, Demande]>([
  ['pas commencée', emptyDemande('a')],
  [
    'pas commencée',
    {
      ...emptyDemande('a'),
      saisie: Object.fromEntries(Object.entries(emptySaisie).reverse()) as unknown as typeof emptySaisie,
    },
  ],
  ['incomplète', { ...emptyDemande('a'), saisie: { ...emptySaisie, libelleInterne: 'Labo des Lilas' } }],
  ['incomplète', { ...emptyDemande('a'), saisie: { ...emptySaisie, isDirectToDMP: false } }],
  ['incomplète', { ...emptyDemande('a'), pieces: exampleDemande().pieces }],
  ['incomplète', exampleDemande({ ...right, montantSegurHTFacture: '38 565,01', numeroASP: '' })],
  ['à vérifier', exampleDemande({ ...right, montantSegurHTFacture: '38 565,01' })],
  ['prête', exampleDemande(right)],
])('a demande is «%s»', (expected, demande) => {
  expect(etat(demande)).toBe(expected)
})

test('an alerte marked «Vérifié» counts as seen until the value that it speaks of changes', () => {
  const high = exampleDemande({ ...right, montantSegurHTFacture: '38 565,01' })
  const bilan = createChecker()(exampleDossier({ demandes: [high] }), contexte)
  const verifies = Object.fromEntries(
    allConstats(bilan).map((found) => [constatKey(found), '2023-03-20T10:00:00.000Z'] as const),
  )
  const withMontant = (montantSegurHTFacture: string) => exampleDemande({ ...right, montantSegurHTFacture })
  expect(etat(high, verifies)).toBe('prête')
  expect(compteOf(allConstats(bilan), verifies)).toEqual({ erreurs: 0, manques: 0, alertes: 0 })
  expect(etat(withMontant('38565.01 €'), verifies)).toBe('prête')
  expect(etat(withMontant('38 565,02'), verifies)).toBe('à vérifier')
  expect(etat({ ...high, id: 'another' }, verifies)).toBe('à vérifier')
})

test('«Vérifié» speaks of both dates: either one changed, the alerte is back', () => {
  const late = exampleDemande({ ...right, dateFacture: '21/03/2023' })
  const keys = (demande: Demande, dateDepot: string) =>
    allConstats(createChecker()(exampleDossier({ demandes: [demande], dateDepot }), contexte))
      .filter(({ regle }) => regle === 'dateFactureApresDepot')
      .map(constatKey)
  const [key] = keys(late, '20/03/2023')
  expect(keys(late, '20/3/2023')).toEqual([key])
  expect(keys(late, '19/03/2023')).not.toContain(key)
  expect(keys(exampleDemande({ ...right, dateFacture: '22/03/2023' }), '20/03/2023')).not.toContain(key)
})

test('an erreur is never passed over by «Vérifié»', () => {
  const wrong = exampleDemande({ ...right, numeroASP: '' })
  const bilan = createChecker()(exampleDossier({ demandes: [wrong] }), contexte)
  expect(etat(wrong, Object.fromEntries(allConstats(bilan).map((found) => [constatKey(found), ''])))).toBe('incomplète')
})

test('constats are counted by kind, and several counts add up', () => {
  const wrong = exampleDemande({ ...right, numeroASP: '', dateFacture: 'x', montantSegurHTFacture: '38 565,01' })
  const { demandes } = createChecker()(exampleDossier({ demandes: [wrong] }), contexte)
  const compte = compteOf(demandes.get(wrong.id) ?? [], {})
  expect(compte).toEqual({ erreurs: 1, manques: 1, alertes: 1 })
  expect(sumComptes([compte, compte])).toEqual({ erreurs: 2, manques: 2, alertes: 2 })
  expect(sumComptes([])).toEqual({ erreurs: 0, manques: 0, alertes: 0 })
})
