import { useEffect, useRef, useState } from 'react'
import type { DepotPret } from '../../depot/depot'
import { prepareDepot } from '../../depot/prepare'
import type { Dossier } from '../../dossier/dossier'
import { readFichierModele } from '../../format/readFichier'
import type { ModeleRetenu } from '../../records/modele'
import { octetsOf } from '../poste/octets'
import { useApp } from '../poste/travail'

/** How far the two files are. */
export type Etat =
  | { etape: 'bloque' }
  | { etape: 'enCours'; share: number }
  | { etape: 'pret'; depot: DepotPret }
  | { etape: 'arrete' }
  | { etape: 'echec'; message: string }

const messages = {
  ecart:
    'Les fichiers relus diffèrent de ce qui devait être écrit. Rien n’est proposé au téléchargement. Relancez ; si cela se répète, redémarrez le navigateur. Différences :',
  pieceAbsente:
    'Les octets d’une pièce ne sont plus disponibles. Retirez cette pièce de sa demande et déposez-la de nouveau :',
  panne: 'La préparation a échoué. Fermez d’autres onglets si la mémoire manque, puis relancez. Cause :',
} as const

interface Run {
  dossiers: readonly Dossier[]
  modele: ModeleRetenu | null
  attempt: number
  etats: readonly Etat[]
}

/** The shape to be written; that of a modèle which does not read any more is the guide's. format §7 */
function formeOf(retenu: ModeleRetenu | null) {
  const lu = retenu && readFichierModele(retenu.texte)
  return lu?.ok ? { modele: lu.modele, valeursFixes: retenu?.valeursFixes ?? {} } : {}
}

/**
 * Makes the files of each deposit, one after the other, as soon as nothing is wrong, and again when they change: a click
 * then saves what is ready. `dossiers` keeps its identity while nothing changes.
 */
export function usePreparation(dossiers: readonly Dossier[], blocked: boolean) {
  const modele = useApp((state) => state.modele)
  const [attempt, setAttempt] = useState(0)
  const [run, setRun] = useState<Run | null>(null)
  const running = useRef<AbortController | null>(null)
  const made = useRef(new WeakMap<Dossier, { modele: ModeleRetenu | null; depot: DepotPret }>())
  useEffect(() => {
    if (blocked) return
    const abort = new AbortController()
    running.current = abort
    const known = made.current
    let current = true
    let etats: readonly Etat[] = dossiers.map((dossier) => {
      const before = known.get(dossier)
      return before?.modele === modele ? { etape: 'pret', depot: before.depot } : waiting
    })
    const report = (rang: number, etat: Etat) => {
      if (!current) return
      etats = etats.map((one, index) => (index === rang ? etat : one))
      setRun({ dossiers, modele, attempt, etats })
    }
    const prepare = async (dossier: Dossier, rang: number) => {
      const onProgress = (share: number) => report(rang, { etape: 'enCours', share })
      const { signal } = abort
      const result = await prepareDepot(dossier, octetsOf, { signal, onProgress, ...formeOf(modele) })
      if (result.ok) {
        known.set(dossier, { modele, depot: result.depot })
        report(rang, { etape: 'pret', depot: result.depot })
      } else if (result.raison === 'abandon') report(rang, { etape: 'arrete' })
      else report(rang, { etape: 'echec', message: `${messages[result.raison]} ${result.detail}` })
    }
    // The worker takes them in turn: no two zips are in the making at once.
    dossiers.forEach((dossier, rang) => {
      const etat = etats[rang]
      if (etat?.etape === 'pret') report(rang, etat)
      else void prepare(dossier, rang)
    })
    return () => {
      current = false
      abort.abort()
    }
  }, [dossiers, modele, blocked, attempt])
  return {
    etats: etatsOfRun(run, { dossiers, modele, attempt }, blocked),
    stop: () => running.current?.abort(),
    restart: () => setAttempt(attempt + 1),
  }
}

const waiting: Etat = { etape: 'enCours', share: 0 }

function etatsOfRun(run: Run | null, now: Omit<Run, 'etats'>, blocked: boolean): readonly Etat[] {
  if (blocked) return now.dossiers.map(() => ({ etape: 'bloque' }))
  // What an earlier dossier came to says nothing of this one.
  const same = run?.dossiers === now.dossiers && run.modele === now.modele && run.attempt === now.attempt
  return same ? run.etats : now.dossiers.map(() => waiting)
}
