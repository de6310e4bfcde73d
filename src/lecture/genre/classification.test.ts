import { describe, expect, test } from 'vitest'
import { exampleContenu } from '../examplePage'
import { readContenu } from '../readContenu'

const read = (text: string) => readContenu(exampleContenu(text))

const table = `
Désignation                  Qté    Montant HT
Prestation Ségur SGL         1      10 000,00 €

                    Total HT        10 000,00 €
                    TVA 20 %         2 000,00 €
                    Total TTC       12 000,00 €`

const quotes = [
  'Facture F2023-12 du 15/03/2023, total HT 10 000,00 €, TVA 2 000,00 €, net à payer 12 000,00 €.',
  'Facture n° :   F2023-12\nDate de facture   15/03/2023\nTotal HT   10 000,00 €\nTotal TTC   12 000,00 €',
  'Facture n°      Date de facture      Total HT          Total TTC\nF2023-12        15/03/2023           10 000,00 €       12 000,00 €',
]
const titles = [
  'ATTESTATION DE VÉRIFICATION D’APTITUDE',
  'A T T E S T A T I O N',
  'V É R I F I C A T I O N  D ’ A P T I T U D E',
  'Procès-verbal de vérification d’aptitude',
  'PV de recette',
  'P V  D E  R E C E T T E',
  'Ségur du numérique – vérification d’aptitude',
  'Objet : vérification d’aptitude – facture F2023-12',
]
const declarations = [
  'Nous soussignés, Dr Exemple, attestons avoir prononcé la vérification d’aptitude le 10/03/2023.',
  'Nous, Laboratoire Exemple (FINESS 990001018), déclarons que le logiciel livré est apte au service régulier.\nVérification d’aptitude prononcée le 10/03/2023. Cachet et signature',
  'Je soussignée certifie que la vérification d’aptitude (VA) du logiciel a été prononcée le 10/03/2023.',
  'Le laboratoire reconnaît\nl’aptitude de la solution et prononce la vérification d’aptitude.\nFait à Bourg, le 10/03/2023\nSignature et cachet',
]

describe('[guide §3.1 typeFichier] an attestation stays one whatever invoice it quotes', () => {
  test.each(titles.flatMap((title) => declarations.flatMap((said) => quotes.map((quote) => [title, said, quote]))))(
    '%s / %s / %s',
    (title, said, quote) => {
      for (const text of [`${title}\n\n${said}\n${quote}`, `${title}\n\n${quote}\n${said}`]) {
        const { type, montantHT, dateFacture } = read(text)
        expect([type.valeur, montantHT, dateFacture]).toEqual(['VA', null, null])
      }
    },
  )
})

test.each(declarations.flatMap((said) => quotes.map((quote) => [said, quote])))(
  '[guide §3.1 typeFichier] what is attested and signed without a title is never an invoice for sure: %s / %s',
  (said, quote) => {
    for (const text of [`Laboratoire Exemple\n\n${said}\n${quote}`, `Laboratoire Exemple\n\n${quote}\n${said}`]) {
      const { type } = read(text)
      expect(type.valeur !== 'FACTURE' || !type.sure).toBe(true)
    }
  },
)

const heavy = [
  'Facture n°      Facturée le      Commande      Échéance\nF2023-12        15/03/2023       BC12          14/04/2023\n',
  'Facture n°       F2023-12      Date de facture     15/03/2023\n',
]
const articles = `Désignation            Qté      P.U. HT         Montant HT
Prestation Ségur       1        10 000,00 €     10 000,00 €
Total HT                                        10 000,00 €
TVA 20 %                                        2 000,00 €
Total TTC                                       12 000,00 €`
const signed = [
  'Fait à Bourg, le 10/03/2023\nSignature et cachet',
  'Fait pour servir et valoir ce que de droit.\nLe 10/03/2023',
]
const said = [
  'Je soussigné, Dr Exemple, atteste que la solution de la facture ci-dessous est installée et que la VA a été prononcée le 10/03/2023.',
  'Le laboratoire, représenté par Dr Exemple, déclare avoir prononcé la vérification d’aptitude des logiciels facturés ci-après.',
  'Le laboratoire certifie que la vérification d’aptitude est prononcée pour les logiciels\nfacturés en date du 15/03/2023 par X SAS',
  'Nous confirmons que la vérification d’aptitude a été réalisée le 10/03/2023 pour tous les sites.',
]
test.each(said.flatMap((words) => signed.flatMap((end) => heavy.map((quote) => [words, end, quote]))))(
  '[guide §3.1 typeFichier] without a title, one who attests and signs quotes the invoice in full: %s / %s / %s',
  (words, end, quote) => {
    for (const body of [`${words}\n${quote}${articles}`, `${quote}${articles}\n${words}`]) {
      const { type, montantHT } = read(`Laboratoire Exemple\n\n${body}\n${end}`)
      expect([type.valeur, type.sure, montantHT]).toEqual(['VA', false, null])
    }
  },
)
test.each(['FACTURE', 'Facture n° 12', 'X SAS'])(
  '[guide §3.1 typeFichier] «%s»: who asks to be paid does not attest',
  (title) => {
    const text = `${title}\nDate de facture : 15/03/2023\n${articles}\nNous confirmons que la vérification d’aptitude a été prononcée.
Fait à Bourg, le 15/03/2023\nIBAN FR76 9990 0000 0199 – pénalités de retard`
    expect(read(text).type.valeur).toBe('FACTURE')
  },
)

