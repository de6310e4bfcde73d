import { Suspense, type ReactNode } from 'react'
import { nomProfil } from '../../format/profil'
import { ButtonLink } from '../../ui/Button'
import type { Avis } from '../../travail/state'
import { Notices, type Notice } from '../../ui/Notices'
import { Etapes } from '../ecrans'
import { showsDraft, writeRoute, type Route } from '../route'
import { Annulations } from './Annulations'
import { Bandeaux } from './Bandeaux'
import { Depart } from './Depart'
import { Exporter } from '../ecran/Exporter'
import { Sauvegarde } from './Sauvegarde'
import { useUndoKeys } from './useUndoKeys'
import { ZoneOuverture } from '../ouverture/ZoneOuverture'
import { ZoneTableau } from '../tableau/ZoneTableau'
import { PageDropZone } from './PageDropZone'
import styles from './Cadre.module.css'
import { travail, useApp } from '../poste/travail'

const toNotice = ({ id, texte, annulation }: Avis): Notice =>
  annulation
    ? {
        id,
        texte,
        retour: {
          nom: annulation.kind === 'fichiers' ? 'Rouvrir' : 'Annuler',
          prendre: () => travail.reverse(annulation),
        },
      }
    : { id, texte }

/** What stands around every screen: brand, steps, notices, and who we are not. */
export function Cadre({ route, children }: { route: Route; children: ReactNode }) {
  const avis = useApp((state) => state.avis)
  const ecriture = useApp((state) => state.ecriture)
  useUndoKeys()
  // These are about no draft at work: they stay alive while another window holds it.
  const accueil = !showsDraft(route)
  const exportable = useApp(
    ({ brouillon, dossier, sauvegarde }) =>
      brouillon !== null && dossier.demandes.length > 0 && sauvegarde.etat !== 'echec',
  )
  return (
    <PageDropZone route={route}>
      <a
        className={styles.skip}
        href="#contenu"
        onClick={(event) => {
          // The hash is the router's: the jump is made by hand.
          event.preventDefault()
          document.getElementById('contenu')?.focus()
        }}
      >
        Aller au contenu
      </a>
      <header className="topbar">
        <a className="topbar-brand" href={writeRoute('accueil')}>
          <span className="topbar-mark" aria-hidden="true" />
          <span className={styles.name}>Solde {nomProfil}</span>
        </a>
        <div className={styles.side}>
          {!accueil && <Annulations />}
          <Sauvegarde />
          <span className={`${styles.long} ${styles.promise}`}>Rien n’est envoyé : tout reste sur cet ordinateur</span>
          {exportable && (
            <span className={styles.long}>
              <Exporter />
            </span>
          )}
          <ButtonLink small href={writeRoute('aide')}>
            Aide
          </ButtonLink>
        </div>
      </header>
      <div className={`${styles.body} ${accueil ? styles.accueil : ''}`}>
        {!accueil && (
          <Suspense fallback={<div className={styles.steps} />}>
            <Etapes route={route} />
          </Suspense>
        )}
        <main id="contenu" tabIndex={-1} className={styles.main}>
          <Bandeaux />
          {/* Disabled as one: another window holds the draft, what is shown can be read and not changed. */}
          <fieldset disabled={!ecriture && !accueil} className={styles.whole}>
            {children}
          </fieldset>
          <footer className={styles.foot}>Outil indépendant, sans lien avec l’ASP ni l’ANS.</footer>
        </main>
      </div>
      <ZoneOuverture />
      <ZoneTableau />
      <Notices notices={avis.map(toNotice)} onDismiss={travail.notices.dismiss} />
      <Depart />
    </PageDropZone>
  )
}
