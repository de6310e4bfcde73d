import { describe, expect, test } from 'vitest'
import { exampleContenu } from '../examplePage'
import { readContenu } from '../readContenu'

const typeOf = (text: string) => {
  const { valeur, sure } = readContenu(exampleContenu(text)).type
  return [valeur, sure]
}
const totals = `
Désignation                  Qté    Montant HT
Prestation Ségur SGL         1      10 000,00 €

                    Total HT        10 000,00 €
                    TVA 20 %         2 000,00 €
                    Total TTC       12 000,00 €`

describe('[guide §3.1 typeFichier] a letter of reminder quotes an invoice and is none', () => {
  const quote = `     Facture       Date           Échéance       Montant TTC     Reste dû
     23-588        28/04/2023     28/05/2023     10 440,00 €     7 830,00 €`
  const quotes = [quote, 'Facture n° 23-588 du 28/04/2023 : 10 440,00 € TTC']
  test.each([
    'Objet : relance – facture échue n° 23-588 du 28/04/2023\nSauf erreur de notre part, la facture ci-dessous reste impayée à ce jour :',
    'Objet : facture 23-588 – relance\nSauf erreur ou omission de notre part, nous n’avons pas reçu votre règlement.',
    'Rappel de paiement\nNous n’avons pas enregistré le règlement de la facture suivante, merci d’y procéder sous huitaine.',
    'DEUXIÈME RELANCE\nLa facture suivante demeure impayée. Merci de la régler sous 8 jours.',
    'Objet : votre compte\nSauf erreur de notre part, la facture échue ci-après reste impayée. Dernière relance avant contentieux.',
    'LETTRE DE RELANCE\nNous restons sans nouvelles de vous ; la facture suivante est toujours impayée.',
    'Relance n° 2\nNous n’avons toujours pas reçu le paiement de votre facture échue, à régler sans délai.',
    'Madame, Monsieur,\nRelance : sauf erreur de notre part, cette facture reste non réglée.',
    'Mise en demeure\nLa facture ci-dessous est impayée malgré notre relance ; sous huitaine, sans quoi un recouvrement suivra.',
    'Objet : rappel de facture\nVotre facture échue demeure impayée à ce jour. Merci de la régler dans les meilleurs délais.',
  ])('%s', (words) => {
    const slip =
      'Talon à joindre à votre chèque\nN° client      N° facture      Date facture      Net à payer\n0042250        23-588          28/04/2023        7 830,00 €'
    for (const text of quotes.flatMap((said) => [
      `X SAS\n\nBourg, le 20/06/2023\n${words}\n${said}`,
      `X SAS\n\n${words}\n${said}\n${slip}`,
    ]))
      expect(typeOf(text)[0]).toBeNull()
  })

  test.each([
    'Pénalités exigibles sans mise en demeure. Aucune relance préalable n’est nécessaire.',
    'Sauf erreur de notre part, cette facture est à régler sous 8 jours.',
    'Reste dû : 12 000,00 € – à régler sans délai',
  ])('an invoice stays one whatever its terms: %s', (terms) => {
    expect(typeOf(`FACTURE N° 7\nDate : 15/03/2023\n${totals}\n${terms}`)).toEqual(['FACTURE', true])
  })
})

describe('[guide §3.1 typeFichier] a message that says that it is an attestation is one', () => {
  const table =
    'N°    FINESS ET      Site      VA le\n1     990001018      Nord      09/11/2023\n2     990001026      Sud       24/11/2023'
  test.each([
    'Le présent message vaut attestation de VA pour l’ensemble des sites.',
    'Ce courriel vaut procès-verbal de vérification d’aptitude.',
    'Ce mail tient lieu d’attestation de vérification d’aptitude.',
    'Message valant PV de VA, site par site.',
    'Le présent courrier vaut attestation de vérification d’aptitude.',
    'Ce mail fait office d’attestation (VA).',
    'Le présent tableau vaudra attestation de VA.',
    'Réponse valant certificat de vérification d’aptitude.',
    'Tableau tenant lieu d’attestation de VA.',
    'Ce message vaut\nattestation de VA.',
  ])('%s', (words) => {
    expect(typeOf(`De : Dr Exemple\nObjet : VA groupe – tableau par site\nBonjour,\n${words}\n${table}`)[0]).toBe('VA')
  })
  test('a message that says that it is an invoice is one', () => {
    expect(typeOf(`Bonjour,\nCe message tient lieu de facture.\nFACTURE 7\nDate : 15/03/2023\n${totals}`)[0]).toBe(
      'FACTURE',
    )
  })
})

describe('[guide §3.1 typeFichier] a block of labels in larger letters names no other document', () => {
  const block = (label: string, value: string) => [
    'FACTURE N°          23-00502',
    'Émise le            3 avril 2023',
    'Livraison           27/03/2023',
    `${label.padEnd(20)}${value}`,
    'Compte client       0039908',
  ]
  test.each([
    ['Commande', 'CF 88/2022 du 15/12/2022'],
    ['Contrat', 'C-2022-117'],
    ['Bon de commande', 'BC 12 du 15/12/2022'],
    ['Devis', 'D 2022 118 accepté'],
    ['Convention', 'n° 4 du 12/01/2022'],
    ['Bon de livraison', 'BL 2023 8'],
    ['Proposition', 'P 44 / 2022'],
    ['Offre', 'O 44 – v2'],
    ['Commande client', 'CC 9 (12/2022)'],
    ['Ordre de service', 'OS 2 du 02/01/2023'],
  ])('%s: %s', (label, value) => {
    const contenu = exampleContenu(`X SAS\n${block(label, value).join('\n')}\n${totals}`)
    const pages = contenu.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.y < 100 ? { ...item, hauteur: 11, y: item.y - 1 } : item)),
    }))
    expect(readContenu({ ...contenu, pages }).type.valeur).toBe('FACTURE')
  })
})

describe('[guide §3.1 typeFichier] what asks for money and calls itself an invoice', () => {
  const lines =
    'Logiciel SGL, version Ségur ................................. 12 100,00\nMontant net H.T. ............................................ 12 100,00'
  test.each([
    'APPEL DE CONTRIBUTION – FACTURE',
    'Appel de fonds – Facture',
    'APPEL DE COTISATION - FACTURE N° 12',
    'Demande de paiement – facture n° 12',
    'APPEL DE QUOTE-PART | FACTURE',
    'Note de frais partagés – Facture',
    'Avis d’échéance – Facture',
    'CONTRIBUTION AUX CHARGES – FACTURE',
    'Participation aux frais : facture',
    'Cotisation annuelle – Facture n° 12',
  ])('%s', (title) => {
    const { type, dateFacture, montantHT } = readContenu(
      exampleContenu(
        `SYLABO\n${title}\nNuméro .................................. SY/0091/23\nDate de la pièce ........................ 21/09/2023\nÉchéance : 21/10/2023\n\n${lines}\nOpération exonérée de TVA (article 261 B du CGI).`,
      ),
    )
    expect([type.valeur, dateFacture?.valeur, montantHT?.valeur]).toEqual(['FACTURE', '21/09/2023', 12_100_00])
  })
  test.each([
    'Attestation de service fait – facture n° 12',
    'Bon de commande – facture',
    'Avis de virement – facture n° 12 du 3 mai',
  ])('«%s» is none for sure', (title) => {
    expect(typeOf(`X SAS\n${title}\n${lines}`)).not.toEqual(['FACTURE', true])
  })
})