describe('[guide §3.1 typeFichier] an invoice stays one whatever attestation it mentions', () => {
  const mentions = [
    'Vérification d’aptitude du 13/08/2023',
    'VÉRIFICATION D’APTITUDE PRONONCÉE LE 13/08/2023',
    'Attestation de VA du 13/08/2023 jointe',
    'Suite à la vérification d’aptitude (VA)',
  ]
  test.each(['FACTURE', 'Facture n° 12', 'F A C T U R E'].flatMap((title) => mentions.map((said) => [title, said])))(
    '%s / %s',
    (title, said) => {
      const { type } = read(`${said}\n${title}\nDate de facture : 15/03/2023\n${table}`)
      expect([type.valeur, type.sure]).toEqual(['FACTURE', true])
    },
  )
})

test('[guide §3.1 typeFichier] a heading that names another document is no title, though nothing else is one', () => {
  for (const heading of ['Bon de commande du', 'Devis n°', 'Commande du'])
    expect(
      read(`X SAS\nDate de facturation     ${heading}     Échéance\n15/03/2023     02/01/2023     14/04/2023\n${table}`)
        .type.valeur,
    ).toBe('FACTURE')
})

test('[guide §3.1 typeFichier] the order that a form quotes is not its title', () => {
  const form = 'FACTURE N°          F12        DATE         15/03/2023\nBON DE COMMANDE     BC7        DEVIS        D8'
  expect(read(`${form}\n${table}`).type).toMatchObject({ valeur: 'FACTURE' })
})

test.each(['Note de facturation', 'Votre commande du 02/01/2023 : détail de notre facture'])(
  '[guide §3.1 typeFichier] «%s» is an invoice',
  (title) => {
    expect(read(`${title}\n\nX SAS, le 15/03/2023\n${table}`).type.valeur).toBe('FACTURE')
  },
)

test.each([
  ['AVOIR n° 3', 'avoir', 'FACTURE'],
  ['Facture d’acompte n° 3', 'acompte', 'FACTURE'],
  ['Facture de situation n° 2', 'situation', 'FACTURE'],
  ['FACTURE PRO FORMA', 'proforma', null],
  ['DEVIS N° 3', 'devis', null],
  ['BON DE COMMANDE', 'commande', null],
  ['Bon de livraison n° 4', 'livraison', null],
])('[guide §3.1] «%s» is named as what it is', (title, genre, valeur) => {
  const lecture = read(`${title}\nDate : 15/03/2023\n${table}`)
  expect([lecture.genre, lecture.type.valeur]).toEqual([genre, valeur])
})

test.each(['7 sept. 2023', '15 janv. 2023', '15.03.2023', '1er avril 2023'])(
  '[guide §3.1 typeFichier] a title that says its day: %s',
  (day) => {
    for (const title of ['Facture FA-12', 'FACTURE N° 12', 'Facture'])
      expect(read(`X SAS\n${title} du ${day}\n${table}`).type).toMatchObject({ valeur: 'FACTURE', sure: true })
  },
)

