import { useRef, useState } from 'react'
import type { DepotPret } from '../../depot/depot'
import { pickFolder, writeFiles, type FichierNomme } from '../../depot/save'
import type { Dossier } from '../../dossier/dossier'
import { count } from '../../format/mots'
import { Button } from '../../ui/Button'
import { Progress } from '../../ui/Progress'
import { travail } from '../poste/travail'
import { noter } from './noter'

interface EnregistrerToutProps {
  /** Null while its files are not ready. */
  depots: readonly { depot: DepotPret | null; dossier: Dossier }[]
  onSaved: (...files: Blob[]) => void
}

const aucun = 'Rien n’a pu être écrit dans ce dossier. Choisissez-en un autre, ou téléchargez les fichiers un par un.'

const filesOf = ({ json, nomJson, zip, nomZip }: DepotPret): FichierNomme[] => [
  { nom: nomJson, octets: json },
  { nom: nomZip, octets: zip },
]

/** Writes the files of all deposits into a folder of the clerk's choice, under their exact names. */
export function EnregistrerTout({ depots, onSaved }: EnregistrerToutProps) {
  const [share, setShare] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)
  const ready = depots.flatMap(({ depot, dossier }) => (depot ? [{ depot, dossier }] : []))
  const write = async () => {
    const files = ready.flatMap(({ depot }) => filesOf(depot))
    const origine = travail.store.getState()
    const folder = await pickFolder().catch(() => {
      travail.notices.say(aucun)
      return null
    })
    if (!folder) return
    const abort = new AbortController()
    running.current = abort
    setShare(0)
    const { ecrits, refuse } = await writeFiles(folder, files, { signal: abort.signal, onProgress: setShare })
    const octets = new Set(ecrits.map((ecrit) => ecrit.octets))
    onSaved(...octets)
    // The number of a deposit is taken as soon as one of its files is out.
    for (const { depot, dossier } of ready)
      if (octets.has(depot.json) || octets.has(depot.zip)) await noter(depot, dossier, origine)
    travail.notices.say(showEcriture(ecrits.length, files.length, refuse))
  }
  const save = async () => {
    if (running.current) return
    try {
      await write()
    } finally {
      running.current = null
      setShare(null)
    }
  }
  return (
    <>
      <div>
        <Button disabled={ready.length < depots.length} onClick={() => void save()}>
          Enregistrer {depots.length > 1 && 'tous les dépôts '}dans un dossier…
        </Button>
      </div>
      {share !== null && (
        <Progress label="Écriture dans le dossier" share={share} onCancel={() => running.current?.abort()} />
      )}
    </>
  )
}

/** What became of the files, and what to do about those that are missing. */
function showEcriture(ecrits: number, total: number, refuse: string | null): string {
  if (ecrits === total)
    return total === 2
      ? 'Les deux fichiers sont dans le dossier choisi.'
      : `Les ${total} fichiers sont dans le dossier choisi.`
  if (ecrits === 0 && refuse !== null) return aucun
  const faits = `${count(ecrits, 'fichier')} sur ${total} dans le dossier choisi`
  return refuse === null
    ? `Enregistrement arrêté : ${faits}. Recommencez, ou téléchargez les autres un par un.`
    : `${faits} : « ${refuse} » n’a pas pu y être écrit. Faites de la place ou choisissez un autre dossier et recommencez, ou téléchargez les autres un par un.`
}
