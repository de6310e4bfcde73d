import { useState } from 'react'
import type { DepotPret } from '../../depot/depot'
import { canSaveToFolder, saveFile, saveToFolder } from '../../depot/save'
import { parseJour } from '../../dossier/jour'
import { showMo } from '../../dossier/taille'
import { Button } from '../../ui/Button'
import { Progress } from '../../ui/Progress'
import styles from './Telechargement.module.css'
import type { Etat } from './usePreparation'
import { travail } from '../poste/travail'

interface FichiersProps {
  etat: Etat
  stop: () => void
  restart: () => void
  blocked: boolean
}

/** The two files with their buttons: one click, one file. */
export function Fichiers({ etat, stop, restart, blocked }: FichiersProps) {
  const depot = etat.etape === 'pret' ? etat.depot : null
  const [saved, setSaved] = useState<ReadonlySet<Blob>>(new Set())
  const mark = (...files: Blob[]) => setSaved(new Set([...saved, ...files]))
  const save = (octets: Blob, nom: string) => {
    saveFile(octets, nom)
    tellOtherDay()
    mark(octets)
    if (depot) void noter(depot)
  }
  return (
    <div className={styles.files}>
      <Fichier
        name="JSON"
        depot={depot && { octets: depot.json, nom: depot.nomJson }}
        saved={saved}
        blocked={blocked}
        onSave={save}
      />
      <Fichier
        name="ZIP"
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
      {canSaveToFolder() && <Dossier depot={depot} onSaved={mark} />}
      <p className={styles.note}>
        Si un fichier de ce nom est déjà dans vos téléchargements, le navigateur ajoute « (1) » au nouveau : le portail
        refuserait ce nom. Supprimez l’ancien, ou renommez le nouveau exactement comme ci-dessus.
      </p>
    </div>
  )
}

/** The day may have changed since the files were made: their names then carry yesterday’s. guide §3.3 */
function tellOtherDay() {
  const before = travail.store.getState().contexte.today
  travail.refreshToday()
  const { contexte, dossier } = travail.store.getState()
  const dateDepot = parseJour(dossier.entete.dateDepot)
  if (contexte.today !== before && dateDepot !== contexte.today)
    travail.notices.say(
      `Nous sommes maintenant le ${contexte.today}, et ces fichiers sont datés du ${dateDepot ?? '—'}. Si vous déposez aujourd’hui, changez la date de dépôt dans l’en-tête, puis téléchargez de nouveau.`,
    )
}

/** Keeps the download in the history. */
async function noter({ json, nomJson, nomZip }: DepotPret) {
  const { dossier } = travail.store.getState()
  const depots = await travail.depots()
  await depots.record({ nomJson, nomZip, json: await json.text(), dossier })
}

interface FichierProps {
  name: 'JSON' | 'ZIP'
  depot: { octets: Blob; nom: string } | null
  saved: ReadonlySet<Blob>
  blocked: boolean
  onSave: (octets: Blob, nom: string) => void
}

function Fichier({ name, depot, saved, blocked, onSave }: FichierProps) {
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
      </Button>
    </div>
  )
}

function Dossier({ depot, onSaved }: { depot: DepotPret | null; onSaved: (...files: Blob[]) => void }) {
  const saveBoth = async (ready: DepotPret) => {
    const { json, nomJson, zip, nomZip } = ready
    try {
      const done = await saveToFolder([
        { nom: nomJson, octets: json },
        { nom: nomZip, octets: zip },
      ])
      if (!done) return
      tellOtherDay()
      onSaved(json, zip)
      await noter(ready)
      travail.notices.say('Les deux fichiers sont dans le dossier choisi.')
    } catch (error) {
      travail.notices.say(
        `Le dossier n’a pas pu être écrit (${error instanceof Error ? error.message : 'cause inconnue'}). Téléchargez les deux fichiers.`,
      )
    }
  }
  return (
    <div>
      <Button disabled={depot === null} onClick={() => depot && saveBoth(depot)}>
        Enregistrer dans un dossier…
      </Button>
    </div>
  )
}