test.each([
  'nous vous confirmons que la vérification d’aptitude de la solution a été prononcée le 10/03/2023.',
  'Nous, Laboratoire Y, attestons de la bonne exécution de la prestation et prononçons la vérification d’aptitude.',
])('[guide §3.1 typeFichier] a letter that attests quotes its invoice in a table of labels: %s', (words) => {
  const form =
    'Fournisseur       X SAS\nFacture           2022-249 du 01/06/2022\nMontant HT        24 000,00 €\nMontant TTC       28 800,00 €'
  for (const object of ['', 'Objet : attestation de vérification d’aptitude\n']) {
    const { type, dateFacture, montantHT } = read(
      `Laboratoire Y\n12 rue Z\n\n${object}Madame, Monsieur,\n${words}\n${form}\nDr Exemple\n(cachet et signature)`,
    )
    expect([type.valeur, dateFacture, montantHT]).toEqual(['VA', null, null])
  }
})

describe('[guide §3.1 typeFichier] a form that is filled in and signed', () => {
  const fields =
    'Raison sociale du client : Labo\nBon de commande : BC12 du 10/02/2023\nFacture associée : F7 du 15/03/2023'
  const amounts = '\nMontant HT de la prestation : 10 000,00 €\nMontant TTC : 12 000,00 €'
  const boxes = '[X] La vérification d’aptitude est prononcée sans réserve\n[ ] La vérification d’aptitude est refusée'
  const signed = 'Fait à Bourg, le 10/03/2023\nNom, signature et cachet :'
  test.each([
    'Annexe 4 – Attestation de vérification d’aptitude',
    'Vérification d’aptitude – formulaire',
    'Dispositif SONS | Procès-verbal de recette',
  ])('«%s»', (title) => {
    for (const more of ['', amounts]) {
      const { type, montantHT } = read(`${title}\n1. Identification\n${fields}${more}\n${boxes}\n${signed}`)
      expect([type.valeur, type.sure, montantHT]).toEqual(['VA', true, null])
    }
  })
  test('without a title, the order that it names is none', () => {
    expect(read(`1. Identification\n${fields}${amounts}\n${boxes}\n${signed}`).type.valeur).toBe('VA')
  })
  test.each(['Annexe 4 – Attestation de vérification d’aptitude', 'PJ : attestation de VA'])(
    'an invoice that encloses «%s» stays one',
    (enclosed) => {
      const { type } = read(`FACTURE N° F7\nDate : 15/03/2023\n${table}\n${enclosed}`)
      expect([type.valeur, type.sure]).toEqual(['FACTURE', true])
    },
  )
})

describe('[guide §3.1 typeFichier] a letter without a title that asks to be paid', () => {
  const sums = ['Total HT : 10 000,00 €', 'TVA 20 % : 2 000,00 €', 'Total TTC : 12 000,00 €']
  const pay = [
    'Nous vous remercions de procéder au règlement avant le 16/04/2023 par virement (IBAN FR76 9990 0000 0199 0001 2345 678).',
    'Merci de régler par virement à réception, IBAN FR76 9990 0000 0199 0001 2345 678. Indemnité pour frais de recouvrement : 40 €.',
  ]
  test.each(pay)('«%s»', (asked) => {
    for (const said of [
      'N/Réf. : facture F7\nNous vous prions de trouver le détail de nos prestations.',
      'Nous avons le plaisir de vous facturer la prestation Ségur suivante.',
    ])
      for (const told of [sums.join('\n'), `${sums.join(', ').toLowerCase()}.`]) {
        const { type, dateFacture, montantHT } = read(`Bourg, le 15/03/2023\n${said}\n${told}\n${asked}`)
        expect([type.valeur, type.sure, dateFacture?.valeur, montantHT?.valeur]).toEqual([
          'FACTURE',
          false,
          '15/03/2023',
          10_000_00,
        ])
      }
  })
  test('what only offers stays an offer', () => {
    expect(read(`Bourg, le 15/03/2023\nDevis n° D7\n${sums.join('\n')}\n${pay[0] ?? ''}`).type.valeur).toBeNull()
  })
})

describe('[guide §3.1] who decides that a logiciel is fit, and who only tests it', () => {
  const signed = 'Fait à Lyon, le 10/03/2023\nCachet et signature'
  test.each(['Décision', 'Notification', 'Constat', 'Avis', 'Bulletin', 'Confirmation', 'Prononcé'])(
    '«%s de vérification d’aptitude» is an attestation',
    (word) => {
      for (const title of [`${word} de vérification d’aptitude`, `Objet : ${word} de vérification d’aptitude – LAB`])
        expect(read(`${title}\nJe prononce la vérification d’aptitude du logiciel.\n${signed}`).type).toMatchObject({
          valeur: 'VA',
          sure: true,
        })
    },
  )

  test.each(['Fiche de recette technique', 'Rapport de recette', 'Compte rendu de mise en service'])(
    '«%s» in which nobody says so is none for sure',
    (title) => {
      expect(read(`${title}\nTests réalisés sur le poste de la salle 2\n${signed}`).type.sure).toBe(false)
    },
  )
})

