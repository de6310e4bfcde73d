import { useState } from 'react'
import { libelles } from '../../dossier/champs'
import { settleJour } from '../../dossier/jour'
import { settleMontant } from '../../dossier/montant'
import type { ChampReponse, Valeurs } from '../../tableau/champs'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { TextField } from '../../ui/TextField'
import styles from './Tableau.module.css'
import { useTableaux } from './useTableaux'

/** Values given once for all rows that have none of their own. */
export function Communs({ communs }: { communs: Valeurs }) {
  return (
    <details className={styles.bloc}>
      <summary className={styles.legend}>Valeurs communes aux lignes qui n’en ont pas</summary>
      <div className={styles.communs}>
        <Texte champ="dateFacture" settle={settleJour} />
        <Texte champ="montantSegurHTFacture" settle={settleMontant} />
        <Texte champ="montantCommande" settle={settleMontant} />
        <Reponse champ="isDirectToDMP" communs={communs} />
        <IdentDMP />
        <Reponse champ="isDirectToMSSPro" communs={communs} />
        <Texte champ="adresseBoiteMSSPro" settle={trim} />
        <Reponse champ="isDirectToMSSCitoyen" communs={communs} />
        <Texte champ="adresseBoiteMSSCitoyen" settle={trim} />
      </div>
    </details>
  )
}

const trim = (typed: string) => typed.trim()
type ChampType =
  'dateFacture' | 'montantSegurHTFacture' | 'montantCommande' | 'adresseBoiteMSSPro' | 'adresseBoiteMSSCitoyen'

/** Taken on leaving the field: each value is worked out over the whole table. */
function Texte({ champ, settle }: { champ: ChampType; settle: (typed: string) => string }) {
  const [typed, setTyped] = useState('')
  const { setCommun } = useTableaux()
  const leave = () => {
    const settled = settle(typed)
    setTyped(settled)
    setCommun(champ, settled === '' ? undefined : settled)
  }
  return <TextField id={`commun-${champ}`} label={libelles[champ]} value={typed} onChange={setTyped} onBlur={leave} />
}

function IdentDMP() {
  const [typed, setTyped] = useState('')
  const { setCommun } = useTableaux()
  const leave = () => {
    const items = typed.split(/[\s;,|]+/).filter((item) => item !== '')
    setCommun('identDMP', items.length === 0 ? undefined : items)
  }
  return (
    <TextField
      id="commun-identDMP"
      label={libelles.identDMP}
      hint="Plusieurs : séparés par un point-virgule"
      value={typed}
      onChange={setTyped}
      onBlur={leave}
    />
  )
}

const options = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
] as const

function Reponse({ champ, communs }: { champ: ChampReponse; communs: Valeurs }) {
  const valeur = communs[champ]
  const { setCommun } = useTableaux()
  return (
    <Choice
      id={`commun-${champ}`}
      legend={libelles[champ]}
      options={options}
      value={valeur === true ? 'oui' : valeur === false ? 'non' : null}
      onChange={(answer) => setCommun(champ, answer === 'oui')}
    >
      {valeur !== undefined && (
        <div>
          <Button small onClick={() => setCommun(champ, undefined)}>
            Ne pas répondre pour toutes
          </Button>
        </div>
      )}
    </Choice>
  )
}
