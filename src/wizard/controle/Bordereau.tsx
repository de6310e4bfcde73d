import { memo } from 'react'
import { depotOf } from '../../dossier/checkEntete'
import { allConstats } from '../../dossier/checkDossier'
import { constatKey } from '../../dossier/constat'
import { libelles } from '../../dossier/champs'
import { taillePieces, type Demande } from '../../dossier/dossier'
import { centimesOf, showEuros } from '../../dossier/montant'
import { showMo } from '../../dossier/taille'
import { nommerPieces } from '../../dossier/toFichier'
import { showZipMax } from '../../format/limites'
import { sumCentimes } from '../../format/montant'
import { writeNomJson, writeNomZip } from '../../format/names'
import { Badge } from '../../ui/Badge'
import { Button, ButtonLink } from '../../ui/Button'
import { badgeOfDemande } from '../etapes'
import { writeRoute } from '../route'
import { useEtatDemande } from '../poste/useDemande'
import styles from './Bordereau.module.css'
import { bilanOf, useApp } from '../poste/travail'

const nombrePieces = ({ pieces }: Demande) => Object.values(pieces).filter((piece) => piece !== null).length

/** The summary of the deposit: a table on screen, a sheet of its own on paper. */
export function Bordereau() {
  const demandes = useApp((state) => state.dossier.demandes)
  const taille = useApp((state) => bilanOf(state).taille)
  const montants = demandes.flatMap(({ saisie }) => centimesOf(saisie.montantSegurHTFacture) ?? [])
  const total = sumCentimes(montants)
  const finess = demandes.reduce((sum, { saisie }) => sum + saisie.beneficiaires.length, 0)
  return (
    <section className={styles.card} aria-labelledby="bordereau">
      <div className={styles.head}>
        <h2 id="bordereau">Bordereau</h2>
        <span className={styles.button}>
          <ButtonLink small href={writeRoute('rapport')}>
            Rapport
          </ButtonLink>
          <Button small onClick={() => print()}>
            Imprimer le bordereau
          </Button>
        </span>
      </div>
      <EnteteImprimee />
      <div className={styles.scroll} tabIndex={0} role="group" aria-label="Tableau du bordereau">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">N°</th>
              <th scope="col">Libellé</th>
              <th scope="col">Dossier ASP</th>
              <th scope="col">N° éditeur</th>
              <th scope="col">Facture</th>
              <th scope="col" className={styles.right}>
                Montant HT
              </th>
              <th scope="col" className={styles.right}>
                FINESS
              </th>
              <th scope="col">Pièces</th>
              <th scope="col">État</th>
            </tr>
          </thead>
          <tbody>
            {demandes.map((demande, index) => (
              <Ligne key={demande.id} demande={demande} numLigne={index + 1} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={5}>
                Total
              </th>
              <td className={styles.right}>{total === null ? '—' : showEuros(total)}</td>
              <td className={styles.right}>{finess}</td>
              <td>{showMo(taille)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <p className={styles.size}>
        Pièces : {showMo(taille)}, {showZipMax()} au plus par zip
      </p>
      <PiecesImprimees />
    </section>
  )
}

const Ligne = memo(function Ligne({ demande, numLigne }: { demande: Demande; numLigne: number }) {
  const { etat, compte } = useEtatDemande(demande)
  const badge = badgeOfDemande(etat, compte)
  const { saisie } = demande
  const montant = centimesOf(saisie.montantSegurHTFacture)
  const pieces = nombrePieces(demande)
  return (
    <tr>
      <td>{numLigne}</td>
      <td className={styles.wrap}>{saisie.libelleInterne || '—'}</td>
      <td>{saisie.numeroASP || '—'}</td>
      <td>{saisie.numeroEditeur || '—'}</td>
      <td>{saisie.dateFacture || '—'}</td>
      <td className={styles.right}>{montant === null ? '—' : showEuros(montant)}</td>
      <td className={styles.right}>{saisie.beneficiaires.length}</td>
      <td>{pieces === 0 ? '0' : `${pieces} · ${showMo(taillePieces(demande))}`}</td>
      <td>
        <Badge kind={badge.kind} text={badge.texte} />
      </td>
    </tr>
  )
})

function EnteteImprimee() {
  const entete = useApp((state) => state.dossier.entete)
  const passesOutre = useApp((state) => state.dossier.passesOutre)
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
    </div>
  )
}

/** File names, and what was checked by hand: what paper must keep. */
function PiecesImprimees() {
  const { demandes, verifies, entete } = useApp((state) => state.dossier)
  const constats = allConstats(useApp(bilanOf))
  const seen = constats.filter((found) => constatKey(found) in verifies)
  const passes = constats.filter(({ passeOutre }) => passeOutre !== undefined)
  return (
    <div className={styles.printonly}>
      <h3>Pièces justificatives</h3>
      <ul>
        {demandes.map((demande, index) => (
          <li key={demande.id}>
            {index + 1} · FINESS {demande.saisie.beneficiaires.join(', ')} ·{' '}
            {nommerPieces(demande, entete.vague)
              .map(({ nomFichier }) => nomFichier)
              .join(', ')}
          </li>
        ))}
      </ul>
      {passes.length > 0 && <h3>Règles passées outre</h3>}
      <ul>
        {passes.map((found) => (
          <li key={constatKey(found)}>
            {libelles[found.champ]} : {found.message.faute} Raison : {found.passeOutre}
          </li>
        ))}
      </ul>
      {seen.length > 0 && <h3>Alertes vérifiées</h3>}
      <ul>
        {seen.map((found) => (
          <li key={constatKey(found)}>{found.message.faute}</li>
        ))}
      </ul>
    </div>
  )
}
