import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Demande, Saisie } from '../../dossier/dossier'
import { exampleDemande, exampleDossier } from '../../dossier/example'
import { examplePoste, exampleTravail } from '../examplePorts'
import type { Destination } from './lots'
import { filtres, ordres, type Filtre, type Ordre } from './vue'

/** What a clerk does with a long list: how he looks at it, what he chooses, what he does to what is chosen. */
type Geste =
  | { kind: 'view'; filtre: Filtre; texte: string; ordre: Ordre }
  | { kind: 'choose'; at: number; chosen: boolean; range: boolean }
  | { kind: 'all'; chosen: boolean }
  | { kind: 'give'; values: Partial<Saisie> }
  | { kind: 'move'; vers: Destination }
  | { kind: 'remove one' | 'copy'; at: number }
  | { kind: 'remove' | 'drop hidden' | 'add' | 'undo' | 'redo' }

const at = fc.nat(11)
const yes = fc.boolean()
const geste: fc.Arbitrary<Geste> = fc.oneof(
  fc.record({
    kind: fc.constant('view'),
    filtre: fc.constantFrom(...(Object.keys(filtres) as Filtre[])),
    texte: fc.constantFrom('', '0000', '00003', '#2', '16/03', 'rien'),
    ordre: fc.constantFrom(...(Object.keys(ordres) as Ordre[])),
  }),
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('choose'), at, chosen: fc.constantFrom(true, true, false), range: yes }),
  },
  fc.record({ kind: fc.constant('all'), chosen: yes }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('give'),
      values: fc.constantFrom<Partial<Saisie>>(
        { dateFacture: '16/03/2023' },
        { dateFacture: '31/02/2023', isDirectToDMP: false },
        { isDirectToDMP: true, identDMP: ['1', '2'] },
        { isDirectToMSSPro: true, adresseBoiteMSSPro: 'a@b.mssante.fr' },
      ),
    }),
  },
  fc.record({
    kind: fc.constant('move'),
    vers: fc.oneof(fc.constantFrom<Destination>('debut', 'fin'), fc.record({ avant: fc.integer({ min: 1, max: 9 }) })),
  }),
  fc.record({ kind: fc.constantFrom('remove one', 'copy'), at }),
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('remove', 'drop hidden', 'add', 'undo', 'undo', 'redo') }),
  },
)

const idsOf = (demandes: readonly Demande[]) => demandes.map(({ id }) => id)

test('[lots] whatever is looked at, chosen and done: each act is that of a plain list, and taken back it never was', () =>
  fc.assert(
    fc.asyncProperty(fc.array(geste, { minLength: 5, maxLength: 40 }), async (gestes) => {
      const { travail, dossier, state } = exampleTravail(examplePoste())
      await travail.fetchJudging()
      const start = Array.from({ length: 6 }, (_, index) =>
        exampleDemande({ id: `d${index}`, numeroEditeur: index % 3 === 0 ? '' : `0000${index}` }),
      )
      await travail.session.begin({ dossier: exampleDossier({ demandes: start }), pieces: new Map() })
      const { liste, lots, demandes } = travail
      const before: Demande[][] = []
      const after: Demande[][] = []
      /** The act as a plain list would do it; undefined where it was not done. */
      const acted = (done: boolean, standing: readonly Demande[], expected: readonly Demande[] | null) => {
        if (expected) expect(dossier().demandes).toEqual(expected)
        expect(done).toBe(dossier().demandes !== standing)
        if (!done) return
        before.push([...standing])
        after.length = 0
      }
      for (const one of gestes) {
        const all = dossier().demandes
        const { selection } = liste.store.getState()
        const chosen = new Set(all.filter(({ id }) => selection.has(id)).map(({ id }) => id))
        const standing = 'at' in one ? all[one.at % Math.max(1, all.length)] : undefined
        if (one.kind === 'view') liste.setVue({ filtre: one.filtre, texte: one.texte, ordre: one.ordre })
        if (one.kind === 'choose' && standing) liste.choose(standing.id, one.chosen, one.range)
        if (one.kind === 'all') liste.chooseShown(one.chosen)
        if (one.kind === 'drop hidden') liste.dropHidden()
        if (one.kind === 'give')
          acted(
            lots.setValeurs(chosen, one.values),
            all,
            all.map((demande) =>
              chosen.has(demande.id) ? { ...demande, saisie: { ...demande.saisie, ...one.values } } : demande,
            ),
          )
        if (one.kind === 'remove')
          acted(
            lots.remove(chosen),
            all,
            all.filter(({ id }) => !chosen.has(id)),
          )
        if (one.kind === 'move') {
          const [moved, others] = [all.filter(({ id }) => chosen.has(id)), all.filter(({ id }) => !chosen.has(id))]
          const rank = one.vers === 'debut' ? 0 : one.vers === 'fin' ? all.length : one.vers.avant - 1
          const head = all.slice(0, rank).filter(({ id }) => !chosen.has(id))
          acted(lots.move(chosen, one.vers), all, [...head, ...moved, ...others.slice(head.length)])
        }
        if (one.kind === 'remove one' && standing)
          acted(
            demandes.removeDemande(standing.id),
            all,
            all.filter(({ id }) => id !== standing.id),
          )
        if (one.kind === 'copy' && standing) acted(demandes.duplicateDemande(standing.id) !== null, all, null)
        if (one.kind === 'add') acted(demandes.addDemande() > all.length, all, null)
        if (one.kind === 'undo') {
          expect(state().annulable === null).toBe(before.length === 0)
          travail.undo()
          const expected = before.pop()
          expect(dossier().demandes).toEqual(expected ?? all)
          if (expected) after.push([...all])
        }
        if (one.kind === 'redo') {
          travail.redo()
          const expected = after.pop()
          expect(dossier().demandes).toEqual(expected ?? all)
          if (expected) before.push([...all])
        }
        const ids = idsOf(dossier().demandes)
        expect(new Set(ids).size).toBe(ids.length)
      }
    }),
    { numRuns: 100 },
  ))
