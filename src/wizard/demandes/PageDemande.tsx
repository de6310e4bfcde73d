import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { Champ } from '../../dossier/champs'
import type { Demande, Saisie } from '../../dossier/dossier'
import { centimesOf, showEuros } from '../../dossier/montant'
import { saisieSchema } from '../../dossier/schema'
import { Button, ButtonLink } from '../../ui/Button'
import { Ecran } from '../ecran/Ecran'
import { count } from '../etapes'
import { goTo, writeRoute } from '../route'
import { AjouterDemande } from './AjouterDemande'
import { Apercu } from './Apercu'
import { BlocBeneficiaires } from './BlocBeneficiaires'
import { BlocDemande } from './BlocDemande'
import { BlocFacture } from './BlocFacture'
import { BlocPieces } from './BlocPieces'
import { BlocScenario } from './BlocScenario'
import styles from './PageDemande.module.css'
import { travail, useApp } from '../poste/travail'

/** Step 2, one demande: its five blocks, the invoice beside them. */
export function PageDemande({ numLigne, champ }: { numLigne: number; champ: Champ | null }) {
  const demande = useApp((state) => state.dossier.demandes[numLigne - 1])
  if (!demande)
    return (
      <Ecran titre={`Demande n° ${numLigne}`} left={<ButtonLink href={writeRoute('demandes')}>‹ Demandes</ButtonLink>}>
        <p>Il n’y a pas de demande n° {numLigne} dans ce dépôt.</p>
      </Ecran>
    )
  return <Page demande={demande} numLigne={numLigne} champ={champ} />
}

const leadOf = ({ saisie }: Demande) => {
  const montant = centimesOf(saisie.montantSegurHTFacture)
  const parts = [
    saisie.libelleInterne.trim(),
    saisie.numeroASP.trim(),
    saisie.beneficiaires.length > 0 && count(saisie.beneficiaires.length, 'site'),
    montant !== null && `${showEuros(montant)} HT`,
  ]
  return parts.filter(Boolean).join(' · ') || 'Les champs se vérifient à mesure que vous les quittez.'
}

function Page({ demande, numLigne, champ }: { demande: Demande; numLigne: number; champ: Champ | null }) {
  const nombre = useApp((state) => state.dossier.demandes.length)
  const draft = useApp(({ brouillon }) => brouillon?.id ?? '')
  const revision = useApp(({ revision, revisions }) => `${revision} ${revisions[demande.id] ?? 0}`)
  return (
    <Ecran
      key={`${draft} ${demande.id}`}
      titre={`Demande n° ${numLigne}`}
      lead={leadOf(demande)}
      champ={champ}
      left={
        <>
          <Turn numLigne={numLigne - 1} enabled={numLigne > 1} name="Demande précédente" before="‹ " />
          <Turn numLigne={numLigne + 1} enabled={numLigne < nombre} name="Demande suivante" after=" ›" />
        </>
      }
      right={
        <>
          <AjouterDemande />
          <ButtonLink look="primary" href={writeRoute('controle')}>
            Aller au contrôle
          </ButtonLink>
        </>
      }
    >
      <div className={styles.page}>
        <Formulaire key={revision} draft={draft} demande={demande} />
        {demande.pieces.FACTURE && <Apercu key={demande.pieces.FACTURE.id} piece={demande.pieces.FACTURE} />}
      </div>
    </Ecran>
  )
}

function Turn({
  numLigne,
  enabled,
  name,
  before,
  after,
}: {
  numLigne: number
  enabled: boolean
  name: string
  before?: string
  after?: string
}) {
  return (
    <Button repeat disabled={!enabled} onClick={() => goTo(writeRoute({ numLigne }))}>
      {before && <span aria-hidden="true">{before}</span>}
      <span className={styles.text}>{name}</span>
      {after && <span aria-hidden="true">{after}</span>}
    </Button>
  )
}

function Formulaire({ draft, demande }: { draft: string; demande: Demande }) {
  const { control, subscribe, trigger } = useForm<Saisie>({
    defaultValues: demande.saisie,
    resolver: zodResolver(saisieSchema),
    mode: 'onChange',
  })
  useEffect(() => {
    void trigger()
    return subscribe({
      formState: { values: true },
      callback: ({ values }) => travail.demandes.setSaisie(draft, demande.id, values),
    })
  }, [subscribe, trigger, draft, demande.id])
  const part = { control, demande: demande.id }
  return (
    <form className={styles.form} noValidate onSubmit={(event) => event.preventDefault()}>
      <BlocDemande {...part} />
      <BlocFacture {...part} />
      <BlocBeneficiaires {...part} />
      <BlocPieces demande={demande} />
      <BlocScenario {...part} />
    </form>
  )
}
