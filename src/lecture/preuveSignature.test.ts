import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const read = (text: string) => readContenu(exampleContenu(text))
const finessOf = (text: string) => read(text).finess.map(({ valeur }) => valeur)
const totals =
  'Prestation Ségur SGL    1    10 000,00 €\n\nTotal HT   10 000,00 €\nTVA 20 %   2 000,00 €\nTotal TTC   12 000,00 €'
const facture = `Facture n° 7\nDate : 15/03/2023\n\n${totals}\n\n\n`
const attestation =
  'Attestation de vérification d’aptitude\nJe soussigné certifie le logiciel apte.\nSites équipés (FINESS) :\n990001018 Site Nord\n990001026 Site Sud\n\n'

describe('[guide §3.2 beneficiaires] the proofs of an electronic signature are no sites', () => {
  test.each([
    'Signataire 1 : 990001042',
    'Identifiant du document : 990001042',
    'ID document : 990001042',
    'Horodatage 990001042',
    'Piste d’audit\nSignataire     990001042\n2     990001034',
    'Journal des preuves\n990001042 ouverture\n990001034 signature',
    'Certificat n° 990001042',
    'Empreinte SHA-256 : 990001042',
    'Transaction 990001042',
  ])('below a list: %s', (preuve) => {
    expect(finessOf(attestation + preuve)).toEqual(['990001018', '990001026'])
  })

  test('where no list is', () => {
    const preuves = 'Empreinte SHA-256 990001026\nIdentifiant de transaction 990001034\nSignataire 1 : 990001042'
    expect(finessOf(facture + preuves)).toEqual([])
  })
})

test.each(['Horodatage : 20/03/2023 10:12:04', 'Scellé le 20/03/2023 à 10:12', 'Timestamp 20/03/2023 10:12'])(
  '[guide §3.2 dateFacture] a day of the signature is none of the invoice: %s',
  (preuve) => {
    expect(read(facture + preuve).dateFacture).toMatchObject({ valeur: '15/03/2023', sure: true })
    expect(read(`Facture n° 7\n\n${totals}\n\n\n${preuve}`).dateFacture).toBeNull()
  },
)
