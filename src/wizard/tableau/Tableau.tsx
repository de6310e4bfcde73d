import { count, joinMots } from '../../format/mots'
import { showNumeros } from '../../tableau/fusion'
import { avisMasquees } from '../../tableau/masquees'
import type { EtatTableau, TableauRefuse } from '../../travail/tableau/etat'
import { retenir } from '../../travail/tableau/retenues'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Messages, type FieldMessage } from '../../ui/Messages'
import { Changements } from './Changements'
import { Colonnes } from './Colonnes'
import { Communs } from './Communs'
import { Fautives } from './Fautives'
import { Propositions } from './Propositions'
import styles from './Tableau.module.css'
import { useTableaux } from './useTableaux'

/** A spreadsheet before it is taken: its columns, what is in doubt, what it changes, its bad rows. */
export function Tableau({ tableau, refus }: { tableau: EtatTableau | null; refus: TableauRefuse | null }) {
  const tableaux = useTableaux()
  return (
    <Dialog open title="Importer un tableau" wide onClose={() => void tableaux.close()}>
      {refus && (
        <Messages
          messages={[
            {
              kind: 'erreur',
              faute: refus.nom === null ? refus.faute : `« ${refus.nom} » n’a pas été lu. ${refus.faute}`,
              remede: refus.remede,
            },
          ]}
        />
      )}
      {tableau && <Contenu tableau={tableau} />}
    </Dialog>
  )
}

function Contenu({ tableau }: { tableau: EtatTableau }) {
  const tableaux = useTableaux()
  const { proposee, panne, reprise } = tableau
  if (!proposee)
    return panne === null ? (
      <p role="status">Lecture du tableau…</p>
    ) : (
      <Messages
        messages={[
          {
            kind: 'erreur',
            faute: `Ce tableau n’a pas pu être lu (${panne}).`,
            remede: 'Rechargez la page, puis reprenez-le.',
          },
        ]}
      />
    )
  return (
    <>
      <p>
        <strong>{tableau.nom ?? 'Cellules collées'}</strong> : voici ce qui en est compris. Corrigez si besoin : rien
        n’est changé avant votre accord.
      </p>
      <Colonnes tableau={tableau} proposee={proposee} />
      <Propositions proposee={proposee} acceptees={tableau.reglages.acceptees} />
      <Communs communs={tableau.reglages.communs} />
      <Messages
        messages={[
          ...autresListes(tableau),
          ...sansListe(tableau),
          ...(reprise === null ? [] : [{ kind: 'alerte' as const, faute: reprise }]),
          ...proposee.avis.map((avis) => ({ kind: 'alerte' as const, ...avis })),
        ]}
      />
      {(proposee.masquees.length > 0 || tableau.reglages.masquees) && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={tableau.reglages.masquees}
            onChange={({ target }) => tableaux.setMasquees(target.checked)}
          />
          Prendre aussi les lignes masquées
        </label>
      )}
      <Bilan tableau={tableau} />
    </>
  )
}

/** A workbook of several lists: one is shown, none is forgotten. */
function autresListes({ feuilles, listes, rang }: EtatTableau): FieldMessage[] {
  const autres = listes.filter((liste) => liste !== rang).map((liste) => `« ${feuilles[liste]?.nom ?? ''} »`)
  if (autres.length === 0) return []
  return [
    {
      kind: 'alerte',
      faute: `Ce classeur a d’autres feuilles de demandes : ${joinMots(autres, autresMax)}. Une feuille est importée à la fois.`,
      remede: 'Choisissez la feuille ci-dessus ; pour les autres, reprenez ensuite ce classeur.',
    },
  ]
}

const autresMax = 10

/** No sheet that is shown is a list: the list may be one that is hidden. */
function sansListe({ listes, masquees }: EtatTableau): FieldMessage[] {
  if (listes.length > 0 || masquees.length === 0) return []
  return [{ kind: 'alerte', ...avisMasquees('Aucune feuille ne ressemble à une liste de demandes.', masquees) }]
}

function Bilan({ tableau: { proposee, avecErreurs } }: { tableau: EtatTableau }) {
  const tableaux = useTableaux()
  if (!proposee) return null
  const { nouvelles, modifiees, inchangees, fautives } = retenir(proposee.demandes, avecErreurs)
  const taken = nouvelles.length + modifiees.length
  const parts = [
    `${count(nouvelles.length, 'demande')} à ajouter`,
    modifiees.length > 0 && `${modifiees.length} à modifier`,
    inchangees.length > 0 && `${inchangees.length} déjà là sans changement`,
    fautives.length > 0 &&
      (avecErreurs ? `dont ${fautives.length} avec des erreurs` : count(fautives.length, 'laissée de côté')),
  ].filter(Boolean)
  return (
    <>
      <Fautives fautives={fautives} avecErreurs={avecErreurs} />
      <Changements modifiees={modifiees} />
      {proposee.totaux.length > 0 && (
        <p className={styles.sub}>
          {showNumeros(proposee.totaux.map(({ numero }) => numero))} : total, pas une demande (
          {proposee.totaux.map(({ texte }) => texte).join(' ; ')}).
        </p>
      )}
      <p role="status">
        <strong>{parts.join(', ')}.</strong>
      </p>
      <div className={styles.actions}>
        <Button look="primary" disabled={taken === 0} onClick={() => void tableaux.confirm()}>
          {modifiees.length === 0 || nouvelles.length === 0
            ? `${nouvelles.length === 0 && modifiees.length > 0 ? 'Modifier' : 'Importer'} ${count(taken, 'demande')}`
            : `Importer ${count(nouvelles.length, 'demande')} et en modifier ${modifiees.length}`}
        </Button>
        <Button onClick={() => void tableaux.close()}>Ne rien changer</Button>
      </div>
    </>
  )
}
