import { libelles } from '../dossier/champs'
import { centimesOf, showEuros } from '../dossier/montant'
import type { Message } from '../format/message'
import { sumCentimes, type Centimes } from '../format/montant'
import { count, joinMots } from '../format/mots'
import { champsAttendus, champsTableau, type ChampTableau } from './champs'
import type { Colonne } from './colonnes'
import { showNumeros } from './fusion'
import type { Import } from './importer'
import { lettersOf } from './lettres'

/** What the clerk should know of a table before taking it, beyond its bad rows. */
export function avisOf(lu: Import): Message[] {
  const { demandes, ecartes, formules, masquees, muettes, notes, reserves, totaux } = lu
  const avis: Message[] = [
    ...avisAbsents(lu),
    ...[...formules].map(([champ, numeros]) => ({
      faute: `« ${libelles[champ]} » : ${count(numeros.length, 'valeur calculée')} par une formule (${showNumeros(numeros).toLowerCase()}).`,
      remede: 'C’est le résultat de la dernière fois que le tableau a été enregistré : vérifiez qu’il est à jour.',
    })),
  ]
  if (ecartes.length > 0)
    avis.push({
      faute: `${count(ecartes.length, 'numéro laissé de côté')} parmi les FINESS (${showNumeros([...new Set(ecartes.map(({ numero }) => numero))]).toLowerCase()}) : ${joinMots(
        ecartes.map(({ finess }) => finess),
        notesMax,
      )}.`,
      remede: 'Leur case dit que c’est autre chose qu’un établissement : vérifiez-la.',
    })
  if (reserves.length > 0)
    avis.push({
      faute: `${showNumeros([...new Set(reserves.map(({ numero }) => numero))])} : un mot met peut-être en doute la demande, un site ou le montant (${joinMots(
        [...new Set(reserves.map(({ texte }) => `« ${shorten(texte)} »`))],
        notesMax,
      )}).`,
      remede: 'Elles sont prises comme les autres : ôtez de votre tableur ce qui n’est pas à déclarer ainsi.',
    })
  if (masquees.length > 0)
    avis.push({
      faute: `${count(masquees.length, 'ligne masquée n’est pas prise')} (${showNumeros(masquees).toLowerCase()}).`,
      remede: 'Cochez « Prendre aussi les lignes masquées » si elles en sont.',
    })
  if (muettes.length > 0)
    avis.push({
      faute: `${count(muettes.length, 'ligne vide')} dans les colonnes prises (${showNumeros(muettes).toLowerCase()}).`,
      remede: 'Si c’est une demande, dites ci-dessus ce que contient la colonne où elle est écrite.',
    })
  if (notes.length > 0)
    avis.push({
      faute: `${count(notes.length, 'remarque n’est pas prise')} (${showNumeros(notes.map(({ numero }) => numero)).toLowerCase()}) : ${joinMots(
        notes.map(({ texte }) => `« ${shorten(texte)} »`),
        notesMax,
      )}.`,
      remede: 'Si c’est une demande, complétez-la dans votre tableur.',
    })
  const total = totaux.at(-1)?.centimes ?? null
  const montants = demandes.map(({ demande }) => centimesOf(demande.saisie.montantSegurHTFacture))
  const somme = montants.every((montant) => montant !== null) ? sumCentimes(montants) : null
  if (total !== null && somme !== null && !sumsOf(demandes, somme).includes(total))
    avis.push({
      faute: `Le total au pied du tableau (${showEuros(total)}) n’est pas la somme des montants lus (${showEuros(somme)}).`,
      remede: 'Une ligne manque peut-être, ou un montant a été lu de travers : comparez.',
    })
  return avis
}

const notesMax = 3
const texteMax = 60
const shorten = (texte: string) => (texte.length > texteMax ? `${texte.slice(0, texteMax)}…` : texte)

/** Of a table without any demande, and of new demandes, what no column says: it may be in one that was not recognised. */
function avisAbsents({ demandes, absents }: Import): Message[] {
  if (demandes.length === 0)
    return [
      {
        faute: 'Aucune demande n’est lue dans cette feuille.',
        remede: 'Vérifiez la feuille, la ligne des titres et ce que contiennent les colonnes.',
      },
    ]
  const manquants = champsAttendus.filter((champ) => absents.includes(champ)).map((champ) => `« ${libelles[champ]} »`)
  if (manquants.length === 0 || demandes.every(({ existe }) => existe)) return []
  return [
    {
      faute: `Aucune colonne n’est prise pour ${joinMots(manquants)}.`,
      remede: 'Si le tableau en a une, dites-le ci-dessus ; sinon, cela reste à remplir dans chaque demande.',
    },
  ]
}

/** What the clerk should know of columns that look alike. */
export const avisColonnes = (colonnes: readonly Colonne[]): Message[] => [
  ...champsTableau.flatMap((champ) => avisRivales(champ, colonnes)),
  ...colonnes.flatMap(({ champ, masquee }, rang) =>
    champ !== null && masquee
      ? {
          faute: `« ${libelles[champ]} » : la colonne ${showColonne(rang, colonnes)}, masquée dans le tableur, est prise.`,
          remede: 'Si elle ne doit pas l’être, choisissez ci-dessus « Ne pas prendre ».',
        }
      : [],
  ),
]

function avisRivales(champ: ChampTableau, colonnes: readonly Colonne[]): Message[] {
  const at = colonnes.findIndex((colonne) => colonne.champ === champ)
  const laissees = colonnes.flatMap(({ rivale, masquee }, rang) =>
    rivale === champ ? [`${showColonne(rang, colonnes)}${masquee ? ', masquée dans le tableur,' : ''}`] : [],
  )
  if (at === -1 || laissees.length === 0) return []
  return [
    {
      faute: `« ${libelles[champ]} » : la colonne ${showColonne(at, colonnes)} est prise, ${joinMots(laissees, rivalesMax)} ${laissees.length > 1 ? 'ne le sont pas' : 'ne l’est pas'}.`,
      remede: 'Leurs valeurs diffèrent : vérifiez ci-dessus que c’est la bonne.',
    },
  ]
}

const rivalesMax = 3

/** A column by its title; by its letter too where another has the same, or none. */
function showColonne(rang: number, colonnes: readonly Colonne[]): string {
  const titre = colonnes[rang]?.titre.replace(/\s+/g, ' ') ?? ''
  if (titre === '') return lettersOf(rang)
  const alone = colonnes.filter((other) => other.titre === colonnes[rang]?.titre).length === 1
  return alone ? `« ${titre} »` : `« ${titre} » (${lettersOf(rang)})`
}

/** The sum by demandes, and by rows: a table of one site a row repeats the amount on each. */
const sumsOf = (demandes: Import['demandes'], somme: Centimes): (Centimes | null)[] => [
  somme,
  sumCentimes(
    demandes.flatMap(({ demande, numeros }) => {
      const montant = centimesOf(demande.saisie.montantSegurHTFacture)
      return montant === null ? [] : numeros.map(() => montant)
    }),
  ),
]