describe('[guide §3.1 typeFichier] a form or a table on which each site is found fit', () => {
  const grille = `Groupe         Laboratoire X     Signataire   Dr Exemple
Dossier        FINBIO000123      Date VA      22/03/2024
N° FINESS      Site        Ville      DMP    MSS    Conclusion
990001018      Nord        Lyon       [X]    [X]    VA prononcée
990001026      Sud         Lyon       [X]    [X]    VA prononcée
[X] Sans réserve   [ ] Avec réserve
Visa et date : 29/03/2024`
  const bordereau = `Éditeur du logiciel :   Y SAS
Commande :              CDE-22-119 du 21/09/2022
VA prononcée le :       12 mars 2023
FINESS géographique     Site      Commune     Avis
990001018               Nord      Lyon        favorable
Les fonctions exigées ont été contrôlées en exploitation réelle.
Signature :`
  const named = [
    'Bordereau de vérification d’aptitude (VA)',
    'GRILLE DE VÉRIFICATION D’APTITUDE – LOGICIEL DE BIOLOGIE (SÉGUR)',
    'Tableau récapitulatif de vérification d’aptitude',
    'Fiche VA',
    'Check-list d’aptitude',
    'Résultat de la vérification d’aptitude',
    'Relevé de VA par site',
  ]
  test.each(named.flatMap((title) => [grille, bordereau].map((body) => [title, body])))('«%s»', (title, body) => {
    expect(read(`Laboratoire Z\n\n${title}\n\n${body}`).type).toMatchObject({ valeur: 'VA', sure: true })
  })
  test.each(['V.A. – Ségur biologie', 'Retour du laboratoire', 'Quitus', 'LABORATOIRE Z'])(
    '«%s» says nothing: the words of the form do, in doubt',
    (title) => {
      for (const body of [grille, bordereau])
        expect(read(`${title}\n\n${body}`).type).toMatchObject({ valeur: 'VA', sure: false })
    },
  )
  test.each(['Plan de vérification d’aptitude', 'Cahier de vérification d’aptitude'])(
    '«%s» that nobody filled in is none for sure',
    (title) => {
      expect(read(`${title}\n\nScénario 1 : créer un patient\nScénario 2 : lancer une analyse`).type.sure).toBe(false)
    },
  )
  test('an invoice with such a table on it stays one', () => {
    const { type } = read(`FACTURE N° F7\nDate : 15/03/2023\n${table}\n${grille}`)
    expect(type.valeur).toBe('FACTURE')
  })
})

describe('[guide §3.1 typeFichier] an invoice by whatever name', () => {
  const paid = `${table}\nRèglement par virement, IBAN FR76 9990 0000 0199 0001 2345 678`
  test.each([
    'Note de débit n° 4',
    'NOTE D’HONORAIRES',
    'Facturation Ségur',
    'MÉMOIRE N° 4',
    'Avis des sommes à payer',
    'Titre de recettes n° 4',
    'Tax invoice No 4',
    'Invoice / Facture',
    'FAC-2023-12',
    'Récapitulatif de facturation',
  ])('«%s»', (title) => {
    expect(read(`X SAS\n\n${title}\n\nBourg, le 15/03/2023\n${paid}`).type).toMatchObject({
      valeur: 'FACTURE',
      sure: true,
    })
  })
  test.each(['Décompte', 'Appel de fonds', 'Demande de paiement', 'Prestations Ségur', 'X SAS', 'Doc. 12'])(
    '«%s»: who asks for totals to be paid sends one, in doubt',
    (title) => {
      const { type, dateFacture, montantHT } = read(`${title}\n\nBourg, le 15/03/2023\n${paid}`)
      expect([type.valeur, type.sure, dateFacture?.valeur, montantHT?.valeur]).toEqual([
        'FACTURE',
        false,
        '15/03/2023',
        10_000_00,
      ])
    },
  )
  test.each(['Estimation', 'Offre', 'Chiffrage', 'Rappel de facture', 'Rappel n° 2', 'Bordereau de prix'])(
    '«%s» is none',
    (title) => {
      expect(read(`X SAS\n\n${title}\n\nBourg, le 15/03/2023\n${paid}`).type.valeur).toBeNull()
    },
  )
})
