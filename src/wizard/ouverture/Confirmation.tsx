import { useMemo, useState } from 'react'
import { Button } from '../../ui/Button'
import { Messages } from '../../ui/Messages'
import { Exporter } from '../ecran/Exporter'
import { canJoin, grouper } from '../../travail/opening/avances'
import { ChoixAvances } from './ChoixAvances'
import { FicheBrouillon, FicheDepot, FicheModele, FicheRetour } from './Fiches'
import { Notes } from './Notes'
import type { Contenu } from '../../travail/opening/contenu'
import styles from './Ouverture.module.css'
import { travail, useApp } from '../poste/travail'

/** What each file is, in words, and the one button that does it. Nothing has changed so far. */
export function Confirmation({ contenu, onClose }: { contenu: Contenu; onClose: () => void }) {
  const [modeles, setModeles] = useState<ReadonlySet<string>>(new Set())
  const [avances, setAvances] = useState<ReadonlySet<string>>(new Set())
  const groupes = useMemo(() => grouper(contenu.avances), [contenu.avances])
  const joinable = useApp((state) => groupes.some((groupe) => canJoin(groupe, state)))
  const [ajouter, setAjouter] = useState(joinable)
  const asModele = (nom: string, checked: boolean) => {
    const next = new Set(modeles)
    if (checked) next.add(nom)
    else next.delete(nom)
    setModeles(next)
  }
  const action = actionOf(contenu, modeles, ajouter && joinable)
  const missing = contenu.avances.length > 0 && avances.size === 0 && isOnlyAvances(contenu)
  const [asked, setAsked] = useState(false)
  const take = () => {
    if (missing) return setAsked(true)
    void travail.opening().then(({ confirm }) => confirm(contenu, { modeles, avances, ajouter }))
  }
  return (
    <>
      <NonEnregistre contenu={contenu} />
      {contenu.refus.length > 0 && (
        <section className={styles.refus} role="alert">
          <Messages
            messages={contenu.refus.map(({ nom, faute, remede }, index) => ({
              kind: 'erreur',
              faute: `« ${nom} » n’a pas été ouvert. ${faute}`,
              remede,
              key: String(index),
            }))}
          />
          <p>Rien n’a été changé.</p>
        </section>
      )}
      {contenu.depots.map((depot) => (
        <FicheDepot
          key={depot.nom}
          depot={depot}
          isModele={modeles.has(depot.nom)}
          onModele={(checked) => asModele(depot.nom, checked)}
        />
      ))}
      {contenu.retours.map((retour) => (
        <FicheRetour key={retour.nom} retour={retour} />
      ))}
      {contenu.modeles.map((modele) => (
        <FicheModele key={modele.nom} modele={modele} />
      ))}
      {contenu.brouillons.map((brouillon) => (
        <FicheBrouillon key={brouillon.nom} brouillon={brouillon} />
      ))}
      {groupes.length > 0 && (
        <ChoixAvances
          groupes={groupes}
          fichiers={contenu.avances}
          choisies={avances}
          onChoose={setAvances}
          ajouter={ajouter}
          onAjouter={setAjouter}
        />
      )}
      <Notes titre="Pièces à répartir entre les demandes" notes={contenu.pieces.map(({ name }) => name)} />
      <Notes titre="Dans les zips" notes={contenu.notes} />
      {asked && missing && (
        <Messages
          messages={[{ kind: 'erreur', faute: 'Aucune demande n’est cochée.', remede: 'Cochez celles à solder.' }]}
        />
      )}
      <div className={styles.actions}>
        {action && (
          <Button look="primary" onClick={take}>
            {action}
          </Button>
        )}
        <Button onClick={onClose}>{action ? 'Ne rien changer' : 'Compris'}</Button>
      </div>
    </>
  )
}

const isOnlyAvances = ({ depots, modeles, brouillons, retours }: Contenu) =>
  [depots, modeles, brouillons, retours].every(({ length }) => length === 0)

/** The words of the button: what the one kind of file comes to, or that each is opened. */
function actionOf(contenu: Contenu, surParole: ReadonlySet<string>, ajouter: boolean): string | null {
  const depots = contenu.depots.filter(({ nom }) => !surParole.has(nom)).length
  const isOne = depots === 1
  const kinds = [
    contenu.modeles.length + surParole.size > 0 && 'Prendre ce modèle',
    depots > 0 && (isOne ? 'Ouvrir comme nouveau dépôt' : `Ouvrir ${depots} nouveaux dépôts`),
    contenu.retours.some(({ connu }) => connu !== null) && 'Garder ce retour',
    contenu.brouillons.length > 0 && 'Ouvrir le brouillon',
    contenu.avances.length > 0 && (ajouter ? 'Ajouter au dépôt en cours' : 'Commencer un nouveau dépôt'),
    contenu.pieces.length > 0 && 'Joindre les pièces',
  ].filter((text) => text !== false)
  return kinds.length > 1 ? 'Tout ouvrir' : (kinds[0] ?? null)
}

/** What stands in memory alone would be lost when another draft takes its place. */
function NonEnregistre({ contenu }: { contenu: Contenu }) {
  const unsaved = useApp(({ sauvegarde, dossier }) => sauvegarde.etat === 'echec' && dossier.demandes.length > 0)
  if (!unsaved || contenu.depots.length + contenu.brouillons.length + contenu.avances.length === 0) return null
  return (
    <section className={styles.refus}>
      <Messages
        messages={[
          {
            kind: 'erreur',
            faute: 'Le dépôt en cours n’est pas enregistré sur ce poste.',
            remede: 'Exportez-le avant d’en ouvrir un autre, sinon il serait perdu.',
          },
        ]}
      />
      <div>
        <Exporter />
      </div>
    </section>
  )
}
