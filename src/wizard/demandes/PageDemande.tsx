import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { count } from '../../format/mots'
import type { Champ } from '../../dossier/champs'
import { emptySaisie, type Demande, type Saisie } from '../../dossier/dossier'
import { centimesOf, showEuros } from '../../dossier/montant'
import { saisieSchema } from '../../dossier/schema'
import { Button, ButtonLink } from '../../ui/Button'
import { Ecran } from '../ecran/Ecran'
import { goTo, writeRoute } from '../route'
import { AjouterDemande } from './AjouterDemande'
import { Apercu } from './Apercu'
import { BlocBeneficiaires } from './BlocBeneficiaires'
import { BlocDemande } from './BlocDemande'
import { BlocFacture } from './BlocFacture'
import { BlocPieces } from './BlocPieces'
import { BlocScenario } from './BlocScenario'
import { Bref } from './Bref'
import { Cote } from './Cote'
import { ToutUtiliser } from './ToutUtiliser'
import styles from './PageDemande.module.css'
import { useTurnKeys } from './useTurnKeys'
import { demandeOf } from '../poste/useDemande'
import { travail, useApp } from '../poste/travail'

/** Step 2, one demande: its five blocks, the invoice beside them. */
export function PageDemande({ numLigne, champ }: { numLigne: number; champ: Champ | null }) {
  const id = useApp((state) => state.dossier.demandes[numLigne - 1]?.id)
  if (id === undefined)
    return (
      <Ecran titre={`Demande n° ${numLigne}`} left={<ButtonLink href={writeRoute('demandes')}>‹ Demandes</ButtonLink>}>
        <p>Il n’y a pas de demande n° {numLigne} dans ce dépôt.</p>
      </Ecran>
    )
  return <Page id={id} numLigne={numLigne} champ={champ} />
}

const leadOf = ({ saisie }: Pick<Demande, 'saisie'>) => {
  const montant = centimesOf(saisie.montantSegurHTFacture)
  const parts = [
    saisie.libelleInterne.trim(),
    saisie.numeroASP.trim(),
    saisie.beneficiaires.length > 0 && count(saisie.beneficiaires.length, 'site'),
    montant !== null && `${showEuros(montant)} HT`,
  ]
  return parts.filter(Boolean).join(' · ') || 'Les champs se vérifient à mesure que vous les quittez.'
}

function Lead({ id }: { id: string }) {
  return useApp((state) => leadOf(demandeOf(state, id) ?? { saisie: emptySaisie }))
}

// None of these is drawn again for a key: what shows something of the demande asks for that part itself.
function Page({ id, numLigne, champ }: { id: string; numLigne: number; champ: Champ | null }) {
  const nombre = useApp((state) => state.dossier.demandes.length)
  useTurnKeys(numLigne, nombre)
  const draft = useApp(({ brouillon }) => brouillon?.id ?? '')
  const facture = useApp((state) => demandeOf(state, id)?.pieces.FACTURE)
  const revision = useApp(({ revision, revisions }) => `${revision} ${revisions[id] ?? 0}`)
  return (
    <Ecran
      key={`${draft} ${id}`}
      titre={`Demande n° ${numLigne}`}
      lead={<Lead id={id} />}
      champ={champ}
      left={
        <>
          <Turn
            numLigne={numLigne - 1}
            enabled={numLigne > 1}
            name="Demande précédente"
            mot="précédente"
            before="‹ "
            keys="Alt+↑"
          />
          <Turn
            numLigne={numLigne + 1}
            enabled={numLigne < nombre}
            name="Demande suivante"
            mot="suivante"
            after=" ›"
            keys="Alt+↓"
          />
        </>
      }
      right={
        <>
          <AjouterDemande />
          <ButtonLink look="primary" href={writeRoute('controle')}>
            <Bref nom="Aller au contrôle" signe="✓" mot="contrôle" />
          </ButtonLink>
        </>
      }
    >
      <Cote form={<Formulaire key={revision} draft={draft} id={id} />}>
        {facture && facture.formatFichier !== 'XML'
          ? (large, onLarge) => <Apercu key={facture.id} piece={facture} demande={id} large={large} onLarge={onLarge} />
          : null}
      </Cote>
    </Ecran>
  )
}

function Turn({
  numLigne,
  enabled,
  name,
  mot,
  before,
  after,
  keys,
}: {
  numLigne: number
  enabled: boolean
  name: string
  /** The word of it that narrow screens show. */
  mot: string
  before?: string
  after?: string
  /** The keys that do the same. */
  keys: string
}) {
  return (
    <Button
      repeat
      disabled={!enabled}
      title={keys}
      aria-keyshortcuts={keys.replace('↑', 'ArrowUp').replace('↓', 'ArrowDown')}
      onClick={() => goTo(writeRoute({ numLigne }))}
    >
      <Bref nom={name} signe={(before ?? after ?? '').trim()} mot={mot} before={before} after={after} />
      <kbd aria-hidden="true" className={styles.keys}>
        {keys}
      </kbd>
    </Button>
  )
}

function Formulaire({ draft, id }: { draft: string; id: string }) {
  const [saisie] = useState(() => demandeOf(travail.store.getState(), id)?.saisie ?? emptySaisie)
  const form = useForm<Saisie>({
    defaultValues: saisie,
    resolver: zodResolver(saisieSchema),
    // What a field says comes of the dossier's own checks at each key: a second judging would only delay its paint.
    mode: 'onBlur',
  })
  const { subscribe } = form
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => travail.demandes.setSaisie(draft, id, values),
      }),
    [subscribe, draft, id],
  )
  const part = { form, demande: id }
  return (
    <div className={styles.form}>
      <ToutUtiliser demande={id} />
      <BlocDemande {...part} />
      <BlocFacture {...part} />
      <BlocBeneficiaires {...part} />
      <BlocPieces demande={id} />
      <BlocScenario {...part} />
    </div>
  )
}
