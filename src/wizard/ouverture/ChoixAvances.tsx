import { useShallow } from 'zustand/react/shallow'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { countOrNone } from '../../format/mots'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { TextField } from '../../ui/TextField'
import { centimesOf, showEuros } from '../../dossier/montant'
import { canJoin, dejasOf, type GroupeAvances } from '../../travail/opening/avances'
import type { AvanceOuverte } from '../../travail/opening/contenu'
import { useApp } from '../poste/travail'
import { Notes } from './Notes'
import styles from './Ouverture.module.css'

interface ChoixAvancesProps {
  groupes: readonly GroupeAvances[]
  fichiers: readonly AvanceOuverte[]
  choisies: ReadonlySet<string>
  onChoose: (choisies: ReadonlySet<string>) => void
  ajouter: boolean
  onAjouter: (ajouter: boolean) => void
}

type LigneGroupe = GroupeAvances['lignes'][number]

const textOf = ({ avance, fichier }: LigneGroupe) =>
  [avance.numeroEditeur, avance.numeroASP, ...avance.beneficiaires, fichier].join(' ').toLowerCase()

/** Which demandes d'avance to settle: none is taken for the clerk, only he knows which are paid. guide §3.4 */
export function ChoixAvances({ groupes, fichiers, choisies, onChoose, ajouter, onAjouter }: ChoixAvancesProps) {
  const [filtre, setFiltre] = useState('')
  const { dossier, depots } = useApp(useShallow(({ dossier, depots }) => ({ dossier, depots })))
  const joinable = useApp((state) => groupes.some((groupe) => canJoin(groupe, state)))
  const dejas = useMemo(() => dejasOf(groupes, dossier, depots), [groupes, dossier, depots])
  const sought = useDeferredValue(filtre.trim().toLowerCase())
  const visible = groupes.map((groupe) => ({
    groupe,
    lignes: groupe.lignes.filter((ligne) => textOf(ligne).includes(sought)),
  }))
  const all = new Set(visible.flatMap(({ lignes }) => lignes.map(({ cle }) => cle)))
  const toggle = (cle: string, checked: boolean) => {
    const next = new Set(choisies)
    if (checked) next.add(cle)
    else next.delete(cle)
    onChoose(next)
  }
  return (
    <section className={styles.fiche}>
      <h3 className={styles.nom}>{fichiers.map(({ nom }) => nom).join(', ')}</h3>
      <p>
        Des demandes d’avance. Cochez celles à solder : seulement celles dont l’avance (30 %) est à l’état « payée » sur
        le portail. Numéros, FINESS et montant du bon de commande sont repris.
      </p>
      {groupes.length > 1 && (
        <p>
          ▲ Ces fichiers portent {groupes.length} numéros ANS différents : un dépôt n’en a qu’un, il y aura donc un
          nouveau dépôt par numéro.
        </p>
      )}
      {fichiers.map(({ nom, notes }) => (
        <Notes key={nom} titre={`Repris à la lecture de ${nom}`} notes={notes} />
      ))}
      <TextField
        id="filtre-avances"
        label="Filtrer les demandes"
        value={filtre}
        onChange={setFiltre}
        hint="Par numéro éditeur, dossier ASP, FINESS ou nom de fichier"
      />
      <div className={styles.actions}>
        <Button small onClick={() => onChoose(new Set([...choisies, ...all]))}>
          Tout sélectionner
        </Button>
        <Button small onClick={() => onChoose(new Set([...choisies].filter((cle) => !all.has(cle))))}>
          Tout désélectionner
        </Button>
        <span role="status">
          {countOrNone(choisies.size, 'aucune cochée')} sur{' '}
          {groupes.reduce((sum, { lignes }) => sum + lignes.length, 0)}
        </span>
      </div>
      {visible.map(({ groupe, lignes }) => (
        <div key={groupe.numeroAns}>
          {groupes.length > 1 && <p className={styles.sub}>Numéro ANS {groupe.numeroAns || 'absent'}</p>}
          <ul className={styles.lignes}>
            {lignes.map((ligne) => (
              <Ligne
                key={ligne.cle}
                ligne={ligne}
                deja={dejas.get(ligne.cle) ?? null}
                fichier={fichiers.length > 1}
                checked={choisies.has(ligne.cle)}
                onToggle={toggle}
              />
            ))}
          </ul>
          {lignes.length === 0 && <p className={styles.sub}>Aucune demande ne correspond au filtre.</p>}
        </div>
      ))}
      {joinable && (
        <Choice
          id="avances-destination"
          legend="Où mettre ces demandes ?"
          options={[
            { value: 'cours', label: 'Ajouter au dépôt en cours' },
            { value: 'nouveau', label: 'Nouveau dépôt' },
          ]}
          value={ajouter ? 'cours' : 'nouveau'}
          onChange={(value) => onAjouter(value === 'cours')}
        />
      )}
    </section>
  )
}

interface LigneProps {
  ligne: LigneGroupe
  deja: string | null
  fichier: boolean
  checked: boolean
  onToggle: (cle: string, checked: boolean) => void
}

const sameLigne = (a: LigneProps, b: LigneProps) => a.ligne === b.ligne && a.checked === b.checked && a.deja === b.deja

const Ligne = memo(function Ligne({
  ligne: { cle, fichier: nom, avance },
  deja,
  fichier,
  checked,
  onToggle,
}: LigneProps) {
  const montant = centimesOf(avance.montantSegurHTCommande)
  const facts = [
    avance.numeroASP || 'sans dossier ASP',
    countOrNone(avance.beneficiaires.length, 'aucun site'),
    montant === null ? avance.montantSegurHTCommande : showEuros(montant),
    fichier && nom,
  ].filter(Boolean)
  return (
    <li className={styles.ligne}>
      <label className={styles.check}>
        <input type="checkbox" checked={checked} onChange={(event) => onToggle(cle, event.target.checked)} />
        <span>
          <strong>{avance.numeroEditeur || 'sans numéro'}</strong> · {facts.join(' · ')}
          {deja && <span className={styles.deja}> ▲ {deja}</span>}
        </span>
      </label>
    </li>
  )
}, sameLigne)
