import { showMessage } from '../../format/message'
import { readFichierModele } from '../../format/readFichier'
import { messagesStockage } from '../../records/resultat'
import { isExport } from '../../records/draft'
import type { FichierOuvert } from '../../ouverture/fichierOuvert'
import type { Core } from '../core'
import type { Entetes } from '../entete'
import type { Library } from '../library'
import type { Notices } from '../notices'
import type { FichierDonne, Octets, WorkOptions } from '../ports'
import type { Session } from '../session'
import { grouper, type GroupeAvances } from './avances'
import {
  classer,
  isPiecesSeules,
  type BrouillonOuvert,
  type Contenu,
  type DepotOuvert,
  type RetourOuvert,
} from './contenu'
import { joindre } from './joindre'
import type { Modeles } from '../modeles'
import type { Patience, PanelStore, Suite } from './panel'
import { enAttenteOf, lignesOf } from './retours'

/** What the clerk decided in the dialog. */
export interface Choix {
  /** Names of the deposits that are the ASP's modèle, on his word. */
  modeles: ReadonlySet<string>
  /** Keys of the demandes d'avance to be settled. */
  avances: ReadonlySet<string>
  ajouter: boolean
}

/** Screens that opening leads to, by their routes. */
export interface Routes {
  entete: string
  demandes: string
  controle: string
  retour: (depotId: string) => string
}

export interface OpeningParts {
  session: Session
  entetes: Entetes
  library: Library
  notices: Notices
  modeles: Modeles
  panel: PanelStore
  patience: Patience
  routes: Routes
  commencer: (groupes: readonly GroupeAvances[], choisies: ReadonlySet<string>, ajouter: boolean) => Promise<boolean>
  trier: (fichiers: readonly FichierDonne[]) => Promise<void>
}

/** Demandes judged between two frames. */
const judgedAtOnce = 10

export type Opening = ReturnType<typeof createOpening>

