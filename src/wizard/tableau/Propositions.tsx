import { libelles } from '../../dossier/champs'
import { profil } from '../../format/profil'
import { showNumeros } from '../../tableau/fusion'
import { genresProposition, type GenreProposition, type Proposition } from '../../tableau/proposition'
import type { Proposee } from '../../tableau/proposer'
import styles from './Tableau.module.css'
import { useTableaux } from './useTableaux'

const raisons: Readonly<Record<GenreProposition, string>> = {
  zerosEditeur: 'Le tableur a sans doute ôté les zéros de tête',
  numeroASP: `${profil.prefixeNumeroASP} n’est pas écrit devant le numéro`,
  zeroFiness: 'Le tableur a sans doute ôté le zéro de tête',
  jourSerie: 'Le tableur a écrit le jour comme un nombre',
  jourAbrege: 'Le jour est sans doute écrit d’un trait, ou l’année d’abord',
  moisDabord: 'Le mois est sans doute écrit avant le jour',
  milliers: 'Le point ou la virgule sépare sans doute les milliers',
  centimes: 'Le calcul donne plus de deux décimales : arrondir au centime',
  somme: 'Plusieurs montants pour une demande : les additionner',
  renvoi: 'La cellule renvoie sans doute à celle du dessus',
  site: 'Une ligne sans numéro est sans doute un site de la demande du dessus',
  videNon: 'Les cases sans coche veulent sans doute dire Non',
  reponseDite: 'La réponse est écrite à la place de l’adresse ou de l’identifiant',
  reponseOui: 'Une adresse ou un identifiant est donné sans réponse : répondre Oui',
}

const examples = 3

/** What the table leaves in doubt, offered by kind: nothing of it is taken before it is ticked. */
export function Propositions({
  proposee,
  acceptees,
}: {
  proposee: Proposee
  acceptees: ReadonlySet<GenreProposition>
}) {
  const groups = genresProposition.flatMap((genre) => {
    const propositions = proposee.propositions.filter((one) => one.genre === genre)
    return propositions.length === 0 ? [] : [{ genre, propositions }]
  })
  const tableaux = useTableaux()
  if (groups.length === 0) return null
  return (
    <fieldset className={styles.bloc}>
      <legend className={styles.legend}>À confirmer : cochez ce qui est juste</legend>
      {groups.map(({ genre, propositions }) => (
        <label key={genre} className={styles.check}>
          <input
            type="checkbox"
            checked={acceptees.has(genre)}
            onChange={({ target }) => tableaux.accept(genre, target.checked)}
          />
          <span>
            {raisons[genre]} : {showProposition(propositions)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function showProposition(propositions: readonly Proposition[]): string {
  const shown = [...new Map(propositions.map((one) => [`${one.de} ${one.vers}`, one])).values()]
  const pairs = shown.slice(0, examples).map(({ de, vers }) => `${de} → ${vers}`)
  const champs = [...new Set(propositions.map(({ champ }) => `« ${libelles[champ]} »`))]
  const lignes = showNumeros([...new Set(propositions.map(({ numero }) => numero))]).toLowerCase()
  return `${pairs.join(', ')}${shown.length > examples ? '…' : ''} (${champs.join(', ')}, ${lignes})`
}
