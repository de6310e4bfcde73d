import { describe, expect, test } from 'vitest'
import type { Contenu } from '../lecture'
import { exampleContenu, examplePage } from '../examplePage'
import { readContenu } from '../readContenu'

/** A page whose title is twice as large as its text. */
function large(title: string, text: string): Contenu {
  const page = examplePage(text)
  const items = page.items.map((item) => (item.texte === title ? { ...item, hauteur: 18 } : item))
  return { ...exampleContenu(), pages: [{ ...page, items }] }
}
const head = 'X SAS\n12 rue Y\n\n'
/** The ways in which a title may be set over a text. */
const layouts = (title: string, body: string): Contenu[] => [
  exampleContenu(`${head}${title}\n\nBourg, le 27/07/2023\n${body}`),
  large(title, `${head}${title}\n\nBourg, le 27/07/2023\n${body}`),
  large(title, `lamelle logiciels          ${title}\nX SAS\n12 rue Y\nBourg, le 27/07/2023\n${body}`),
  exampleContenu(`${head}Bourg, le 27/07/2023\nObjet : ${title.toLowerCase()}\n\n${body}`),
]
const typesOf = (title: string, body: string) => layouts(title, body).map((contenu) => readContenu(contenu).type)

const rappel = `Sauf erreur de notre part, la facture ci-dessous n’a pas été réglée à ce jour :
920       Facture        Émise le       Échéance       Total HT      Restant dû TTC
          F-2023-00417   13 mai 2023    12 juin 2023   6200,00 €     7440,00 €
Merci de procéder au virement sous huit jours. Si votre paiement a croisé ce message, n’en tenez pas compte.`
const liste = `Facture           Date           Échéance       Montant HT     Montant TTC    Solde
F-2023-00417      13/05/2023     12/06/2023     6 200,00       7 440,00       7 440,00
F-2023-00518      13/06/2023     12/07/2023     1 200,00       1 440,00       1 440,00
Total dû                                                                      8 880,00
Règlement par virement, IBAN FR76 9990 0000 0199 0001 2345 678. Pénalités de retard : 3 fois le taux légal.`
const copie = `Facture n° F-2023-00417     Date de facture : 13/05/2023     Échéance : 12/06/2023
Désignation            Qté      P.U. HT       Montant HT
Prestation Ségur       1        6 200,00 €    6 200,00 €
Total HT                                      6 200,00 €
TVA 20 %                                      1 240,00 €
Total TTC                                     7 440,00 €
IBAN FR76 9990 0000 0199 0001 2345 678. Pénalités de retard et indemnité de frais de recouvrement de 40 €.`

describe('[guide §3.1 typeFichier] a letter or a list about invoices that were sent before is none', () => {
  const rappels = [
    'Rappel de paiement',
    'Rappel',
    'RELANCE',
    'Relance n° 2',
    'Lettre de relance',
    '1er rappel',
    'Dernier avis avant poursuites',
    'MISE EN DEMEURE',
    'Avis de retard de paiement',
    'Échéance dépassée',
    'Payment reminder',
    'Réclamation',
    'Reçu de paiement',
    'Attestation de paiement',
    'Facture(s) en retard',
    'Note',
  ]
  const releves = [
    'Relevé de compte',
    'État des factures',
    'Situation de compte',
    'Extrait de compte client',
    'Balance âgée',
    'Factures échues',
    'Liste des factures',
    'Journal des ventes',
    'Échéancier',
    'Avis de virement',
    'Statement of account',
    'Relevé des factures impayées',
    'Compte client',
    'Vos factures',
    'Note',
  ]
  test.each(rappels)('«%s» with the invoice in a row', (title) => {
    for (const type of typesOf(title, rappel)) expect(type.valeur).toBeNull()
  })
  test.each(releves)('«%s» with a list of invoices', (title) => {
    for (const { valeur, sure } of typesOf(title, liste)) expect(valeur === null || !sure).toBe(true)
  })
  test.each(rappels.filter((title) => title !== 'Note' && title !== 'Réclamation'))(
    '«%s» over a copy of the invoice is never an invoice for sure',
    (title) => {
      for (const { valeur, sure } of typesOf(title, copie)) expect(valeur === null || !sure).toBe(true)
    },
  )
  test('an invoice whose number, day and total stand in a row of headings stays one', () => {
    const { type } = readContenu(
      exampleContenu(
        `X SAS\n\nFacture n°     Date           Net à payer\nF-12           13/05/2023     7 440,00 €\n\n${copie}`,
      ),
    )
    expect(type).toMatchObject({ valeur: 'FACTURE', sure: true })
  })
  test.each(['Compte client C-06065', 'Avis de prélèvement automatique', 'Détail du règlement', 'Échéancier'])(
    '«%s» further down leaves an invoice what it is',
    (words) => {
      expect(readContenu(large('FACTURE N° 7', `X SAS\n\nFACTURE N° 7\n${copie}\n\n${words}`)).type).toMatchObject({
        valeur: 'FACTURE',
        sure: true,
      })
    },
  )
})

