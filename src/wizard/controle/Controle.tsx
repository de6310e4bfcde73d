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
import { Communs } from './Communs'
import { grouperCommuns, type Commun, type Place } from './grouper'
import { Item } from './Item'
import styles from './Controle.module.css'
import { bilanOf, travail, useApp } from '../poste/travail'

interface Groupe {
  titre: string
  places: readonly Place[]
}

const linkOfDepot = ({ champ }: Constat) =>
  champ === 'lignesImport' || champ === 'zip' ? writeRoute('demandes') : writeRoute('entete', champ)

// A rejection of one demande may speak of the header, which all share.
const linkOfDemande = (found: Constat, numLigne: number) =>
  found.champ === 'numeroAns' || found.champ === 'SIRET' ? linkOfDepot(found) : writeRoute({ numLigne }, found.champ)

function useTrouves(): { communs: readonly Commun[]; groupes: readonly Groupe[] } {
  const demandes = useApp((state) => state.dossier.demandes)
  const bilan = useApp(bilanOf)
  const places = demandes.flatMap((demande, index) =>
    (bilan.demandes.get(demande.id) ?? []).map((found) => ({
      found,
      demande: `Demande ${index + 1} · ${nameOf(demande)}`,
      href: linkOfDemande(found, index + 1),
    })),
  )
  const { communs, autres } = grouperCommuns(places)
  const depot = [...bilan.entete, ...bilan.depot].map((found) => ({
    found,
    demande: 'En-tête et dépôt',
    href: linkOfDepot(found),
  }))
  const groupes = new Map<string, Place[]>()
  for (const place of [...depot, ...autres]) {
    const groupe = groupes.get(place.demande)
    if (groupe) groupe.push(place)
    else groupes.set(place.demande, [place])
  }
  return { communs, groupes: [...groupes].map(([titre, found]) => ({ titre, places: found })) }
}

/** Step 3: everything found, each with its way to the field, and the summary of the deposit. */
export function Controle() {
  useEffect(() => travail.openControle(), [])
  const { communs, groupes } = useTrouves()
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
      <Communs communs={communs} />
      {groupes.map((groupe) => (
        <GroupeConstats key={groupe.titre} groupe={groupe} />
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
          {count(total, 'alerte')} au total,{' '}
          {total === alertes ? 'aucune vérifiée' : count(total - alertes, 'vérifiée')}.
        </p>
      )}
    </section>
  )
}

const isAlerte = ({ found }: Place) => Number(found.gravite === 'alerte')

function GroupeConstats({ groupe: { titre, places } }: { groupe: Groupe }) {
  const verifies = useApp((state) => state.dossier.verifies)
  const { erreurs, manques, alertes } = compteOf(
    places.map(({ found }) => found),
    verifies,
  )
  const ordered = [...places].sort((a, b) => isAlerte(a) - isAlerte(b))
  return (
    <section className={`${styles.group} ${styles.noprint}`}>
      <div className={styles.head}>
        <h2>{titre}</h2>
        {erreurs + manques > 0 && <Badge kind="erreur" text={count(erreurs + manques, 'erreur')} />}
        {alertes > 0 && <Badge kind="alerte" text={count(alertes, 'alerte')} />}
      </div>
      <ul>
        {ordered.map(({ found, href }) => (
          <Item
            key={`${constatKey(found)} ${found.rang ?? ''}`}
            found={found}
            href={href}
            seen={verifies[constatKey(found)]}
          />
        ))}
      </ul>
    </section>
  )
}
