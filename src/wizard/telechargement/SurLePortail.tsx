import { useRef, useState } from 'react'
import type { Dossier } from '../../dossier/dossier'
import { settleNumeroASP } from '../../dossier/numeros'
import { cleanValeur } from '../../format/texte'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import styles from './Telechargement.module.css'

/** What to do on the portal, with the values it asks for: for each deposit when there are several. guide §1.2 */
export function SurLePortail({ dossiers }: { dossiers: readonly Dossier[] }) {
  const [first] = dossiers
  return (
    <Card title="Sur le portail de l’ASP">
      <ol className={styles.steps}>
        <li>
          Essayez d’abord le JSON dans le simulateur de dépôt du portail : il dit sans rien enregistrer ce qu’il
          refuserait.
        </li>
        <li>Connectez-vous avec le compte créé à l’enrôlement et ouvrez un dépôt.</li>
        <li>Recopiez les valeurs ci-dessous, joignez le JSON et le zip, déposez.</li>
        {dossiers.length > 1 && (
          <li>Recommencez pour chaque dépôt, avec ses valeurs et ses deux fichiers, dans l’ordre de leurs numéros.</li>
        )}
        <li>Gardez le fichier que le portail rend : il dit, demande par demande, ce qui est accepté ou rejeté.</li>
      </ol>
      {first && dossiers.length === 1 && <Valeurs dossier={first} />}
      {dossiers.length > 1 &&
        dossiers.map((dossier, index) => (
          <details key={dossier.entete.numeroFichier} className={styles.pieces}>
            <summary>Valeurs du dépôt {index + 1}</summary>
            <Valeurs dossier={dossier} />
          </details>
        ))}
    </Card>
  )
}

function Valeurs({ dossier: { entete, demandes } }: { dossier: Dossier }) {
  const numeros = [...new Set(demandes.map(({ saisie }) => settleNumeroASP(saisie.numeroASP)))]
  return (
    <dl className={styles.values}>
      <Valeur name="Type de demande" value="Solde" />
      <Valeur name="Numéro de référencement ANS" value={cleanValeur(entete.numeroAns)} />
      {numeros.map((numero, index) => (
        <Valeur
          key={numero}
          name={`Numéro de dossier ASP${numeros.length > 1 ? ` ${index + 1}` : ''}`}
          value={numero}
        />
      ))}
    </dl>
  )
}

/** One value to be copied. Where the browser will not (an address without https), it is selected for Ctrl+C, and said. */
function Valeur({ name, value }: { name: string; value: string }) {
  const [fait, setFait] = useState<'' | 'Copié ✓' | 'Faites Ctrl+C'>('')
  const shown = useRef<HTMLElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setFait('Copié ✓')
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current)
      setFait('Faites Ctrl+C')
    }
  }
  return (
    <>
      <dt>{name}</dt>
      <dd ref={shown}>{value}</dd>
      <dd>
        <Button small aria-label={`Copier : ${name} ${value}`} onClick={() => void copy()}>
          {fait || 'Copier'}
        </Button>
        <span className="sr-only" role="status">
          {fait}
        </span>
      </dd>
    </>
  )
}
