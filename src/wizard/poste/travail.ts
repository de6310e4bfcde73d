import { useStore } from 'zustand'
import type { State } from '../../travail/state'
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

const drawn = drawnAfterTyping(travail.store)

export const { whileTyping } = drawn

/** A part of the state; the component is drawn again when that part changes. */
export const useApp = <Part>(select: (state: State) => Part): Part => useStore(drawn.seen, select)
