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
  dossier: Dossier
  modele: ModeleRetenu | null
  attempt: number
  etat: Etat
}

/** The shape to be written; that of a modèle which does not read any more is the guide's. format §7 */
function formeOf(retenu: ModeleRetenu | null) {
  const lu = retenu && readFichierModele(retenu.texte)
  return lu?.ok ? { modele: lu.modele, valeursFixes: retenu?.valeursFixes ?? {} } : {}
}

/** Makes the two files as soon as nothing is wrong, and again when the dossier changes: a click then saves what is ready. */
export function usePreparation(dossier: Dossier, blocked: boolean) {
  const modele = useApp((state) => state.modele)
  const [attempt, setAttempt] = useState(0)
  const [run, setRun] = useState<Run | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => {
    if (blocked) return
    const abort = new AbortController()
    running.current = abort
    let current = true
    const report = (etat: Etat) => {
      if (current) setRun({ dossier, modele, attempt, etat })
    }
    const onProgress = (share: number) => report({ etape: 'enCours', share })
    void prepareDepot(dossier, octetsOf, { signal: abort.signal, onProgress, ...formeOf(modele) }).then((made) => {
      if (made.ok) report({ etape: 'pret', depot: made.depot })
      else if (made.raison === 'abandon') report({ etape: 'arrete' })
      else report({ etape: 'echec', message: `${messages[made.raison]} ${made.detail}` })
    })
    return () => {
      current = false
      abort.abort()
    }
  }, [dossier, modele, blocked, attempt])
  return {
    etat: etatOfRun(run, { dossier, modele, attempt }, blocked),
    stop: () => running.current?.abort(),
    restart: () => setAttempt(attempt + 1),
  }
}

function etatOfRun(run: Run | null, now: Omit<Run, 'etat'>, blocked: boolean): Etat {
  if (blocked) return { etape: 'bloque' }
  // What an earlier dossier came to says nothing of this one.
  const same = run?.dossier === now.dossier && run.modele === now.modele && run.attempt === now.attempt
  return same ? run.etat : { etape: 'enCours', share: 0 }
}
