import { memo } from 'react'
import { taillePieces, type Demande } from '../../dossier/dossier'
import { centimesOf, showEuros } from '../../dossier/montant'
import { showMo } from '../../dossier/taille'
import { showZipMax } from '../../format/limites'
import { Badge } from '../../ui/Badge'
import { LazyRows } from '../../ui/LazyRows'
import { badgeOfDemande } from '../etapes'
import { PapierEntete, PapierPied } from './Papier'
import { totauxOf } from './totaux'
import { usePrinting } from './usePrinting'
import { useEtatDemande } from '../poste/useDemande'
import styles from './Bordereau.module.css'
import { bilanOf, useApp } from '../poste/travail'

const nombrePieces = ({ pieces }: Demande) => Object.values(pieces).filter((piece) => piece !== null).length

/** The summary of the deposit: a table on screen, a sheet of its own on paper. */
export function Bordereau() {
  const printing = usePrinting()
  const demandes = useApp((state) => state.dossier.demandes)
  const taille = useApp((state) => bilanOf(state).taille)
  const { montant: total, finess } = totauxOf(demandes)
  return (
    <section className={styles.card} aria-labelledby="bordereau">
      <div className={styles.head}>
        <h2 id="bordereau" tabIndex={-1}>
          Bordereau
        </h2>
      </div>
      {printing && <PapierEntete />}
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
            <LazyRows items={demandes} blank={styles.blank} blankTag="tr" whole={printing}>
              {(demande, index) => <Ligne key={demande.id} demande={demande} numLigne={index + 1} />}
            </LazyRows>
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
      {printing && <PapierPied />}
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
