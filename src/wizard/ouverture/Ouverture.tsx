import { Dialog } from '../../ui/Dialog'
import { Messages } from '../../ui/Messages'
import { Progress } from '../../ui/Progress'
import { Confirmation } from './Confirmation'
import { showEtape, type Etape } from './etat'

const close = () => showEtape(null)

/** The dialog of files being opened: how far, what they are, what could not be taken. */
export function Ouverture({ etape }: { etape: Etape }) {
  switch (etape.kind) {
    case 'travail':
      return (
        <Dialog open title={etape.titre} onClose={etape.arreter}>
          <Progress label={etape.titre} share={etape.share} onCancel={etape.arreter} />
        </Dialog>
      )
    case 'confirmation':
      return (
        <Dialog open title="Ouvrir des fichiers" onClose={close}>
          <Confirmation contenu={etape.contenu} onClose={close} />
        </Dialog>
      )
    case 'suite':
      return (
        <Dialog open title="Ouvert, avec des remarques" onClose={close}>
          <Messages messages={etape.messages.map((message, index) => ({ ...message, key: String(index) }))} />
        </Dialog>
      )
  }
}
