import type { Message } from '../format/message'
import { regles } from './regles'

// Each fact that some message needs, twice: singular and plural, each branch.
const faits: Record<string, [unknown, unknown]> = {
  longueur: [1, 12],
  chiffres: [true, false],
  today: ['20/03/2023', '01/01/2024'],
  suivant: ['002', null],
  depots: [2, 450],
  dernier: [1000, 1449],
  nombre: [201, 450],
  taille: [3_000_001, 209_715_201],
  autres: [
    { premieres: [2], nombre: 1 },
    { premieres: [2, 3, 4], nombre: 1_999 },
  ],
  nom: ['BIO-SGL-Val-FACTURE-00001.pdf', 'x.pdf'],
  dateDepot: ['20/03/2023', '01/01/2024'],
  lectures: [[2_745_000, 2745], [100_500]],
  commande: [2_745_000, 1],
  valeur: ['999999991', '2A0000014'],
  valeurs: [['999999991'], Array.from({ length: 20 }, (_, rank) => `9999999${rank + 10}`)],
  depot: ['JSON-1234567890-20230320-001.json', 'x'],
  nature: ['un document Word', 'une photo HEIC'],
  joints: [['facture.pdf'], null],
  formatFichier: ['PDF', 'JPG'],
  ou: [
    { premieres: ['ici comme « Facture »'], nombre: 1 },
    { premieres: ['ici comme « Facture »', 'à la demande n° 2 comme « Facture »'], nombre: 3 },
  ],
  domaine: ['apicrypt.org', 'x.fr'],
  signes: [['é'], ['=', 'а']],
  libelle: ['Montant supérieur au bon de commande', 'x'],
  montant: [2_745_000, 1],
  montantHT: [2_745_000, null],
  date: ['15/03/2023', '16/03/2023'],
  lue: ['14/03/2023', '01/01/2024'],
  manquants: [['750712184'], ['750712184', '750100042', '2A0000014', '1', '2', '3', '4']],
  lu: ['VA', 'FACTURE'],
  type: ['FACTURE', 'VA'],
  siret: ['73282932000074', '35600000000048'],
  devise: ['USD', 'CHF'],
  partielle: ['acompte', 'situation'],
  numeros: [
    ['F-1', 'F-2'],
    ['F-1', 'F-2', 'F-3', 'F-4', 'F-5'],
  ],
  somme: [2_745_000, null],
  raison: ['ni montant ni date', 'le document s’intitule « Devis » : c’est un devis, ni facture, ni attestation'],
  typed: ['FINBIO000006', 'FINBIO000007'],
}
const sample = (which: 0 | 1) =>
  Object.fromEntries(Object.entries(faits).map(([name, values]) => [name, values[which]]))

/** What each rule says, by its name, twice: with other facts, so that each branch of it speaks. */
export const exampleMessages = Object.entries(regles).flatMap(([nom, regle]) =>
  ([0, 1] as const).map((which): [string, Message] => [
    nom,
    (regle.message as (some: Record<string, unknown>) => Message)(sample(which)),
  ]),
)
