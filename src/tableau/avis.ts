import { libelles } from '../dossier/champs'
import { centimesOf, showEuros } from '../dossier/montant'
import type { Message } from '../format/message'
import { sumCentimes, type Centimes } from '../format/montant'
import { count } from '../format/mots'
import type { Colonne } from './colonnes'
import { showNumeros } from './fusion'
import type { Import } from './importer'

/** What the clerk should know of a table before taking it, beyond its bad rows. */
export function avisOf({ demandes, formules, masquees, muettes, totaux }: Import): Message[] {
  const avis: Message[] = [...formules].map(([champ, numeros]) => ({
    faute: `« ${libelles[champ]} » : ${count(numeros.length, 'valeur calculée')} par une formule (${showNumeros(numeros).toLowerCase()}).`,
    remede: 'C’est le résultat de la dernière fois que le tableau a été enregistré : vérifiez qu’il est à jour.',
  }))
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

/** What the clerk should know of columns that look alike. */
export function avisColonnes(colonnes: readonly Colonne[]): Message[] {
  return colonnes.flatMap(({ titre, rivale }) => {
    const prise = rivale && colonnes.find(({ champ }) => champ === rivale)
    if (!prise) return []
    return {
      faute: `« ${libelles[rivale]} » : la colonne « ${prise.titre} » est prise, « ${titre} » ne l’est pas.`,
      remede: 'Leurs valeurs diffèrent : vérifiez ci-dessus que c’est la bonne.',
    }
  })
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