describe('[guide §3.1 typeFichier] what is not yet, or not, an invoice', () => {
  const offre = copie.replace(/^.*\n/, 'Date : 13/05/2023\n')
  test.each([
    'Facture provisoire',
    'Projet de facture',
    'Préfacture',
    'Proposition financière',
    'Cotation',
    'Étude de prix',
    'Demande de devis',
    'Delivery note',
    'Bon d’intervention',
    'Avenant au contrat',
    'Bon à tirer',
    'Tarif 2023',
  ])('«%s»', (title) => {
    for (const type of typesOf(title, offre)) expect(type.valeur).toBeNull()
  })
  test.each(['Ceci n’est pas une facture', 'Ce document ne vaut pas facture', 'SPECIMEN', 'This is not an invoice'])(
    '«%s» on it: never sure',
    (words) => {
      for (const { valeur, sure } of typesOf('FACTURE N° 12', `${words}\n${offre}`))
        expect(valeur === null || !sure).toBe(true)
    },
  )
})

describe('[guide §3.1 typeFichier] a vérification d’aptitude that is refused, put off or asked for', () => {
  const signed = 'Fait à Bourg, le 08/03/2023. Signature et cachet'
  test.each([
    [
      'Objet : report de la vérification d’aptitude',
      'La vérification d’aptitude prévue le 10/03/2023 est reportée au 20/04/2023.',
    ],
    ['Report de VA', 'Je soussigné vous informe que la VA n’a pu être prononcée le 10/03/2023.'],
    [
      'Notification de refus de vérification d’aptitude',
      'Nous refusons de prononcer la vérification d’aptitude du logiciel.',
    ],
    [
      'Décision d’ajournement de la vérification d’aptitude',
      'Le laboratoire décide d’ajourner la vérification d’aptitude.',
    ],
    ['Objet : demande', 'Nous vous demandons de bien vouloir prononcer la vérification d’aptitude et de signer.'],
  ])('«%s» is no attestation', (title, words) => {
    expect(readContenu(exampleContenu(`Laboratoire Z\n\n${title}\n${words}\n${signed}`)).type.valeur).toBeNull()
  })
  test.each([
    'Je soussigné déclare que la vérification d’aptitude n’est pas prononcée.',
    'La vérification d’aptitude sera prononcée ultérieurement.',
    'Merci de nous retourner signée l’attestation de vérification d’aptitude.',
  ])('«%s» under the title of an attestation is none for sure', (words) => {
    const text = `Laboratoire Z\n\nProcès-verbal de vérification d’aptitude\n${words}\n${signed}`
    expect(readContenu(exampleContenu(text)).type.sure).toBe(false)
  })
  test.each([
    'Je prononce la vérification d’aptitude. Elle n’est pas prononcée pour le site Nord : la VA y est reportée.',
    'La vérification d’aptitude a été prononcée.\n[ ] La vérification d’aptitude est refusée',
  ])('a site that is left out, or a box, refuses nothing: «%s»', (words) => {
    const text = `Laboratoire Z\n\nProcès-verbal de vérification d’aptitude\nJe soussigné Dr Y.\n${words}\n${signed}`
    expect(readContenu(exampleContenu(text)).type).toMatchObject({ valeur: 'VA', sure: true })
  })
})
