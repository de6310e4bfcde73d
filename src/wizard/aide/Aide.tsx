import { useEffect, useState } from 'react'
import { count } from '../../format/mots'
import { nomProfil } from '../../format/profil'
import { pages } from '../../aide/pages'
import { chapitres } from '../../aide/regles/explications'
import { holdsAll, textOf } from '../../aide/recherche'
import { Button, ButtonLink } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Ecran } from '../ecran/Ecran'
import { writeRoute } from '../route'
import { useApp } from '../poste/travail'
import styles from './Aide.module.css'
import { Bloc } from './Bloc'
import { Regle, textOfRegle } from './Regle'
import { Recherche } from './Recherche'

/** The guide: its pages, then every rule. `ancre` is the page or the rule that is come for. */
export function Aide({ ancre }: { ancre: string | null }) {
  const [searched, setSearched] = useState('')
  const shown = pages.filter((page) => holdsAll(textOf(page), searched))
  const groups = chapitres
    .map(({ titre, regles }) => ({ titre, regles: regles.filter((nom) => holdsAll(textOfRegle(nom), searched)) }))
    .filter(({ regles }) => regles.length > 0)
  const found = shown.length + groups.reduce((sum, { regles }) => sum + regles.length, 0)
  useEffect(() => {
    if (ancre === null) return
    const place = document.getElementById(`aide-${ancre}`)
    place?.scrollIntoView({ block: 'start' })
    place?.focus({ preventScroll: true })
  }, [ancre])
  return (
    <Ecran titre="Aide" lead="Préparer, déposer et corriger une demande de solde." left={<Retour />}>
      <p className={styles.printed}>Solde {nomProfil} : aide</p>
      <Recherche
        searched={searched}
        onSearch={setSearched}
        found={searched.trim() === '' ? null : count(found, 'passage')}
      >
        <Button onClick={() => print()}>Imprimer l’aide</Button>
      </Recherche>
      {searched.trim() === '' && <Sommaire />}
      {shown.map(({ ancre, titre, blocs }) => (
        <section key={ancre} className={styles.page} aria-labelledby={`aide-${ancre}`}>
          <h2 id={`aide-${ancre}`} tabIndex={-1}>
            {titre}
          </h2>
          {blocs.map((bloc, index) => (
            <Bloc key={index} bloc={bloc} />
          ))}
        </section>
      ))}
      {groups.length > 0 && (
        <section className={styles.page} aria-labelledby="aide-regles">
          <h2 id="aide-regles" tabIndex={-1}>
            Toutes les erreurs et alertes
          </h2>
          <p>
            Chaque règle avec un exemple de son message. Une erreur (✕) empêche le téléchargement ; une alerte (▲) se
            vérifie.
          </p>
          {groups.map(({ titre, regles }) => (
            <section key={titre} className={styles.group}>
              <h3>{titre}</h3>
              {regles.map((nom) => (
                <Regle key={nom} nom={nom} />
              ))}
            </section>
          ))}
        </section>
      )}
      {found === 0 && <p>Rien de tel dans l’aide. Essayez un seul mot, par exemple « FINESS ».</p>}
    </Ecran>
  )
}

function Sommaire() {
  const places = [...pages, { ancre: 'regles', titre: 'Toutes les erreurs et alertes' }]
  return (
    <Card title="Sommaire" className={styles.contents}>
      <nav aria-label="Sommaire de l’aide">
        <ul>
          {places.map(({ ancre, titre }) => (
            <li key={ancre}>
              <a href={writeRoute({ aide: ancre })}>{titre}</a>
            </li>
          ))}
        </ul>
      </nav>
    </Card>
  )
}

/** Back to the deposit at work, where there is one. */
function Retour() {
  const open = useApp((state) => state.brouillon !== null)
  return open ? (
    <ButtonLink href={writeRoute('demandes')}>‹ Revenir au dépôt</ButtonLink>
  ) : (
    <ButtonLink href={writeRoute('accueil')}>‹ Accueil</ButtonLink>
  )
}
