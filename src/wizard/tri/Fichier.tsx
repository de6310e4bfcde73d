import { memo, useDeferredValue, useState } from 'react'
import { showDemande } from '../../dossier/nom'
import { profil, type TypeFichier } from '../../format/profil'
import { showMo } from '../../dossier/taille'
import { Button } from '../../ui/Button'
import { Messages } from '../../ui/Messages'
import { Secours } from '../pieces/Secours'
import { isNouvelle, nouvelleFor } from '../../travail/tri/nouvelles'
import { showFichier, type Element, type Pret } from '../../travail/tri/sheet'
import { typeNames } from './noms'
import styles from './Tri.module.css'
import { fileOf } from '../poste/octets'
import { travail, useApp } from '../poste/travail'

interface FichierProps {
  element: Element
  first: boolean
  last: boolean
  /** The demandes to be made: their places and names. */
  nouvelles: ReadonlyMap<string, string>
  /** How many lines there are. */
  lines: number
}

/** One line of the sheet; drawn again only when its own file changes, however many others there are. */
export const Fichier = memo(function Fichier({ element, ...rest }: FichierProps) {
  const { id, fichier, etat } = element
  const nom = showFichier(element)
  return (
    <li className={`${styles.file} ${etat.kind === 'refus' ? styles.refused : ''}`} aria-label={nom}>
      <div>
        <div className={styles.name}>
          {element.dossier !== '' && <bdi className={styles.folder}>{element.dossier}</bdi>}
          <bdi>{element.nom}</bdi>
        </div>
        <div className={styles.facts}>{showMo(fichier.size)}</div>
        {etat.kind === 'pret' && etat.double && <div className={styles.double}>▲ {etat.double}</div>}
      </div>
      {etat.kind === 'attente' && <span className={styles.whole}>En attente…</span>}
      {etat.kind === 'refus' && (
        <div className={styles.whole}>
          <Messages messages={[{ kind: 'erreur', faute: etat.faute, remede: etat.remede }]} />
          {etat.recours && (
            <Secours fichier={fileOf(fichier)} recours={etat.recours} onMade={(made) => void takeFile(element, made)} />
          )}
        </div>
      )}
      {etat.kind === 'pret' && <Places id={id} nom={nom} etat={etat} {...rest} />}
    </li>
  )
})

/** A file made of the refused one, or the only one inside it, takes its place; others join the sheet. */
async function takeFile({ id, etat }: Element, made: File) {
  const recours = etat.kind === 'refus' ? etat.recours : null
  const tri = await travail.tri()
  if (recours?.kind === 'prendre' && recours.fichiers.length > 1) await tri.open([made])
  else await tri.replace(id, made)
}
const changePret = async (id: string, next: Partial<Pick<Pret, 'type' | 'cible'>>) =>
  (await travail.tri()).changePret(id, next)
const moveElement = async (id: string, by: -1 | 1) => (await travail.tri()).move(id, by)

interface PlacesProps extends Omit<FichierProps, 'element'> {
  id: string
  /** How the sheet calls it. */
  nom: string
  etat: Pret
}

function Places({ id, nom, etat, first, last, ...choices }: PlacesProps) {
  const standing = useApp(
    ({ dossier }) =>
      (etat.type && dossier.demandes.find((demande) => demande.id === etat.cible)?.pieces[etat.type]) ?? null,
  )
  return (
    <>
      <div>
        <select
          className={styles.select}
          aria-label={`Type de ${nom}`}
          value={etat.type ?? ''}
          onChange={(event) => void changePret(id, { type: (event.target.value || null) as TypeFichier | null })}
        >
          <option value="">Ni l’une ni l’autre</option>
          {profil.typesFichier.map((type) => (
            <option key={type} value={type}>
              {typeNames[type]}
            </option>
          ))}
        </select>
        {etat.raisonType && <span className={styles.why}>{etat.raisonType}</span>}
      </div>
      <div>
        <Cible id={id} nom={nom} cible={etat.cible} {...choices} />
        {etat.raisonCible && <span className={styles.why}>{etat.raisonCible}</span>}
        {standing && <span className={styles.double}>▲ remplacera « {standing.nomOriginal} »</span>}
      </div>
      <span className={styles.moves}>
        <Button small repeat disabled={first} aria-label={`Monter ${nom}`} onClick={() => void moveElement(id, -1)}>
          <span aria-hidden="true">↑</span>
        </Button>
        <Button small repeat disabled={last} aria-label={`Descendre ${nom}`} onClick={() => void moveElement(id, 1)}>
          <span aria-hidden="true">↓</span>
        </Button>
      </span>
    </>
  )
}

/** Options of all lines together that are drawn at once. */
const most = 500

interface CibleProps extends Pick<FichierProps, 'nouvelles' | 'lines'> {
  id: string
  nom: string
  cible: string | null
}

function Cible({ id, nom, cible, nouvelles, lines }: CibleProps) {
  const [reached, setReached] = useState(false)
  // Sixty lines of as many choices would be thousands of options: drawn once the line is reached.
  const isWhole = (nombre: number) => reached || lines * (nombre + nouvelles.size) <= most
  const all = useDeferredValue(useApp(({ dossier: { demandes } }) => (isWhole(demandes.length) ? demandes : null)))
  const rang = useApp(({ dossier }) => dossier.demandes.findIndex(({ id }) => id === cible))
  const chosen = useApp(({ dossier }) => dossier.demandes[rang] ?? null)
  const whole = all !== null
  const demandes =
    all?.map((demande, index) => ({ demande, index })) ?? (chosen ? [{ demande: chosen, index: rang }] : [])
  const own = nouvelleFor(id)
  const value = cible ?? ''
  return (
    <select
      className={styles.select}
      aria-label={`Demande de ${nom}`}
      value={value}
      onFocus={() => setReached(true)}
      onPointerEnter={() => setReached(true)}
      onChange={(event) => void changePret(id, { cible: event.target.value || null })}
    >
      <option value="">Ne pas joindre</option>
      {demandes.map(({ demande, index }) => (
        <option key={demande.id} value={demande.id}>
          {showDemande(demande, index + 1)}
        </option>
      ))}
      {!nouvelles.has(own) && <option value={own}>Nouvelle demande</option>}
      {value !== own && isNouvelle(value) && !nouvelles.has(value) && <option value={value}>Nouvelle demande</option>}
      {[...nouvelles].map(
        ([place, name]) =>
          (whole || place === value) && (
            <option key={place} value={place}>
              {name}
            </option>
          ),
      )}
    </select>
  )
}
