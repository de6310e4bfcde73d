import { expect, test } from 'vitest'
import { libelles, type Champ } from './champs'
import { showFaute } from './enonce'
import { exampleMessages } from './exampleMessages'

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
  ['isDirectToDMP', 'Réponse manquante.', 'Envoi direct au DMP : réponse manquante.'],
  [
    'adresseBoiteMSSPro',
    'Ce n’est pas une adresse de messagerie.',
    'Adresse de la boîte MSS Pro : ce n’est pas une adresse de messagerie.',
  ],
  [
    'dateFacture',
    'Cette date n’existe pas ou ne peut pas être lue.',
    'Date de la facture : cette date n’existe pas ou ne peut pas être lue.',
  ],
  ['FACTURE', 'Ce document cite le dossier FINBIO000007.', 'Facture : ce document cite le dossier FINBIO000007.'],
  [
    'VA',
    'C’est un message : l’ASP attend sa pièce jointe.',
    'Attestation de vérification d’aptitude – c’est un message : l’ASP attend sa pièce jointe.',
  ],
])('%s: «%s» is told with its field before it', (champ, faute, whole) => expect(said(champ, faute)).toBe(whole))

test.each(exampleMessages)(
  'what %s says, told of any field, has one colon at most and no capital after it',
  (_, message) => {
    for (const champ of Object.keys(libelles) as Champ[])
      for (const phrase of showFaute({ champ, message })
        .replace(/«[^»]*»/g, '')
        .split(/(?<=[.!?…])\s/)) {
        expect(phrase.match(/\s:\s/g)?.length ?? 0).toBeLessThan(2)
        expect(phrase).not.toMatch(/\s[:–]\s\p{Lu}[\p{Ll}’ ]/u)
      }
  },
)
