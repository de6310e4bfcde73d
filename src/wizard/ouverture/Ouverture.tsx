import { Dialog } from '../../ui/Dialog'
import { Messages } from '../../ui/Messages'
import { Progress } from '../../ui/Progress'
import type { Attente, Panneau } from '../../travail/opening/panel'
import { travail } from '../poste/travail'
import { Confirmation } from './Confirmation'

const close = () => void travail.opening().then(({ close }) => close())

/** The dialogs of files being opened: what they are or what could not be taken, and over it how far a work is. */
export function Ouverture({ panneau, attente }: { panneau: Panneau | null; attente: Attente | null }) {
  return (
    <>
      {panneau?.kind === 'confirmation' && (
        <Dialog open title="Ouvrir des fichiers" onClose={close}>
          <Confirmation contenu={panneau.contenu} onClose={close} />
        </Dialog>
      )}
      {panneau?.kind === 'suite' && (
        <Dialog open title="Ouvert, avec des remarques" onClose={close}>
          <Messages messages={panneau.messages.map((message, index) => ({ ...message, key: String(index) }))} />
        </Dialog>
      )}
      {attente && (
        <Dialog open title={attente.titre} onClose={attente.arreter}>
          <Progress label={attente.titre} share={attente.share} onCancel={attente.arreter} />
        </Dialog>
      )}
    </>
  )
}
