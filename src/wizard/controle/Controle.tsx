import { useEffect } from 'react'
import { count, countOrNone } from '../../format/mots'
import { allConstats } from '../../dossier/checkDossier'
import { bloquantsOf, compteOfBilan, showBloquants } from '../../dossier/compte'
import type { Constat } from '../../dossier/constat'
import { showDemande } from '../../dossier/nom'
import { enLectureOf } from '../../travail/lectures'
import { ButtonLink } from '../../ui/Button'
import { Ecran } from '../ecran/Ecran'
import { writeRoute } from '../route'
import { EnLecture } from '../ecran/EnLecture'
import { Bordereau } from './Bordereau'
import { Communs } from './Communs'
import { grouperCommuns, type Commun, type Place } from './grouper'
import { Groupes, type Groupe } from './Groupes'
import { Synthese } from './Synthese'
import styles from './Controle.module.css'
import { bilanOf, travail, useApp } from '../poste/travail'

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
      demande: showDemande(demande, index + 1),
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
      lead={<EnLecture>Ce que le portail refuserait, puis ce qu’une personne y regarderait.</EnLecture>}
      left={<ButtonLink href={writeRoute('demandes')}>‹ Demandes</ButtonLink>}
      right={
        <ButtonLink look="primary" href={writeRoute('telechargement')}>
          Aller au téléchargement ›
        </ButtonLink>
      }
    >
      <Resume />
      <Synthese />
      <Communs communs={communs} />
      <Groupes groupes={groupes} />
      <Bordereau />
    </Ecran>
  )
}

function Resume() {
  const bilan = useApp(bilanOf)
  const verifies = useApp((state) => state.dossier.verifies)
  const compte = compteOfBilan(bilan, verifies)
  const { manques, alertes } = compte
  const blocking = bloquantsOf(compte)
  const reading = useApp(enLectureOf) > 0
  const total = allConstats(bilan).filter(({ gravite }) => gravite === 'alerte').length
  const look = blocking > 0 ? styles.bad : alertes > 0 ? styles.warn : reading ? '' : styles.good
  return (
    <section className={`${styles.summary} ${look} ${styles.noprint}`} role="status">
      <h2>
        {blocking > 0
          ? `✕ ${showBloquants(compte)}`
          : alertes > 0
            ? `▲ Aucune erreur, ${count(alertes, 'alerte')} à vérifier`
            : reading
              ? 'Aucune erreur jusqu’ici'
              : '✓ Aucune erreur : le dépôt peut être téléchargé'}
      </h2>
      {manques > 0 && (
        <p>
          {manques === blocking
            ? `${count(manques, 'point à compléter')}, aucune valeur fausse.`
            : `Dont ${count(manques, 'point à compléter')}.`}
        </p>
      )}
      {total > 0 && (
        <p>
          {count(total, 'alerte')} au total, {countOrNone(total - alertes, 'aucune vérifiée')}.
        </p>
      )}
    </section>
  )
}
