import { useId, type ReactNode } from 'react'
import { agree, capitalize, count } from '../../format/mots'
import { Messages } from '../../ui/Messages'
import { showInstant } from '../dates'
import { ReponsesSeules } from '../historique/Reponses'
import {
  showModele,
  type BrouillonOuvert,
  type DepotOuvert,
  type ModeleOuvert,
  type RetourOuvert,
} from '../../travail/opening/contenu'
import { bilanOf, showBilan, suivisOf } from '../../travail/opening/retours'
import { Notes } from './Notes'
import styles from './Ouverture.module.css'
import { useApp } from '../poste/travail'

/** One file: its name, what it is, and what follows from it. */
export function Fiche({ nom, quoi, children }: { nom: string; quoi: ReactNode; children?: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.fiche} aria-labelledby={id}>
      <h3 id={id} className={styles.nom}>
        {nom}
      </h3>
      <p>{quoi}</p>
      {children}
    </section>
  )
}

interface FicheDepotProps {
  depot: DepotOuvert
  isModele: boolean
  onModele: (checked: boolean) => void
}

export function FicheDepot({ depot: { nom, dossier, recherche, notes }, isModele, onModele }: FicheDepotProps) {
  const { trouvees, manquantes } = recherche
  const current = useApp((state) => state.brouillon !== null && state.dossier.demandes.length > 0)
  return (
    <Fiche
      nom={nom}
      quoi={
        isModele
          ? 'Pris comme modèle de l’ASP : seule sa forme sert, ses valeurs sont laissées de côté.'
          : `Un dépôt de ${count(dossier.demandes.length, 'demande')}. Il s’ouvre comme nouveau dépôt, daté d’aujourd’hui.${current ? ' Celui en cours reste dans vos brouillons.' : ''}`
      }
    >
      {!isModele && (
        <>
          {trouvees.length > 0 && <p>{count(trouvees.length, 'pièce trouvée')} sous les noms annoncés.</p>}
          <Notes
            titre={`${capitalize(agree(manquantes.length, 'pièce annoncée'))} sans fichier`}
            notes={manquantes.map((manquante) => `${manquante} : à joindre`)}
          />
          <Notes titre="Repris à la lecture" notes={notes} />
        </>
      )}
      <label className={styles.check}>
        <input type="checkbox" checked={isModele} onChange={(event) => onModele(event.target.checked)} />
        C’est le modèle de l’ASP
      </label>
    </Fiche>
  )
}

export function FicheRetour({ retour: { nom, retours, connu, notes, depot } }: { retour: RetourOuvert }) {
  // Of a deposit that is known, those the portal's file leaves out count too.
  const issue = showBilan(bilanOf(connu ? [...suivisOf(connu).map((one) => one.retour), ...connu.inconnues] : retours))
  return (
    <Fiche
      nom={nom}
      quoi={
        connu
          ? `Le retour du portail pour ${connu.depot.nomJson} : ${issue}. Il est gardé avec ce dépôt.`
          : `Un retour du portail : ${issue}. Aucun dépôt téléchargé sur ce poste ne lui correspond.`
      }
    >
      <Notes titre="Repris à la lecture" notes={notes} />
      {connu === null && <ReponsesSeules depot={depot} retours={retours} nom={nom} />}
      {connu?.depot.retour && <p className={styles.sub}>Un retour de ce dépôt a déjà été lu : celui-ci le remplace.</p>}
    </Fiche>
  )
}

export function FicheModele({ modele: { nom, modele, depot, notes } }: { modele: ModeleOuvert }) {
  const before = useApp((state) => state.modele)
  return (
    <Fiche nom={nom} quoi="Le modèle de l’ASP. Les JSON de ce dépôt et des suivants seront écrits dans sa forme.">
      <ul className={styles.notes}>
        {showModele(modele).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {depot.vague !== null && <li>Il nomme les pièces « {depot.vague} » : ce nommage est repris.</li>}
        {before && <li>Il remplace « {before.nomFichier} ».</li>}
      </ul>
      <Notes titre="Repris à la lecture" notes={notes} />
    </Fiche>
  )
}

export function FicheBrouillon({ brouillon: { nom, draft, manquantes } }: { brouillon: BrouillonOuvert }) {
  const modifie = new Date(draft.modifieLe)
  return (
    <Fiche
      nom={nom}
      quoi={`Le brouillon « ${draft.nom} » exporté : ${count(draft.dossier.demandes.length, 'demande')}${
        Number.isNaN(modifie.getTime()) ? '' : `, modifié le ${showInstant(draft.modifieLe)}`
      }. Il s’ajoute à vos brouillons.`}
    >
      <Messages
        messages={manquantes.map((manquante, index) => ({
          kind: 'alerte',
          faute: `« ${manquante} » n’y est pas, ou abîmé.`,
          remede: 'Il faudra joindre cette pièce de nouveau.',
          key: String(index),
        }))}
      />
    </Fiche>
  )
}
