import { expect, test } from 'vitest'
import type { Champ } from './champs'
import { showFaute } from './enonce'

const said = (champ: Champ, faute: string) => showFaute({ champ, message: { faute, remede: '' } })

test.each<[Champ, string]>([
  ['numeroEditeur', 'Numéro éditeur manquant.'],
  ['SIRET', 'SIRET manquant.'],
  ['montantSegurHTFacture', 'Montant supérieur au bon de commande (27 450,00 €).'],
  ['VA', 'Attestation de vérification d’aptitude manquante.'],
  ['beneficiaires', 'La clé de contrôle du FINESS 999999991 ne correspond pas.'],
  ['lignesImport', 'Aucune demande dans ce dépôt.'],
])('%s: a fault that names its field says it once', (champ, faute) => expect(said(champ, faute)).toBe(faute))

test.each<[Champ, string, string]>([
  ['numeroASP', '5 caractères au lieu de 12.', 'Numéro de dossier ASP : 5 caractères au lieu de 12.'],
  [
    'FACTURE',
    '« facture.png » est en réalité un fichier PDF.',
    'Facture : « facture.png » est en réalité un fichier PDF.',
  ],
  ['isDirectToDMP', 'Réponse manquante.', 'Envoi direct au DMP : Réponse manquante.'],
  [
    'adresseBoiteMSSPro',
    'Ce n’est pas une adresse de messagerie.',
    'Adresse de la boîte MSS Pro : Ce n’est pas une adresse de messagerie.',
  ],
  [
    'dateFacture',
    'Cette date n’existe pas ou ne peut pas être lue.',
    'Date de la facture : Cette date n’existe pas ou ne peut pas être lue.',
  ],
])('%s: «%s» is told with its field before it', (champ, faute, whole) => expect(said(champ, faute)).toBe(whole))
