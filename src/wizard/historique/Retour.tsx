import { useEffect, useMemo, useState } from 'react'
import { count } from '../../format/mots'
import { readFichier } from '../../format/readFichier'
import type { LigneRetour } from '../../format/retour'
import type { DepotTelecharge, RetourLu } from '../../records/depotTelecharge'
import { Button, ButtonLink } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Ecran } from '../ecran/Ecran'
import { bilanOf, rapprocher, showBilan, suivisOf } from '../../travail/opening/retours'
import { writeRoute } from '../route'
import { showInstant } from '../dates'
import { ListeReponses, type Reponse } from './Reponses'
import { reprendre } from './reprise'
import styles from './Historique.module.css'
import { travail, useApp } from '../poste/travail'

/** The portal's answer to one deposit: what was accepted, what was not and why, and the way to correct it. */
export function Retour({ id }: { id: string }) {
  const depot = useApp(({ depots }) => depots.find((one) => one.id === id))
  const texte = useTexteRetour(depot)
  const lu = useMemo(() => (texte === null ? null : readFichier(texte)), [texte])
  if (depot?.retour && texte === null) return <Ecran titre="Retour du portail">{null}</Ecran>
  if (!depot?.retour || !lu?.ok || lu.kind !== 'retour')
    return (
      <Ecran titre="Retour du portail" left={<ButtonLink href={writeRoute('accueil')}>‹ Accueil</ButtonLink>}>
        <p>Aucun retour du portail n’est gardé ici pour ce dépôt.</p>
      </Ecran>
    )
  const trouve = rapprocher(lu.retours, depot)
  const reponses = suivisOf(trouve).map(({ numLigne, retour, absente }): Reponse => {
    const libelle = depot.demandes[numLigne - 1]?.libelleInterne
    return { cle: String(numLigne), nom: `Demande n° ${numLigne}${libelle ? ` · ${libelle}` : ''}`, retour, absente }
  })
  return <Lu depot={depot} luDans={depot.retour} reponses={reponses} inconnues={trouve.inconnues} />
}

interface LuProps {
  depot: DepotTelecharge
  luDans: RetourLu
  reponses: readonly Reponse[]
  inconnues: readonly LigneRetour[]
}

function Lu({ depot, luDans, reponses, inconnues }: LuProps) {
  const [choisies, setChoisies] = useState<ReadonlySet<string>>(new Set())
  return (
    <Ecran
      titre="Retour du portail"
      lead={`${depot.nomJson} · lu le ${showInstant(luDans.luLe)} dans « ${luDans.nomFichier} »`}
      left={<ButtonLink href={writeRoute('accueil')}>‹ Accueil</ButtonLink>}
    >
      <Resume reponses={reponses} />
      <Corriger depot={depot} reponses={reponses} choisies={choisies} />
      <Card title="Réponses">
        <ListeReponses reponses={reponses} choix={{ choisies, onChoose: setChoisies }} />
      </Card>
      {inconnues.length > 0 && (
        <Card title="Réponses sans demande correspondante">
          <p className={styles.small}>
            Ni le numéro éditeur ni le dossier ASP de ces lignes ne se trouvent dans ce dépôt.
          </p>
          <ListeReponses
            reponses={inconnues.map((retour) => ({
              cle: String(retour.rang),
              nom: `Ligne ${retour.rang} du retour`,
              retour,
            }))}
          />
        </Card>
      )}
    </Ecran>
  )
}

/** The text of the portal's answer, read when it is shown: null until then, empty when it is not there any more. */
function useTexteRetour(depot: DepotTelecharge | undefined): string | null {
  const [read, setRead] = useState<{ depot: DepotTelecharge; texte: string } | null>(null)
  useEffect(() => {
    if (!depot?.retour) return
    let here = true
    void travail
      .depots()
      .then((depots) => depots.read(depot))
      .then((entier) => here && setRead({ depot, texte: entier?.retour?.texte ?? '' }))
    return () => {
      here = false
    }
  }, [depot])
  return read && read.depot === depot ? read.texte : null
}

function Resume({ reponses }: { reponses: readonly Reponse[] }) {
  const bilan = bilanOf(reponses.map(({ retour }) => retour))
  const { rejetee: rejetees, aVerifier, sansReponse } = bilan
  const look = rejetees > 0 ? styles.bad : aVerifier + sansReponse > 0 ? styles.waiting : styles.good
  return (
    <section className={`${styles.resume} ${look}`} role="status">
      <strong>
        {rejetees > 0 ? '✕ ' : aVerifier + sansReponse > 0 ? '▲ ' : '✓ '}
        {count(reponses.length, 'demande')} : {showBilan(bilan)}
      </strong>
      {rejetees > 0 && (
        <p>
          Le portail n’a pas gardé les demandes rejetées : corrigez-les, puis déposez-les dans un nouveau fichier. Il
          s’arrête à la première faute de chacune, il peut donc y en avoir d’autres.
        </p>
      )}
      {aVerifier > 0 && (
        <p>
          Le portail répond à {count(aVerifier, 'demande')} par des mots qui ne disent ni oui ni non pour sûr. Lisez-les
          ci-dessous, et cochez celles qui sont à corriger.
        </p>
      )}
      {sansReponse > 0 && (
        <p>
          Le portail n’a pas encore traité {count(sansReponse, 'demande')} : reprenez son fichier plus tard et ouvrez-le
          ici, il remplacera celui-ci.
        </p>
      )}
    </section>
  )
}

function Corriger({
  depot,
  reponses,
  choisies,
}: {
  depot: DepotTelecharge
  reponses: readonly Reponse[]
  choisies: ReadonlySet<string>
}) {
  const rejetees = reponses
    .filter(({ cle, retour }) => retour.issue === 'rejetee' || choisies.has(cle))
    .map(({ cle, retour }) => ({ numLigne: Number(cle), retour: retour.issue === 'rejetee' ? retour : null }))
    .sort((a, b) => a.numLigne - b.numLigne)
  if (rejetees.length === 0) return null
  return (
    <div>
      <Button
        look="primary"
        onClick={() => void reprendre(depot, rejetees, `Correction de ${depot.nomJson.replace('.json', '')}`)}
      >
        Corriger les demandes rejetées
      </Button>
    </div>
  )
}
