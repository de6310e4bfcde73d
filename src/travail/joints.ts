import { createStore } from 'zustand/vanilla'
import { showMessage } from '../format/message'
import type { TypeFichier } from '../format/profil'
import type { Refus, createAttach } from './attach'
import type { Core } from './core'
import type { Notices } from './notices'
import { pageOf } from './page'
import type { FichierDonne } from './ports'
import type { Operation, Scope } from './scope'

/**
 * What a place of a demande is waiting for, or why the last file given to it was not taken; `avec`: the id of the pièce
 * that stood there by then, undefined for none.
 */
export type Joint = { kind: 'examen'; nom: string } | { kind: 'refus'; refus: Refus; avec: string | undefined }

type Joints = Readonly<Record<string, Joint>>

export const placeOf = (demande: string, type: TypeFichier) => `${demande} ${type}`

/** How many files are being examined for the places that they were given to: none of them is attached yet. */
export const enExamenOf = (joints: Joints) => Object.values(joints).filter(({ kind }) => kind === 'examen').length

interface Parts {
  scope: Scope
  attachFile: ReturnType<typeof createAttach>
  notices: Notices
}

/** Files given to places, one each: kept here, so that whoever goes on to another page or form still learns what came of them. */
export function createJoints({ store: work, ports }: Core, { scope, attachFile, notices }: Parts) {
  const store = createStore<Joints>(() => ({}))
  const operations = new Map<string, Operation>()

  const pieceAt = (id: string, type: TypeFichier) =>
    work.getState().dossier.demandes.find((demande) => demande.id === id)?.pieces[type]

  const set = (place: string, joint: Joint | null) =>
    store.setState(({ [place]: _, ...others }) => (joint ? { ...others, [place]: joint } : others), true)

  return {
    store,
    /** Attaches a file to a place that the clerk chose; the last one given there wins. */
    attach: async (demande: string, type: TypeFichier, fichier: FichierDonne): Promise<void> => {
      const place = placeOf(demande, type)
      operations.get(place)?.stop()
      const operation = scope.begin()
      operations.set(place, operation)
      const page = pageOf(ports.place.current())
      set(place, { kind: 'examen', nom: fichier.name })
      let refus: Refus | null = null
      try {
        refus = await attachFile(operation, demande, type, fichier)
      } finally {
        operation.end()
        if (operations.get(place) === operation) {
          operations.delete(place)
          set(place, refus && { kind: 'refus', refus, avec: pieceAt(demande, type)?.id })
          if (refus && pageOf(ports.place.current()) !== page)
            notices.say(`« ${fichier.name} » n’a pas été joint. ${showMessage(refus)}`)
        }
      }
    },
    /** Ends the examining of what was given to a place. */
    stop: (demande: string, type: TypeFichier) => operations.get(placeOf(demande, type))?.stop(),
    /** The refusal was read. */
    forget: (demande: string, type: TypeFichier) => set(placeOf(demande, type), null),
    /** Another draft comes. */
    reset: () => {
      operations.clear()
      store.setState({}, true)
    },
  }
}
