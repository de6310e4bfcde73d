import { createAttach } from './attach'
import { createBrouillons } from './brouillons'
import { createChanges } from './changes'
import { createCore } from './core'
import { createDemandes } from './demandes'
import { createEntetes } from './entete'
import type { Judged } from './judging'
import { createJoints } from './joints'
import { lazily } from './lazily'
import { createLecteur } from './lectures'
import { createLibrary } from './library'
import { createLots } from './liste/acts'
import { createModeles } from './modeles'
import { createNotices } from './notices'
import { closeWithPage } from './pageLeft'
import { createPlis } from './plis'
import type { Routes } from './opening/opening'
import { createPanelStore, createPatience } from './opening/panel'
import type { FichierDonne, Ports } from './ports'
import { createReconnaissance } from './reconnaissance'
import { createScope } from './scope'
import { createSession } from './session'
import { createStart } from './start'
import type { Annulation } from './state'
import { isDocument, rienDepose } from './tri/deposes'
import type { Place } from './tri/examiner'
import { createTableauStore } from './tableau/etat'
import { createTriStore } from './tri/sheet'

export type Travail = ReturnType<typeof createTravail>

interface Screens {
  routes: Routes
  /** Whether a route shows the draft at work. */
  isDeep: (route: string) => boolean
}

/**
 * The work at hand: the draft that is open, and everything that can be done to it. One a page; all that changes with
 * time is in it, and in nothing else. Parts that the first screen does without are made at their first use.
 */
export function createTravail(ports: Ports, { routes, isDeep }: Screens) {
  const core = createCore(ports)
  const notices = createNotices(core)
  const changes = createChanges(core, notices)
  const scope = createScope(core)
  const library = createLibrary(core)
  const entetes = createEntetes(core)
  const demandes = createDemandes(core, changes)
  const lots = createLots(core, changes)
  const plis = createPlis()
  const modeles = createModeles(core, changes, entetes, notices)
  const lecteur = createLecteur(core, scope)
  const triStore = createTriStore()
  const panel = createPanelStore()
  const patience = createPatience(core, panel)

  /** For the screens of a draft, which have fetched it. */
  const judging = () => {
    const fetched = core.judging()
    if (!fetched) throw new Error('What judges the dossier was not fetched')
    return fetched
  }
  const closeSheet = () => {
    if (triStore.getState().tri) void tri().then(({ close }) => close())
  }
  const onLeave = () => {
    closeSheet()
    core.judging()?.liste.reset()
    joints.reset()
    plis.reset()
  }
  const session = createSession(core, { changes, entetes, library, notices, scope, onLeave })
  const attachFile = createAttach(core, session, demandes)
  const joints = createJoints(core, { scope, attachFile, notices })
  const brouillons = createBrouillons(core, session, library, notices)

  const tri = lazily(async () => {
    const { createTris } = await import('./tri/parts')
    const liste = {
      show: () => ports.place.goTo(routes.demandes),
      isShown: () => ports.place.current() === routes.demandes,
    }
    return createTris(core, {
      judging: await core.fetchJudging(),
      scope,
      session,
      demandes,
      lecteur,
      notices,
      triStore,
      liste,
    })
  })
  const trier = async (fichiers: readonly FichierDonne[], place: Place | null = null): Promise<void> =>
    fichiers.length === 0 ? undefined : (await tri()).open(fichiers, place)
  /** What the clerk dropped: that nothing is in it is told, for he sees a drop that does nothing. */
  const trierDeposes = (fichiers: readonly FichierDonne[], place: Place | null = null): Promise<void> =>
    fichiers.some(isDocument) ? trier(fichiers, place) : Promise.resolve(notices.say(rienDepose))
  const opening = lazily(async () => {
    const { createOpenings } = await import('./opening/parts')
    return createOpenings(core, {
      session,
      entetes,
      library,
      notices,
      modeles,
      panel,
      patience,
      routes,
      demandes,
      trier,
    })
  })
  const tableauStore = createTableauStore()
  const tableaux = lazily(async () => {
    const { createTableaux } = await import('./tableau/parts')
    const parts = { session, demandes, notices, patience, tableauStore, route: routes.demandes, trier }
    return createTableaux(core, parts)
  })
  closeWithPage(core, {
    store: core.store,
    isOpen: ({ departDemande }) => departDemande,
    close: () => session.answerDepart(false),
  })
  closeWithPage(core, {
    store: triStore,
    isOpen: ({ tri }) => tri !== null,
    close: () => {
      const fichiers = triStore.getState().tri?.elements.map(({ fichier }) => fichier) ?? []
      closeSheet()
      notices.offer('Les fichiers déposés n’ont pas été joints : leur feuille s’est fermée avec la page.', {
        kind: 'fichiers',
        fichiers,
      })
    },
  })
  closeWithPage(core, {
    store: panel,
    isOpen: ({ panneau, attente }) => panneau !== null || attente !== null,
    close: () => {
      panel.getState().attente?.arreter()
      void opening().then(({ close }) => close())
    },
  })
  closeWithPage(core, {
    store: tableauStore,
    isOpen: ({ tableau, refus }) => tableau !== null || refus !== null,
    close: () => void tableaux().then(({ close }) => close()),
  })
  const depots = lazily(async () => {
    const { createDepots } = await import('./depots')
    return createDepots(core, { judging: await core.fetchJudging(), library, entetes, notices })
  })

  return {
    store: core.store,
    typed: core.typed,
    triStore,
    tableauStore,
    panel,
    fetchJudging: core.fetchJudging,
    /** What is found in the dossier of this state. */
    bilanOf: (state: Judged) => judging().bilanOf(state),
    octetsOf: (pieceId: string) => core.octets.get(pieceId),
    session,
    entetes,
    demandes,
    lots,
    get liste() {
      return judging().liste
    },
    plis,
    modeles,
    brouillons,
    notices,
    patience,
    opening,
    tableaux,
    depots,
    tri,
    trier: trierDeposes,
    attachFile,
    joints,
    recognisePiece: createReconnaissance(core, lecteur),
    /** A long work on the draft at work: it ends with the draft. */
    beginOperation: scope.begin,
    undo: () => changes.undo(),
    redo: changes.redo,
    /** Takes back what a notice offered to. */
    reverse: (annulation: Annulation) => {
      if (annulation.kind === 'etape') changes.undo(annulation.id)
      else if (annulation.kind === 'brouillon') void brouillons.restore(annulation.id)
      else if (annulation.kind === 'modele') void modeles.retenir(annulation.modele)
      else void trier(annulation.fichiers)
    },
    beginExemple: async (files: { facture: FichierDonne; va: FichierDonne }) =>
      (await import('./exemple')).createExemple(core, session)(files),
    watchPieces: lecteur.watch,
    start: createStart(core, session, library, isDeep),
    /** Once the contrôle step was opened, empty required fields speak too. */
    openControle: () => core.store.setState(({ controleOuvert }) => (controleOuvert ? {} : { controleOuvert: true })),
    /** The clock may pass midnight while the page is open. */
    refreshToday: () =>
      core.store.setState(({ contexte }) => {
        const today = ports.clock.today()
        return contexte.today === today ? {} : { contexte: { ...contexte, today } }
      }),
  }
}
