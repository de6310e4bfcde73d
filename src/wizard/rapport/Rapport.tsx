import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { saveFile } from '../../depot/save'
import { rapportOf, type Suite } from '../../rapport/rapport'
import { readTrace } from '../../rapport/readTrace'
import { traceOf, type Trace } from '../../rapport/trace'
import { version } from '../../rapport/version'
import type { DepotEntier, DepotTelecharge } from '../../records/depotTelecharge'
import { ButtonLink } from '../../ui/Button'
import { Progress } from '../../ui/Progress'
import { EnLecture } from '../ecran/EnLecture'
import { Ecran } from '../ecran/Ecran'
import { compteOfBilan } from '../../dossier/compte'
import { bilanOf, travail, useApp } from '../poste/travail'
import { fichiersOf } from '../preparation/fichiers'
import { useLots } from '../preparation/useLots'
import { usePreparation } from '../preparation/usePreparation'
import { writeRoute } from '../route'
import { Feuille } from './Feuille'

/** The report of the deposit at work, as it stands now. */
export function RapportCourant() {
  useEffect(() => travail.openControle(), [])
  const dossier = useApp((state) => state.dossier)
  const lus = useApp((state) => state.contexte.lus)
  const bilan = useApp(bilanOf)
  const { erreurs, manques } = compteOfBilan(bilan, dossier.verifies)
  const { dossiers } = useLots(dossier)
  const { etats, stop } = usePreparation(dossiers, erreurs + manques > 0)
  const trace = useMemo(
    () =>
      traceOf({
        dossier,
        bilan,
        lus,
        faits: etats.flatMap((etat) => (etat.etape === 'pret' ? fichiersOf(etat.depot) : [])),
        version,
        controleLe: new Date().toISOString(),
      }),
    [dossier, bilan, lus, etats],
  )
  const enCours = etats.find((etat) => etat.etape === 'enCours')
  const echec = etats.find((etat) => etat.etape === 'echec')
  return (
    <Page trace={trace} retour="controle">
      <EnLecture />
      {enCours && (
        <Progress label="Préparation des fichiers, pour leurs empreintes" share={enCours.share} onCancel={stop} />
      )}
      {echec && <p>Le JSON et le zip n’ont pas pu être faits. {echec.message}</p>}
    </Page>
  )
}

/** The report of a deposit downloaded before, as it was checked then. */
export function RapportDepot({ id }: { id: string }) {
  const depot = useApp((state) => state.depots.find((one) => one.id === id) ?? null)
  const [entier, setEntier] = useState<DepotEntier | null>(null)
  useEffect(() => {
    if (depot) void travail.depots().then(async ({ read }) => setEntier(await read(depot)))
  }, [depot])
  const trace = useMemo(() => (entier ? readTrace(entier.trace) : null), [entier])
  if (depot && trace) return <Page trace={trace} suite={suiteOf(depot)} retour="accueil" />
  return (
    <Ecran titre="Rapport" left={<ButtonLink href={writeRoute('accueil')}>‹ Accueil</ButtonLink>}>
      {!depot && <p>Ce dépôt n’est pas dans l’historique de ce poste.</p>}
      {depot && entier && (
        <p>
          Le contrôle de ce dépôt n’a pas été gardé : il a été téléchargé avec une version plus ancienne. « Rouvrir
          comme nouveau dépôt », sur l’accueil, permet de le contrôler de nouveau.
        </p>
      )}
    </Ecran>
  )
}

const suiteOf = ({ date, deposeLe, retour }: DepotTelecharge): Suite => ({ telechargeLe: date, deposeLe, retour })

interface PageProps {
  trace: Trace
  suite?: Suite
  retour: 'controle' | 'accueil'
  children?: ReactNode
}

function Page({ trace, suite, retour, children }: PageProps) {
  const rapport = useMemo(() => rapportOf(trace, suite ?? null), [trace, suite])
  return (
    <Ecran
      titre={rapport.titre}
      left={<ButtonLink href={writeRoute(retour)}>{retour === 'controle' ? '‹ Contrôle' : '‹ Accueil'}</ButtonLink>}
    >
      {children}
      <Feuille rapport={rapport} nom={nomOf(trace)} onSave={saveFile} />
    </Ecran>
  )
}

/** `Rapport-1234567890-20230320-001`, from what the deposit's own files are named after. */
const nomOf = ({ numeroAns, dateDepot, numeroFichier }: Trace) =>
  ['Rapport', numeroAns, dateDepot.split('/').reverse().join(''), numeroFichier]
    .map((part) => part.replace(/[^A-Za-z0-9]/g, ''))
    .filter((part) => part !== '')
    .join('-')
