import { useDeferredValue, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Champ } from '../../../dossier/champs'
import { count } from '../../../format/mots'
import { lignesOf } from '../../../travail/liste/lignes'
import { applyVue, isEntiere } from '../../../travail/liste/vue'
import { Button, ButtonLink } from '../../../ui/Button'
import { DropZone } from '../../../ui/DropZone'
import { Messages } from '../../../ui/Messages'
import { Ecran } from '../../ecran/Ecran'
import { bilanOf, travail, useApp } from '../../poste/travail'
import { recevoirFichiers } from '../../recevoir'
import { writeRoute } from '../../route'
import { ImporterTableau } from '../../tableau/ImporterTableau'
import { AjouterDemande } from '../AjouterDemande'
import { Choisies } from './Choisies'
import { Filtres } from './Filtres'
import styles from './ListeDemandes.module.css'
import { Lignes } from './Lignes'
import { useServies } from './useServies'

/** Step 2, the list: every demande with its state, and what can be done with it, or with many at once. */
export function ListeDemandes({ champ }: { champ: Champ | null }) {
  const nombre = useApp((state) => state.dossier.demandes.length)
  const depot = useApp((state) => bilanOf(state).depot).filter(({ manque }) => !manque)
  return (
    <Ecran
      titre="Demandes"
      lead={nombre === 0 ? 'Une demande par facture et par dossier ASP.' : `${count(nombre, 'demande')} dans ce dépôt.`}
      champ={champ}
      left={<ButtonLink href={writeRoute('entete')}>‹ En-tête</ButtonLink>}
      right={
        <>
          <AjouterDemande />
          <ButtonLink look="primary" href={writeRoute('controle')}>
            Aller au contrôle ›
          </ButtonLink>
        </>
      }
    >
      <Messages messages={depot.map(({ gravite, message }) => ({ kind: gravite, ...message }))} />
      <DropZone
        id="pieces-a-repartir"
        label="Pièces à répartir"
        multiple
        onFiles={(files) => void recevoirFichiers(files, null)}
        text="Factures et attestations en vrac, plusieurs à la fois : chacune est rapprochée de sa demande, avec votre accord"
      />
      <ImporterTableau open={nombre === 0} />
      {nombre === 0 ? (
        <div className={`${styles.list} ${styles.empty}`}>
          <p>Aucune demande pour l’instant. Ajoutez la première avec sa facture et son attestation sous la main.</p>
        </div>
      ) : (
        <Liste />
      )}
    </Ecran>
  )
}

function Liste() {
  const dossier = useApp((state) => state.dossier)
  const bilan = useApp(bilanOf)
  const { vue, selection } = useStore(travail.liste.store)
  const servies = useServies()
  // Typing in the filter never waits for the rows.
  const later = useDeferredValue(vue)
  const lignes = useMemo(() => lignesOf(dossier, bilan), [dossier, bilan])
  const shown = useMemo(() => applyVue(lignes, later), [lignes, later])
  return (
    <>
      {lignes.length > 1 && <Filtres vue={vue} lignes={lignes} shown={shown.length} />}
      <div className={styles.list}>
        <Choisies lignes={lignes} shown={shown} selection={selection} />
        {shown.length === 0 ? (
          <div className={styles.empty}>
            <p>Aucune demande ne correspond.</p>
            <Button onClick={() => travail.liste.setVue({ filtre: 'toutes', texte: '' })}>Tout montrer</Button>
          </div>
        ) : (
          <Lignes
            // Another view is another list: it is drawn from its head.
            key={JSON.stringify(later)}
            lignes={shown}
            selection={selection}
            movable={later.ordre === 'fichier'}
            whole={isEntiere(later)}
            {...servies}
          />
        )}
      </div>
    </>
  )
}
