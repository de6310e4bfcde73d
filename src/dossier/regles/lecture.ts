import type { Centimes } from '../../format/montant'
import { introduce } from '../../format/mots'
import { showEuros } from '../montant'
import { alerte } from './regle'

/** Rules on what the pièces themselves say, beside what is typed. */
export const reglesLecture = {
  montantTTC: alerte<{ montantHT: Centimes | null }>('§3.2', ({ montantHT }) =>
    montantHT === null
      ? { faute: 'C’est le montant TTC de la facture.', remede: 'On attend son total hors taxe.' }
      : { faute: 'C’est le montant TTC de la facture.', remede: `Son total HT est de ${showEuros(montantHT)}.` },
  ),
  montantAutre: alerte<{ montant: Centimes; montantHT: Centimes }>('§3.2', ({ montant, montantHT }) => ({
    faute: `La facture donne un autre total HT : ${showEuros(montantHT)}.`,
    remede: `Vous avez écrit ${showEuros(montant)} : comparez les deux.`,
  })),
  montantAbsent: alerte<{ montant: Centimes }>('§3.2', ({ montant }) => ({
    faute: `${showEuros(montant)} ne se trouve pas dans la facture.`,
    remede: 'Comparez avec son total hors taxe.',
  })),
  dateAutre: alerte<{ date: string; lue: string }>('§3.2', ({ date, lue }) => ({
    faute: `La facture est datée du ${lue}.`,
    remede: `Vous avez écrit ${date} : recopiez la date de la facture.`,
  })),
  dateAbsente: alerte<{ date: string }>('§3.2', ({ date }) => ({
    faute: `Le ${date} ne se trouve pas dans la facture.`,
    remede: 'Recopiez la date inscrite sur la facture.',
  })),
  finessManquants: alerte<{ manquants: readonly string[] }>('§3.2', ({ manquants }) =>
    manquants.length === 1
      ? {
          faute: `${manquants[0] ?? ''} est dans la facture et pas dans la liste.`,
          remede: 'Ajoutez-le si ce site a été équipé.',
        }
      : {
          faute: `${manquants.length} FINESS de la facture ne sont pas dans la liste.`,
          remede: `Ajoutez ceux des sites équipés : ${manquants.slice(0, 6).join(', ')}${manquants.length > 6 ? '…' : ''}.`,
        },
  ),
  factureSiret: alerte<{ lu: string; siret: string }>('§3.2', ({ lu, siret }) => ({
    faute: `La facture porte un autre SIRET : ${lu}.`,
    remede: `L’en-tête donne ${siret} : le fournisseur doit être celui de la facture.`,
  })),
  factureAvoir: alerte('§3.1', () => ({
    faute: 'Ce document est un avoir, pas une facture.',
    remede: 'Joignez la facture de la prestation Ségur.',
  })),
  facturePartielle: alerte<{ partielle: 'acompte' | 'situation' }>('§3.2', ({ partielle }) => ({
    faute: `Ce document est une facture ${partielle === 'acompte' ? 'd’acompte' : 'de situation'}, pas celle de toute la prestation.`,
    remede: 'Vérifiez que la prestation entière est facturée : le solde se demande sur son montant total.',
  })),
  factureNulle: alerte('§3.2', () => ({
    faute: 'Cette facture porte un total, ou un net à payer, de 0,00 €.',
    remede: 'Une telle facture est toujours refusée : joignez celle qui porte le montant de la prestation.',
  })),
  facturesPlusieurs: alerte<{ numeros: readonly string[]; somme: Centimes | null }>('§3.2', ({ numeros, somme }) => ({
    faute: `Ce fichier contient ${numeros.length} factures : ${numeros.slice(0, 4).join(', ')}${numeros.length > 4 ? '…' : ''}.`,
    remede: `${somme === null ? 'Leur somme est à déclarer' : `Leur somme HT est de ${showEuros(somme)} : déclarez-la`}, ou retirez du fichier celle d’une autre demande.`,
  })),
  factureDevise: alerte<{ devise: string }>('§3.2', ({ devise }) => ({
    faute: `Cette facture est en ${devise}, pas en euros.`,
    remede: 'Le montant à déclarer est en euros : vérifiez la facture.',
  })),
  pieceBlanche: alerte('§3.1', () => ({
    faute: 'Rien ne se voit sur les pages de ce document.',
    remede: 'Regardez-le, puis numérisez-le du bon côté ou exportez-le de nouveau.',
  })),
  pieceAutreType: alerte<{ lu: 'FACTURE' | 'VA' }>('§3.1', ({ lu }) =>
    lu === 'VA'
      ? {
          faute: 'Ce document est une attestation, pas une facture.',
          remede: 'Les deux pièces ont peut-être été inversées.',
        }
      : {
          faute: 'Ce document est une facture, pas une attestation.',
          remede: 'Les deux pièces ont peut-être été inversées.',
        },
  ),
  pieceAutreDocument: alerte<{ raison: string }>('§3.1', ({ raison }) => ({
    faute: 'Ce document ne ressemble pas à la pièce attendue.',
    remede: introduce('Vérifiez-le', `${raison}.`),
  })),
  pieceNumeroASP: alerte<{ lu: string; typed: string }>('§3.2', ({ lu, typed }) => ({
    faute: `Ce document cite le dossier ${lu}.`,
    remede: `La demande porte ${typed} : la pièce est peut-être celle d’un autre dossier.`,
  })),
} as const
