import { useEffect } from 'react'
import { allConstats } from '../../dossier/checkDossier'
import { compteOf } from '../../dossier/compte'
import { constatKey, type Constat } from '../../dossier/constat'
import { Badge } from '../../ui/Badge'
import { ButtonLink } from '../../ui/Button'
import { Ecran } from '../ecran/Ecran'
import { compteOfBilan, count } from '../etapes'
import { writeRoute } from '../route'
import { nameOf } from '../poste/useDemande'
import { Bordereau } from './Bordereau'
import { Item } from './Item'
import styles from './Controle.module.css'
import { bilanOf, travail, useApp } from '../poste/travail'

interface Groupe {
  key: string
  titre: string
  constats: readonly Constat[]
  /** Where a constat's field is. */
  link: (found: Constat) => string
}

const linkOfDepot = ({ champ }: Constat) =>
  champ === 'lignesImport' || champ === 'zip' ? writeRoute('demandes') : writeRoute('entete', champ)

// A rejection of one demande may speak of the header, which all share.
const linkOfDemande = (found: Constat, numLigne: number) =>
  found.champ === 'numeroAns' || found.champ === 'SIRET' ? linkOfDepot(found) : writeRoute({ numLigne }, found.champ)

function useGroupes(): Groupe[] {
  const dossier = useApp((state) => state.dossier)
  const bilan = useApp(bilanOf)
  const depot = {
    key: 'depot',
    titre: 'En-tête et dépôt',
    constats: [...bilan.entete, ...bilan.depot],
    link: linkOfDepot,
  }
  const demandes = dossier.demandes.map((demande, index) => ({
    key: demande.id,
    titre: `Demande ${index + 1} · ${nameOf(demande)}`,
    constats: bilan.demandes.get(demande.id) ?? [],
    link: (found: Constat) => linkOfDemande(found, index + 1),
  }))
  return [depot, ...demandes].filter(({ constats }) => constats.length > 0)
}

/** Step 3: everything found, each with its way to the field, and the summary of the deposit. */
export function Controle() {
  useEffect(() => travail.openControle(), [])
  const groupes = useGroupes()
  return (
    <Ecran
      titre="Contrôle"
      lead="Ce que le portail refuserait, puis ce qu’une personne y regarderait."
      left={<ButtonLink href={writeRoute('demandes')}>‹ Demandes</ButtonLink>}
      right={
        <ButtonLink look="primary" href={writeRoute('telechargement')}>
          Aller au téléchargement ›
        </ButtonLink>
      }
    >
      <Resume />
      {groupes.map((groupe) => (
        <GroupeConstats key={groupe.key} groupe={groupe} />
      ))}
      <Bordereau />
    </Ecran>
  )
}

function Resume() {
  const bilan = useApp(bilanOf)
  const verifies = useApp((state) => state.dossier.verifies)
  const { erreurs, manques, alertes } = compteOfBilan(bilan, verifies)
  const blocking = erreurs + manques
  const total = allConstats(bilan).filter(({ gravite }) => gravite === 'alerte').length
  const look = blocking > 0 ? styles.bad : alertes > 0 ? styles.warn : styles.good
  return (
    <section className={`${styles.summary} ${look} ${styles.noprint}`} role="status">
      <h2>
        {blocking > 0
          ? `✕ ${count(blocking, 'erreur')} ${blocking > 1 ? 'empêchent' : 'empêche'} le téléchargement`
          : alertes > 0
            ? `▲ Aucune erreur, ${count(alertes, 'alerte')} à vérifier`
            : '✓ Aucune erreur : le dépôt peut être téléchargé'}
      </h2>
      {total > 0 && (
        <p>
          {count(total, 'alerte')} au total, {total - alertes} vérifiée{total - alertes > 1 ? 's' : ''}.
        </p>
      )}
    </section>
  )
}

function GroupeConstats({ groupe: { titre, constats, link } }: { groupe: Groupe }) {
  const verifies = useApp((state) => state.dossier.verifies)
  const { erreurs, manques, alertes } = compteOf(constats, verifies)
  const ordered = [...constats].sort((a, b) => Number(a.gravite === 'alerte') - Number(b.gravite === 'alerte'))
  return (
    <section className={`${styles.group} ${styles.noprint}`}>
      <div className={styles.head}>
        <h2>{titre}</h2>
        {erreurs + manques > 0 && <Badge kind="erreur" text={count(erreurs + manques, 'erreur')} />}
        {alertes > 0 && <Badge kind="alerte" text={count(alertes, 'alerte')} />}
      </div>
      <ul>
        {ordered.map((found) => (
          <Item
            key={`${constatKey(found)} ${found.rang ?? ''}`}
            found={found}
            href={link(found)}
            seen={verifies[constatKey(found)]}
          />
        ))}
      </ul>
    </section>
  )
}
