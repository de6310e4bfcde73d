import { canSaveToFolder, saveFile } from '../../depot/save'
import type { Dossier } from '../../dossier/dossier'
import { showMo } from '../../dossier/taille'
import { Button } from '../../ui/Button'
import { Progress } from '../../ui/Progress'
import styles from './Telechargement.module.css'
import { DejaTelecharge } from './DejaTelecharge'
import { EnregistrerTout } from './EnregistrerTout'
import { noter } from './noter'
import { NoteNoms } from './NoteNoms'
import type { Etat } from '../preparation/usePreparation'

interface FichiersProps {
  /** What the files are made of. */
  dossier: Dossier
  /** Rank of the deposit among several, from 1; absent for one alone. */
  rang?: number
  etat: Etat
  stop: () => void
  restart: () => void
  blocked: boolean
  /** Files that were saved since the page was opened. */
  saved: ReadonlySet<Blob>
  onSaved: (...files: Blob[]) => void
}

/** The two files with their buttons: one click, one file. */
export function Fichiers({ dossier, rang, etat, stop, restart, blocked, saved, onSaved }: FichiersProps) {
  const depot = etat.etape === 'pret' ? etat.depot : null
  const save = (octets: Blob, nom: string) => {
    saveFile(octets, nom)
    onSaved(octets)
    if (depot) void noter(depot, dossier)
  }
  return (
    <div className={styles.files}>
      <Fichier
        name="JSON"
        rang={rang}
        depot={depot && { octets: depot.json, nom: depot.nomJson }}
        saved={saved}
        blocked={blocked}
        onSave={save}
      />
      <Fichier
        name="ZIP"
        rang={rang}
        depot={depot && { octets: depot.zip, nom: depot.nomZip }}
        saved={saved}
        blocked={blocked}
        onSave={save}
      />
      <div aria-live="polite">
        {depot && (
          <p className={styles.ok}>
            ✓ Fichiers écrits puis relus : JSON relu, zip rouvert, noms, tailles, sommes de contrôle et contenus
            comparés.
          </p>
        )}
        {depot && <DejaTelecharge depot={depot} />}
        {etat.etape === 'echec' && <p className={styles.bad}>✕ {etat.message}</p>}
        {etat.etape === 'arrete' && <p>Préparation arrêtée.</p>}
      </div>
      {etat.etape === 'enCours' && (
        <Progress label="Préparation et relecture des fichiers" share={etat.share} onCancel={stop} />
      )}
      {(etat.etape === 'echec' || etat.etape === 'arrete') && (
        <div>
          <Button onClick={restart}>Préparer les fichiers</Button>
        </div>
      )}
      {canSaveToFolder() && rang === undefined && <EnregistrerTout depots={[{ depot, dossier }]} onSaved={onSaved} />}
      {rang === undefined && <NoteNoms />}
    </div>
  )
}

interface FichierProps {
  name: 'JSON' | 'ZIP'
  rang: number | undefined
  depot: { octets: Blob; nom: string } | null
  saved: ReadonlySet<Blob>
  blocked: boolean
  onSave: (octets: Blob, nom: string) => void
}

function Fichier({ name, rang, depot, saved, blocked, onSave }: FichierProps) {
  const done = depot !== null && saved.has(depot.octets)
  return (
    <div className={styles.file}>
      <div>
        <div className={styles.name}>{depot?.nom ?? `Le ${name} du dépôt`}</div>
        <div className={styles.facts}>
          {depot ? showMo(depot.octets.size) : blocked ? 'après correction des erreurs' : 'en préparation'}
          {done && <span className={styles.ok}> · ✓ téléchargé</span>}
        </div>
      </div>
      <Button
        look={done ? 'plain' : 'primary'}
        disabled={depot === null}
        aria-describedby={blocked ? 'pourquoi' : undefined}
        onClick={() => depot && onSave(depot.octets, depot.nom)}
      >
        Télécharger le {name}
        {rang !== undefined && ` du dépôt ${rang}`}
      </Button>
    </div>
  )
}
