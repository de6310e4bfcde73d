import { lazy, Suspense, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { count } from '../../format/mots'
import { nomProfil } from '../../format/profil'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { DropZone } from '../../ui/DropZone'
import { showInstant } from '../dates'
import { Ecran } from '../ecran/Ecran'
import { dernierOf } from '../historique/dernier'
import { goTo, writeRoute } from '../route'
import { nomFixe } from '../noms'
import { loadExemple } from '../poste/exemple'
import styles from './Accueil.module.css'
import { travail, useApp } from '../poste/travail'
import { UnFichier } from './UnFichier'

// Lists of what is kept here: not needed to begin.
const Brouillons = lazy(() =>
  import('../historique/ListeBrouillons').then(({ Brouillons }) => ({ default: Brouillons })),
)
const Depots = lazy(() => import('../historique/ListeDepots').then(({ Depots }) => ({ default: Depots })))

const ouvrir = async (files: readonly File[]) => (await import('../ouverture/ouvrir')).ouvrirFichiers(files)

/** The first screen: start, go on, or look at the example. */
export function Accueil() {
  return (
    <Ecran
      titre={`Demandes de solde ${nomProfil}`}
      lead="Préparez le JSON et le zip à déposer sur le portail de l’ASP, contrôlés avant le dépôt."
    >
      <UnFichier />
      <Card title="Commencer">
        <div className={styles.actions}>
          <Button
            look="primary"
            onClick={() => travail.session.beginDepot().then((begun) => begun && goTo(writeRoute('entete')))}
          >
            Nouveau dépôt
          </Button>
          <Reprendre />
          <Exemple />
        </div>
        <DropZone
          id="ouvrir"
          label="Ouvrir un fichier"
          multiple
          onFiles={(files) => void ouvrir(files)}
          text="Un dépôt (JSON, avec ou sans son zip), le retour du portail, des demandes d’avance, le modèle de l’ASP ou un brouillon exporté"
        />
      </Card>
      <Gardes />
      <Presentation />
    </Ecran>
  )
}

/** What the tool does, for who comes for the first time. */
function Presentation() {
  const known = useApp((state) => state.brouillons.length > 0 || state.brouillon !== null || state.depots.length > 0)
  if (known) return null
  return (
    <Card title="Ce que fait cet outil">
      <ol className={styles.steps}>
        <li>
          <strong>1. En-tête</strong> Numéro ANS, SIRET et date du dépôt : les noms des fichiers suivent.
        </li>
        <li>
          <strong>2. Demandes</strong> Facture, FINESS, pièces et scénario de chacune, vérifiés pendant la saisie.
        </li>
        <li>
          <strong>3. Contrôle</strong> Ce que le portail refuserait, et ce qu’une personne regarderait ensuite.
        </li>
        <li>
          <strong>4. Téléchargement</strong> Un JSON et un zip, relus avant d’être remis, prêts à déposer.
        </li>
      </ol>
      <p>
        Tout se passe dans cette page : aucune saisie, aucun fichier n’est envoyé où que ce soit. C’est vous qui déposez
        les deux fichiers sur le portail.
      </p>
    </Card>
  )
}

/** What is kept on this computer, when there is any. */
function Gardes() {
  const brouillons = useApp((state) => state.brouillons.length > 0 || state.brouillon !== null)
  const depots = useApp((state) => state.depots.length > 0)
  return (
    <Suspense fallback={null}>
      {brouillons && <Brouillons />}
      {depots && <Depots />}
    </Suspense>
  )
}

/** Goes back to the draft at work where it could not be kept: a kept one has its line in the list. */
function Reprendre() {
  const last = useApp(useShallow(dernierOf))
  if (!last || last.garde) return null
  return (
    <Button onClick={() => goTo(writeRoute('demandes'))}>
      Reprendre le brouillon
      <small>
        {showInstant(last.modifieLe)}, {count(last.demandes, 'demande')}
      </small>
    </Button>
  )
}

function Exemple() {
  const [loading, setLoading] = useState(false)
  return (
    <a
      href={writeRoute('demandes')}
      aria-label={nomFixe('Charger l’exemple du guide')}
      aria-busy={loading}
      onClick={(event) => {
        event.preventDefault()
        if (loading) return
        setLoading(true)
        void loadExemple()
          .then((begun) => begun && goTo(writeRoute({ numLigne: 1 })))
          .finally(() => setLoading(false))
      }}
    >
      Charger l’exemple du guide
    </a>
  )
}
