import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dossier, Piece } from '../dossier/dossier'
import { exampleDemande, exampleDossier } from '../dossier/example'
import { introduce } from '../format/mots'
import { profil } from '../format/profil'
import { examplePoste, exampleTravail, type Example } from './examplePorts'
import type { Suggere } from './suggestions'

/** What a clerk does to the draft at work, or goes to another one; numbers are reduced to what is there. */
type Geste =
  | { kind: 'add' | 'duplicate' | 'remove' | 'suggest' | 'type' | 'finess' | 'take off'; at: number }
  | { kind: 'attach' | 'detach' | 'other place'; at: number; type: 'FACTURE' | 'VA' }
  | { kind: 'move'; at: number; vers: 'debut' | 'fin' }
  | { kind: 'undo' | 'redo' | 'notice' | 'other draft' | 'reload' }

const at = fc.nat(9)
const type = fc.constantFrom(...profil.typesFichier)
const geste: fc.Arbitrary<Geste> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('add', 'duplicate', 'remove', 'suggest', 'type', 'finess', 'finess', 'take off'),
    at,
  }),
  fc.record({ kind: fc.constantFrom('attach', 'detach', 'other place'), at, type }),
  fc.record({ kind: fc.constant('move'), at, vers: fc.constantFrom('debut', 'fin') }),
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('undo', 'undo', 'redo', 'notice', 'other draft', 'reload') }),
  },
)

const piece = (id: string): Piece => ({
  ...{ id, nomOriginal: `${id} : copie.pdf`, formatFichier: 'PDF', taille: 10, empreinte: id },
  ...{ pages: 1, remarques: [], documents: 1 },
})
const lus = (valeurs: string[]): Suggere[] => [
  { champ: 'dateFacture', source: 'FACTURE', texte: '15/03/2023 lu', valeur: '', doute: null, valeurs: ['15/03/2023'] },
  {
    champ: 'beneficiaires',
    source: 'FACTURE',
    texte: `${valeurs.length} FINESS lus dans la facture : ${valeurs.join(', ')}`,
    valeur: valeurs.join(', '),
    doute: null,
    valeurs,
  },
]

/** Does it as the screens do; `rank` makes values of its own. */
async function faire({ travail, draft, dossier, state }: Example, one: Geste, rank: number, drafts: readonly string[]) {
  const { demandes } = travail
  const all = dossier().demandes
  const standing = 'at' in one ? all[one.at % Math.max(1, all.length)] : undefined
  const offered = state().avis.find(({ annulation }) => annulation?.kind === 'etape')?.annulation
  const other = drafts.find((id) => id !== draft())
  if (one.kind === 'add') demandes.addDemande()
  else if (one.kind === 'undo') travail.undo()
  else if (one.kind === 'redo') travail.redo()
  else if (one.kind === 'notice' && offered) travail.reverse(offered)
  else if (one.kind === 'other draft' && other) await travail.session.resume(other)
  else if (one.kind === 'reload') await travail.session.resume(draft())
  if (!standing) return
  const { id, saisie } = standing
  const { beneficiaires } = saisie
  if (one.kind === 'duplicate') demandes.duplicateDemande(id)
  if (one.kind === 'remove') demandes.removeDemande(id)
  if (one.kind === 'suggest') demandes.takeLus(draft(), id, lus([`1${rank}`, `2${rank}`]).slice(rank % 2))
  if (one.kind === 'type') demandes.setSaisie(draft(), id, { ...saisie, numeroEditeur: `e${rank}` })
  if (one.kind === 'finess')
    demandes.setSaisie(draft(), id, { ...saisie, beneficiaires: [...beneficiaires, `9${rank}`] })
  if (one.kind === 'take off' && beneficiaires.length > 0)
    demandes.dropValues(
      draft(),
      id,
      { beneficiaires: beneficiaires.slice(1) },
      `${beneficiaires[0] ?? ''} retiré de la liste.`,
    )
  if (one.kind === 'attach') demandes.attachPiece(draft(), id, one.type, piece(`p${rank}`))
  if (one.kind === 'detach') demandes.removePiece(id, one.type)
  if (one.kind === 'other place') demandes.movePiece(draft(), id, one.type)
  if (one.kind === 'move') travail.lots.move(new Set([id]), one.vers)
}

/** Every line that the screen says, and the names of its two buttons. */
const dits = ({ avis, state }: Example) => [
  ...avis(),
  ...[state().annulable, state().retablissable].flatMap((quoi) => (quoi === null ? [] : [introduce('Annuler', quoi)])),
]

test('[undo] whatever is done, taken back and done again, no act reaches another draft, and each line has one colon', () =>
  fc.assert(
    fc.asyncProperty(fc.array(geste, { minLength: 5, maxLength: 40 }), async (gestes) => {
      const window = exampleTravail(examplePoste())
      const drafts: string[] = []
      const left = new Map<string, Dossier>()
      for (const name of ['a', 'b']) {
        const demandes = ['1', '2'].map((id) => exampleDemande({ id: `${name}${id}` }))
        await window.travail.session.begin({ dossier: exampleDossier({ demandes }), pieces: new Map() })
        drafts.push(window.draft())
        left.set(window.draft(), window.dossier())
      }
      let opened = window.dossier()
      let typed = false
      for (const [rank, one] of gestes.entries()) {
        const before = window.draft()
        left.set(before, window.dossier())
        await faire(window, one, rank, drafts)
        const shown = window.draft()
        typed ||= one.kind === 'type' || one.kind === 'finess'
        if (shown !== before) {
          // A draft is come back to as it was left.
          expect(window.dossier()).toEqual(left.get(shown))
          opened = window.dossier()
          typed = false
        }
        for (const dit of dits(window))
          for (const phrase of dit.replace(/«[^»]*»/g, '').split(/(?<=[.!?…])\s/))
            expect(phrase.match(/\s:\s/g)?.length ?? 0).toBeLessThan(2)
      }
      await window.travail.session.flush()
      expect((await window.stored())?.dossier).toEqual(window.dossier())
      while (window.state().annulable !== null) window.travail.undo()
      // What was typed is no act: it stays, and keeps with it the demande that it was typed in.
      if (!typed) expect(window.dossier()).toEqual(opened)
    }),
    { numRuns: 100 },
  ))
