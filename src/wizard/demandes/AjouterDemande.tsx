import { Button } from '../../ui/Button'
import { goTo, writeRoute } from '../route'
import { travail } from '../poste/travail'
import { Bref } from './Bref'

/** Appends a demande and goes to its page. */
export function AjouterDemande() {
  return (
    <Button onClick={() => goTo(writeRoute({ numLigne: travail.demandes.addDemande() }, 'numeroASP'))}>
      <Bref nom="Ajouter une demande" signe="+" mot="demande" />
    </Button>
  )
}
