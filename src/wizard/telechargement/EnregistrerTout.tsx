import type { DepotPret } from '../../depot/depot'
import { saveToFolder } from '../../depot/save'
import type { Dossier } from '../../dossier/dossier'
import { Button } from '../../ui/Button'
import { travail } from '../poste/travail'
import { noter } from './noter'

interface EnregistrerToutProps {
  /** Null while its files are not ready. */
  depots: readonly { depot: DepotPret | null; dossier: Dossier }[]
  onSaved?: (...files: Blob[]) => void
}

/** Writes the files of all deposits into a folder of the clerk's choice, under their exact names. */
export function EnregistrerTout({ depots, onSaved }: EnregistrerToutProps) {
  const ready = depots.flatMap(({ depot, dossier }) => (depot ? [{ depot, dossier }] : []))
  const save = async () => {
    const files = ready.flatMap(({ depot: { json, nomJson, zip, nomZip } }) => [
      { nom: nomJson, octets: json },
      { nom: nomZip, octets: zip },
    ])
    const origine = travail.store.getState()
    try {
      if (!(await saveToFolder(files))) return
      onSaved?.(...files.map(({ octets }) => octets))
      for (const { depot, dossier } of ready) await noter(depot, dossier, origine)
      travail.notices.say(
        files.length === 2
          ? 'Les deux fichiers sont dans le dossier choisi.'
          : `Les ${files.length} fichiers sont dans le dossier choisi.`,
      )
    } catch {
      travail.notices.say(
        'Rien n’a pu être écrit dans ce dossier. Choisissez-en un autre, ou téléchargez les fichiers un par un.',
      )
    }
  }
  return (
    <div>
      <Button disabled={ready.length < depots.length} onClick={() => void save()}>
        Enregistrer {depots.length > 1 && 'tous les dépôts '}dans un dossier…
      </Button>
    </div>
  )
}
