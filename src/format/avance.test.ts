import { expect, test } from 'vitest'
import { readFichier } from './readFichier'

const read = (ligne: object) => {
  const lecture = readFichier(JSON.stringify({ numeroAns: '1234567890', lignesImport: [ligne] }))
  if (!lecture.ok || lecture.kind !== 'avance') throw new Error('no avance')
  return { avance: lecture.avances[0], inconnues: lecture.rapport.inconnues }
}

test('[format §7] reads the numbers, the FINESS and the purchase order of a demande d’avance', () => {
  const { avance, inconnues } = read({
    numeroEditeur: '00001',
    numeroASP: 'FINBIO000006',
    commande: { dateCommande: '01/02/2023', montantSegurHTCommande: 30000 },
    beneficiaires: { structure: { FINESSGeo: '999999991' } },
  })
  expect(avance).toEqual({
    rang: 1,
    numeroEditeur: '00001',
    numeroASP: 'FINBIO000006',
    beneficiaires: ['999999991'],
    montantSegurHTCommande: '30000.00',
    dateCommande: '01/02/2023',
  })
  expect(inconnues).toEqual([])
})

test.each([
  [{ commande: { montantSegurHT: 30000.5 } }, '30000.50'],
  [{ commande: { montantSegurHTBonCommande: '30 000,00' } }, '30 000,00'],
  [{ COMMANDE: [{ MONTANTSEGURHTCOMMANDE: 30000 }] }, '30000.00'],
  [{ dateCommande: '01/02/2023', montantSegurHTCommande: 30000 }, '30000.00'],
  [{ commande: { dateCommande: '01/02/2023' } }, ''],
])('[format §7] reads the purchase order of %j', (ligne, montant) => {
  expect(read({ numeroEditeur: '00001', ...ligne }).avance).toMatchObject({
    numeroASP: '',
    numeroEditeur: '00001',
    montantSegurHTCommande: montant,
  })
})

test('[format §7] an advance file that the portal answered is still one of advances', () => {
  expect(read({ commande: { montantSegurHT: 1 }, codeTraitement: '0000' }).avance?.montantSegurHTCommande).toBe('1.00')
})
