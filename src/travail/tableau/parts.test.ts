import { expect, test } from 'vitest'
import { feuilleTexte } from '../../tableau/feuille'
import { proposer } from '../../tableau/proposer'
import { createGate, exampleTravail, settled } from '../examplePorts'

const rows = [
  ['N° éditeur', 'Dossier ASP', 'Date facture', 'Montant HT', 'FINESS'],
  ['00001', 'FINBIO000001', '15/03/2023', '8000', '990001018'],
]

async function openTableau() {
  const window = exampleTravail()
  const gate = createGate()
  window.ports.tableaux = {
    ...window.ports.tableaux,
    read: (fichier) =>
      Promise.resolve({
        ok: true,
        valeur: {
          ok: true,
          nom: fichier.name,
          feuilles: [feuilleTexte('', rows)],
          meilleure: 0,
          listes: [0],
          masquees: [],
          reprise: null,
        },
      }),
    propose: async (demande) => {
      await gate.pass()
      return { ok: true, valeur: proposer(demande) }
    },
  }
  await window.travail.session.beginDepot()
  const tableaux = await window.travail.tableaux()
  await tableaux.open(new File([''], 'suivi.csv'))
  return { window, tableaux, gate }
}

test('[tableau] what was said of a table a moment before «Importer» counts, though it is still being worked out', async () => {
  const { window, tableaux, gate } = await openTableau()
  gate.shut()
  tableaux.setCommun('adresseBoiteMSSPro', 'labo@exemple.mssante.fr')
  const confirmed = tableaux.confirm()
  await settled()
  expect(window.dossier().demandes).toEqual([])
  await gate.open()
  await confirmed
  expect(window.dossier().demandes.map(({ saisie }) => saisie.adresseBoiteMSSPro)).toEqual(['labo@exemple.mssante.fr'])
})

test('[tableau] nothing is imported before the clerk has confirmed, and all of it is taken back at once', async () => {
  const { window, tableaux } = await openTableau()
  expect(window.dossier().demandes).toEqual([])
  await tableaux.confirm()
  expect(window.dossier().demandes.map(({ saisie }) => saisie.numeroEditeur)).toEqual(['00001'])
  window.travail.undo()
  expect(window.dossier().demandes).toEqual([])
})
