import { useStore } from 'zustand'
import type { State } from '../../travail/state'
import { afterFrame } from '../../ui/later'
import { createTravail } from '../../travail/travail'
import { parseRoute, showsDraft, writeRoute } from '../route'
import { drawnAfterTyping } from './afterTyping'
import { createPorts } from './ports'

/** The one work of this page. */
export const travail = createTravail(createPorts(), {
  routes: {
    entete: writeRoute('entete'),
    demandes: writeRoute('demandes'),
    controle: writeRoute('controle'),
    retour: (depot) => writeRoute({ depot }),
  },
  isDeep: (route) => showsDraft(parseRoute(route)),
})

export const { bilanOf } = travail

const { typed } = travail

const drawn = drawnAfterTyping({ ...travail.store, getState: typed.standing })

export const { whileTyping } = drawn

/** Has done what a key asks for once its sign is painted: for fields that draw their signs by themselves. */
export function afterSign(change: () => void) {
  typed.wait(change)
  afterFrame(typed.take)
}

/** Does now what waits for a sign to be painted: before a form's own values are read or written. */
export const takeTyped = typed.take

/** A part of the state; the component is drawn again when that part changes. */
export const useApp = <Part>(select: (state: State) => Part): Part => useStore(drawn.seen, select)
