import { zodResolver } from '@hookform/resolvers/zod'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useController, useForm, type Control, type UseFormReturn } from 'react-hook-form'
import { depotOf } from '../../dossier/checkEntete'
import { nextNumeroFichier } from '../../dossier/numeroFichier'
import type { Champ } from '../../dossier/champs'
import type { Entete as EnteteSaisie } from '../../dossier/dossier'
import { parseJour, proposeJours, settleJour } from '../../dossier/jour'
import { settleNumeroFichier } from '../../dossier/numeros'
import { enteteSchema } from '../../dossier/schema'
import { compactSiret, parseSiret, showSiret } from '../../dossier/siret'
import { showCaracteres, showChiffres, showNumeroFichier } from '../../format/limites'
import { writeNomJson, writeNomZip } from '../../format/names'
import { nomProfil, profil } from '../../format/profil'
import { ButtonLink } from '../../ui/Button'
import { Card, FieldCard } from '../../ui/Card'
import { Choice } from '../../ui/Choice'
import { Ecran } from '../ecran/Ecran'
import { ChampTexte } from '../champs/ChampTexte'
import { writeRoute } from '../route'
import styles from './Entete.module.css'
import { cleanValeur } from '../../format/texte'
import { travail, useApp } from '../poste/travail'

// With the readers of foreign files, which the first field does not need.
const Modele = lazy(() => import('./Modele').then(({ Modele }) => ({ default: Modele })))

/** Step 1: what names the deposit. The form starts anew when the draft was changed from outside it. */
export function Entete({ champ }: { champ: Champ | null }) {
  const draft = useApp(({ brouillon }) => brouillon?.id ?? '')
  const key = useApp(({ revision, revisions }) => `${draft} ${revision} ${revisions.entete ?? 0}`)
  return <Formulaire key={key} draft={draft} champ={champ} />
}

function Formulaire({ draft, champ }: { draft: string; champ: Champ | null }) {
  const [entete] = useState(() => travail.store.getState().dossier.entete)
  const form = useForm<EnteteSaisie>({
    defaultValues: entete,
    resolver: zodResolver(enteteSchema),
    mode: 'onChange',
  })
  const { control, subscribe, trigger } = form
  useEffect(() => {
    void trigger()
    let typed: EnteteSaisie | null = null
    const unsubscribe = subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        if (travail.demandes.setEntete(draft, values)) typed = values
      },
    })
    return () => {
      unsubscribe()
      // What was typed here is the supplier's own; what came with a file or the example may be another's.
      if (typed) void travail.entetes.rememberFournisseur(typed)
    }
  }, [subscribe, trigger, draft])
  return (
    <Ecran
      titre="En-tête du fichier"
      lead="Ces informations valent pour tout le dépôt et donnent leur nom aux deux fichiers."
      champ={champ}
      form
      left={<ButtonLink href={writeRoute('accueil')}>‹ Accueil</ButtonLink>}
      right={
        <ButtonLink look="primary" href={writeRoute('demandes')}>
          Aller aux demandes ›
        </ButtonLink>
      }
    >
      <Champs form={form} />
      {nommages.length > 1 && <Nommage control={control} />}
      <ModeleRetenu />
      <Noms />
    </Ecran>
  )
}

const siretHint = (typed: string) => {
  const siret = parseSiret(typed)
  return siret
    ? showSiret(siret)
    : `Les ${showChiffres(profil.longueurs.SIRET)} de votre enrôlement, par exemple 732 829 320 00074`
}

function Champs({ form }: { form: UseFormReturn<EnteteSaisie> }) {
  const SIRET = useApp((state) => state.dossier.entete.SIRET)
  return (
    <>
      <FieldCard legend="Fournisseur">
        <div className={styles.two}>
          <ChampTexte
            form={form}
            name="numeroAns"
            demande={null}
            required
            hint={`${showCaracteres(profil.longueurs.numeroAns)}, donné par l’ANS au logiciel, par exemple 1234567890`}
          />
          <ChampTexte
            form={form}
            name="SIRET"
            demande={null}
            required
            inputMode="numeric"
            settle={(typed) => (parseSiret(typed) ? compactSiret(typed) : cleanValeur(typed))}
            hint={siretHint(SIRET)}
          />
        </div>
      </FieldCard>
      <FieldCard legend="Dépôt">
        <div className={styles.two}>
          <ChampTexte
            form={form}
            name="dateDepot"
            demande={null}
            required
            inputMode="numeric"
            settle={settleJour}
            propose={proposeToday}
            hint="Le jour où vous déposerez sur le portail"
          />
          <ChampTexte
            form={form}
            name="numeroFichier"
            demande={null}
            required
            inputMode="numeric"
            settle={settleNumeroFichier}
            propose={proposeNext}
            hint={`${showNumeroFichier(1)} pour le premier fichier de ce jour, puis ${showNumeroFichier(2)}…`}
          />
        </div>
      </FieldCard>
    </>
  )
}

const proposeToday = (typed: string) => {
  const { today } = travail.store.getState().contexte
  const jours = proposeJours(typed).map((jour) => ({ libelle: `Écrire ${jour}`, valeur: jour }))
  return parseJour(typed) === today ? jours : [...jours, { libelle: today, valeur: today }]
}

const proposeNext = (typed: string) => {
  const { dossier, contexte } = travail.store.getState()
  const dateDepot = parseJour(dossier.entete.dateDepot)
  const next = dateDepot && nextNumeroFichier(cleanValeur(dossier.entete.numeroAns), dateDepot, contexte.nomsDeposes)
  return next && next !== settleNumeroFichier(typed) ? [{ libelle: next, valeur: next }] : []
}

const nommages = profil.vagues.map((vague) => ({ value: vague, label: `${nomProfil}-${vague}-…` }))

function Nommage({ control }: { control: Control<EnteteSaisie> }) {
  const { field } = useController({ control, name: 'vague' })
  return (
    <Card>
      <Choice
        id="champ-vague"
        legend="Nommage des pièces"
        options={nommages}
        value={field.value}
        onChange={field.onChange}
      >
        <details className={styles.why}>
          <summary>Gardez « Val », sauf si le modèle du portail ou un dépôt accepté porte « Va1 ».</summary>
          <p>
            Le guide numérisé de l’ASP écrit « Val ». L’ANS nomme ses documents « Va1 » (vague 1), et la numérisation a
            pu changer le 1 en l.
          </p>
        </details>
      </Choice>
    </Card>
  )
}

function ModeleRetenu() {
  const modele = useApp((state) => state.modele)
  if (!modele)
    return (
      <p className={styles.why}>
        Le portail propose un modèle de JSON : ouvrez-le depuis l’accueil, ou déposez-le ici, et les fichiers seront
        écrits dans sa forme.
      </p>
    )
  return (
    <Suspense fallback={null}>
      <Modele key={modele.texte} modele={modele} />
    </Suspense>
  )
}

function Noms() {
  const depot = useApp((state) => state.dossier.entete)
  const passesOutre = useApp((state) => state.dossier.passesOutre)
  const named = depotOf(depot, passesOutre)
  return (
    <Card title="Fichiers du dépôt">
      <dl className={styles.names} aria-live="polite">
        <dt>JSON</dt>
        <Nom nom={named && writeNomJson(named)} />
        <dt>Zip des pièces</dt>
        <Nom nom={named && writeNomZip(named)} />
      </dl>
    </Card>
  )
}

const Nom = ({ nom }: { nom: string | null }) => (
  <dd className={nom === null ? styles.why : styles.named}>{nom ?? 'dès que l’en-tête est complet'}</dd>
)