/** Opening any mix of files: each is recognised by its content, and nothing changes before the clerk has confirmed. format §7 */
export function createOpening(core: Core, parts: OpeningParts) {
  const { store, ports } = core
  const { session, entetes, library, notices, modeles, panel, patience, routes, commencer, trier } = parts
  /** Counts openings: an answer that comes after a newer one was begun is for nobody. */
  let current = 0

  const lire = async (files: readonly FichierDonne[], options: WorkOptions): Promise<Contenu | null> => {
    const lu = await ports.opening.read(files, options)
    if (!lu.ok) {
      if (lu.raison !== 'abandon')
        notices.say(`Ces fichiers n’ont pas pu être lus (${lu.detail}). Rechargez la page, puis rouvrez-les.`)
      return null
    }
    const brouillons: BrouillonOuvert[] = []
    const others: { file: FichierDonne; ouvert: FichierOuvert<Octets> }[] = []
    for (const [index, file] of files.entries()) {
      const ouvert = lu.valeur[index]
      if (!ouvert) continue
      if (ouvert.kind !== 'zip' || !isExport(ouvert.nomsJson)) {
        others.push({ file, ouvert })
        continue
      }
      const read = await ports.drafts.readExport(file, options)
      if (options.signal.aborted) return null
      if (read.ok) brouillons.push({ nom: file.name, ...read.valeur })
      else others.push({ file, ouvert: { kind: 'refus', nom: file.name, message: messagesStockage[read.raison] } })
    }
    return classer(others, brouillons, {
      depots: store.getState().depots,
      entete: (depot) => {
        const known = entetes.knownFournisseur()
        return entetes.freshEntete({ ...known, numeroAns: depot.numeroAns || known.numeroAns })
      },
      newId: ports.newId,
      toFile: (octets, nom) => ports.pieces.toFile(octets, nom),
    })
  }

  /** Judges deposits while the clerk reads what they are: confirmed, they stand the sooner. */
  const judgeAhead = async (contenu: Contenu) => {
    const judging = await core.fetchJudging()
    for (const { dossier } of contenu.depots)
      for (let from = 0; from < dossier.demandes.length; from += judgedAtOnce) {
        await ports.clock.rest()
        const { panneau } = panel.getState()
        if (panneau?.kind !== 'confirmation' || panneau.contenu !== contenu) return
        judging.judge(dossier.demandes.slice(from, from + judgedAtOnce), dossier.entete)
      }
  }

  /** Reads the files and asks the clerk for his word on what they are. */
  const open = async (files: readonly FichierDonne[]) => {
    if (files.length === 0) return
    const mine = ++current
    const contenu = await patience('Lecture des fichiers', (signal, onProgress) => lire(files, { signal, onProgress }))
    if (!contenu || mine !== current) return
    if (isPiecesSeules(contenu)) return trier(contenu.pieces)
    panel.setState({ panneau: { kind: 'confirmation', contenu } })
    await judgeAhead(contenu)
  }

  const ouvrirDepot = async ({ nom, dossier, recherche }: DepotOuvert): Promise<Suite[] | null> => {
    const joint = await patience('Examen des pièces', (signal, onProgress) =>
      joindre(ports.pieces, { dossier, trouvees: recherche.trouvees }, { signal, onProgress }),
    )
    if (!joint) return null
    const begun = await session.begin({
      dossier: joint.dossier,
      pieces: joint.octets,
      nom: nom.replace(/\.json$/i, ''),
      route: routes.controle,
    })
    return begun ? joint.messages : null
  }

  const ouvrirBrouillon = async ({ draft, pieces }: BrouillonOuvert): Promise<boolean> => {
    const id = ports.newId()
    const saved = await ports.drafts.add({ ...draft, id }, pieces)
    // Nothing can be kept here: it is worked on as it is, the banner says so.
    if (!saved.ok) return session.begin({ dossier: draft.dossier, pieces, nom: draft.nom })
    await library.loadBrouillons()
    return session.resume(id)
  }

  /** Keeps the answer with its deposit; the same one read again changes nothing. Gives where it is shown. */
  const garderRetour = async ({ nom, texte, connu }: RetourOuvert): Promise<string | null> => {
    if (!connu) return null
    const { id } = connu.depot
    const kept = await ports.history.read(id)
    if (!kept.ok || kept.valeur.retour?.texte !== texte) {
      const retour = {
        nomFichier: nom,
        luLe: ports.clock.now(),
        texte,
        rejets: lignesOf(connu, 'rejetee'),
        aVerifier: lignesOf(connu, 'aVerifier'),
        enAttente: enAttenteOf(connu),
      }
      const saved = await ports.history.saveRetour(id, retour)
      if (!saved.ok) notices.say(showMessage(messagesStockage[saved.raison]))
      await library.loadDepots()
    }
    return routes.retour(id)
  }

  const prendreSurParole = async ({ nom, texte }: DepotOuvert) => {
    const lu = readFichierModele(texte)
    if (lu.ok) await modeles.prendre({ nom, texte, depot: lu.depot })
  }

  /** Does what was confirmed, in turn; shows what it came to. */
  const confirm = async (contenu: Contenu, choix: Choix) => {
    panel.setState({ panneau: null })
    const messages: Suite[] = []
    const addresses: string[] = []
    for (const modele of contenu.modeles) await modeles.prendre(modele)
    for (const depot of contenu.depots) if (choix.modeles.has(depot.nom)) await prendreSurParole(depot)
    if (contenu.modeles.length + choix.modeles.size > 0 && store.getState().brouillon) addresses.push(routes.entete)
    for (const retour of contenu.retours) addresses.push(...[await garderRetour(retour)].filter((one) => one !== null))
    for (const brouillon of contenu.brouillons) {
      if (!(await ouvrirBrouillon(brouillon))) continue
      messages.push(...brouillon.manquantes.map(manquante))
      addresses.push(routeOf(brouillon.draft.etape) ?? routes.demandes)
    }
    if (choix.avances.size > 0 && (await commencer(grouper(contenu.avances), choix.avances, choix.ajouter)))
      addresses.push(routes.demandes)
    let begun = false
    // The first file is the one that stays on screen.
    for (const depot of contenu.depots.filter(({ nom }) => !choix.modeles.has(nom)).reverse()) {
      const told = await ouvrirDepot(depot)
      if (!told) continue
      messages.push(...told)
      begun = true
    }
    const last = addresses.at(-1)
    // A deposit stands on screen since it was begun: whoever went on from there meanwhile is not called back.
    if (!begun && last !== undefined) ports.place.goTo(last)
    if (messages.length > 0) panel.setState({ panneau: { kind: 'suite', messages } })
    await trier(contenu.pieces)
  }

  return {
    open,
    confirm,
    /** Dismisses what is shown; nothing was changed. */
    close: () => {
      current += 1
      panel.setState({ panneau: null })
    },
    /** Tells what could not be taken, when there is any. */
    tell: (messages: readonly Suite[]) =>
      panel.setState({ panneau: messages.length > 0 ? { kind: 'suite', messages } : null }),
  }
}

const routeOf = (etape: string) => (etape.startsWith('#/') && etape.length > 2 ? etape : null)

const manquante = (nom: string): Suite => ({
  kind: 'alerte',
  faute: `« ${nom} » n’était pas dans le brouillon, ou abîmé.`,
  remede: 'Joignez cette pièce de nouveau.',
})
