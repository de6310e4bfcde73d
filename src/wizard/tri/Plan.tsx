import { memo, useMemo } from 'react'
import type { Demande } from '../../dossier/dossier'
import { showDemande } from '../../dossier/nom'
import { showEuros } from '../../dossier/montant'
import { profil, type TypeFichier } from '../../format/profil'
import { mergeLectures } from '../../lecture/fusion'
import { documentsOf, partsOf, type Part } from '../../travail/tri/groupes'
import { isNouvelle } from '../../travail/tri/nouvelles'
import { showFichier, type PretSurFeuille } from '../../travail/tri/sheet'
import { useApp } from '../poste/travail'
import { nameNouvelle, typeNames } from './noms'
import styles from './Plan.module.css'

/** What the sheet comes to, before it is done: which demande gets which files. */
export const Plan = memo(function Plan({ ready }: { ready: readonly PretSurFeuille[] }) {
  const parts = useMemo(() => partsOf(ready), [ready])
  const demandes = useApp((state) => state.dossier.demandes)
  const aside = ready.filter(({ cible, type }) => cible === null || type === null)
  if (parts.length === 0) return null
  return (
    <section className={styles.plan} aria-labelledby="tri-plan">
      <h3 id="tri-plan">Ce qui sera joint</h3>
      <dl className={styles.rows}>
        {parts.map((part) => {
          const rang = demandes.findIndex(({ id }) => id === part.cible)
          return <Row key={part.cible} part={part} rang={rang} demande={demandes[rang] ?? null} />
        })}
      </dl>
      {aside.length > 0 && (
        <p className={styles.aside}>
          Sans place pour l’instant : <bdi>{aside.map(showFichier).join(', ')}</bdi>
        </p>
      )}
    </section>
  )
})

interface RowProps {
  part: Part
  /** The demande that it goes to, and its rank from 0; null and −1 when it is to be made. */
  demande: Demande | null
  rang: number
}

const Row = memo(function Row({ part, demande, rang }: RowProps) {
  const { cible, documents } = part
  return (
    <div className={styles.row}>
      <dt className={styles.name}>
        {isNouvelle(cible)
          ? nameNouvelle(documentsOf(part))
          : demande
            ? showDemande(demande, rang + 1)
            : `Demande ${rang + 1}`}
      </dt>
      {profil.typesFichier.map((type) => (
        <dd key={type} className={styles.place}>
          <Place type={type} documents={documents[type]} standing={demande?.pieces[type]?.nomOriginal ?? null} />
        </dd>
      ))}
    </div>
  )
})

interface PlaceProps {
  type: TypeFichier
  documents: readonly PretSurFeuille[]
  /** The name of what is attached there already. */
  standing: string | null
}

function Place({ type, documents, standing }: PlaceProps) {
  if (documents.length === 0)
    return (
      <span className={styles.none}>
        {typeNames[type]} : {standing === null ? 'à joindre ensuite' : <bdi>{standing}</bdi>}
      </span>
    )
  return (
    <>
      <span className={styles.type}>{typeNames[type]} :</span> <bdi>{documents.map(showFichier).join(' + ')}</bdi>
      {documents.length > 1 && <span className={styles.note}>{showReunis(type, documents)}</span>}
      {standing !== null && (
        <span className={styles.warn}>
          ▲ remplacera <bdi>« {standing} »</bdi>
        </span>
      )}
    </>
  )
}

/** guide §3.2: several invoices are one document, and their sum is declared. */
function showReunis(type: TypeFichier, documents: readonly PretSurFeuille[]): string {
  const reunis = `${documents.length} documents, réunis en un PDF dans l’ordre de la liste.`
  const somme = type === 'FACTURE' ? mergeLectures(documents.flatMap(({ lecture }) => lecture ?? []))?.montantHT : null
  return somme ? `${reunis} Somme à vérifier ensuite : ${showEuros(somme.valeur)} HT.` : reunis
}
