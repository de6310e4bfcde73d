import { allConstats } from '../../dossier/checkDossier'
import { depotOf } from '../../dossier/checkEntete'
import { bloquantsOf, compteOfBilan } from '../../dossier/compte'
import { constatKey, verifieLe, type Constat } from '../../dossier/constat'
import { showFaute } from '../../dossier/enonce'
import { nommerPieces } from '../../dossier/toFichier'
import { count } from '../../format/mots'
import { writeNomJson, writeNomZip } from '../../format/names'
import { bilanOf, useApp } from '../poste/travail'
import styles from './Bordereau.module.css'

/** Above the table on paper: whose deposit it is, of which day, in which files, and what still blocks it. */
export function PapierEntete() {
  const { entete, passesOutre, verifies } = useApp((state) => state.dossier)
  const bilan = useApp(bilanOf)
  const bloquants = bloquantsOf(compteOfBilan(bilan, verifies))
  const depot = depotOf(entete, passesOutre)
  return (
    <div className={styles.printonly}>
      <p>
        Numéro ANS {entete.numeroAns || '—'} · SIRET {entete.SIRET || '—'} · dépôt du {entete.dateDepot || '—'}
      </p>
      {depot && (
        <p>
          {writeNomJson(depot)} · {writeNomZip(depot)}
        </p>
      )}
      {bloquants > 0 && (
        <p>
          <strong>Bordereau provisoire, {count(bloquants, 'erreur')} à corriger.</strong>
        </p>
      )}
    </div>
  )
}

/** Under the table on paper: the pièces by name, every alerte, seen or not, and who answers for it. */
export function PapierPied() {
  const { demandes, verifies, entete } = useApp((state) => state.dossier)
  const constats = allConstats(useApp(bilanOf))
  const rangs = new Map(demandes.map(({ id }, index) => [id, index + 1]))
  const lieuOf = ({ demande }: Constat) =>
    demande === null ? 'En-tête et dépôt' : `Demande ${rangs.get(demande) ?? ''}`
  const passes = constats.filter(({ passeOutre }) => passeOutre !== undefined)
  const alertes = constats.filter(({ gravite, passeOutre }) => gravite === 'alerte' && passeOutre === undefined)
  const ouvertes = alertes.filter((found) => verifieLe(found, verifies) === null)
  const vues = alertes.filter((found) => verifieLe(found, verifies) !== null)
  return (
    <div className={styles.printonly}>
      <h3>Pièces justificatives</h3>
      <ul>
        {demandes.map((demande, index) => (
          <li key={demande.id}>
            {index + 1} ·{' '}
            {demande.saisie.beneficiaires.length > 0
              ? `FINESS ${demande.saisie.beneficiaires.join(', ')}`
              : 'aucun FINESS'}{' '}
            ·{' '}
            {nommerPieces(demande, entete.vague)
              .map(({ nomFichier }) => nomFichier)
              .join(', ')}
          </li>
        ))}
      </ul>
      <Liste
        titre="Règles passées outre"
        constats={passes}
        show={(found) => `${lieuOf(found)} · ${showFaute(found)} Raison : ${found.passeOutre ?? ''}`}
      />
      <Liste
        titre={`${count(ouvertes.length, 'alerte')} à vérifier`}
        constats={ouvertes}
        show={(found) => `☐ ${lieuOf(found)} · ${showFaute(found)}`}
      />
      <Liste
        titre={count(vues.length, 'alerte vérifiée')}
        constats={vues}
        show={(found) => `☑ ${lieuOf(found)} · ${showFaute(found)}`}
      />
      <div className={styles.signer}>
        <p>Contrôlé par</p>
        <p>Le</p>
        <p>Signature</p>
      </div>
    </div>
  )
}

function Liste({
  titre,
  constats,
  show,
}: {
  titre: string
  constats: readonly Constat[]
  show: (found: Constat) => string
}) {
  if (constats.length === 0) return null
  return (
    <>
      <h3>{titre}</h3>
      <ul>
        {constats.map((found) => (
          <li key={`${constatKey(found)} ${found.rangs.join()}`}>{show(found)}</li>
        ))}
      </ul>
    </>
  )
}
