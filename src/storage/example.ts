import { exampleDossier } from '../dossier/example'
import type { Draft } from '../records/draft'
import type { DepotEntier } from '../records/depotTelecharge'

/** A draft of the guide's deposit (guide §3.1); `overrides` replace parts of it. */
export const exampleDraft = (overrides: Partial<Draft> = {}): Draft => ({
  id: 'b1',
  nom: 'Labo des Lilas',
  creeLe: '2023-03-14T09:00:00.000Z',
  modifieLe: '2023-03-15T13:32:00.000Z',
  dossier: exampleDossier(),
  etape: '#/demandes/1',
  extra: {},
  ...overrides,
})

/** The download of that deposit. */
export const exampleDepot = (overrides: Partial<DepotEntier> = {}): Omit<DepotEntier, 'deposeLe' | 'retour'> => ({
  id: 'h1',
  draftId: 'b1',
  nomJson: 'JSON-1234567890-20230320-001.json',
  nomZip: 'PJ-1234567890-20230320-001.zip',
  date: '2023-03-20T10:00:00.000Z',
  numeroAns: '1234567890',
  dateDepot: '20/03/2023',
  numeroFichier: '001',
  demandes: [
    {
      numeroASP: 'FINBIO000006',
      numeroEditeur: '00001',
      libelleInterne: '',
      centimes: null,
      beneficiaires: ['999999991'],
      pieces: [{ id: 'exemple-FACTURE', nomFichier: 'BIO-SGL-Val-FACTURE-00001.pdf' }],
    },
  ],
  json: '{}\n',
  empreinteZip: '',
  trace: '',
  verifies: [],
  passesOutre: [],
  ...overrides,
})
