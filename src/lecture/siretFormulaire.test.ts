import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const [own, other] = ['73282932000074', '35600000000048']
const siretOf = (text: string) => readContenu(exampleContenu(text)).siretFournisseur
const at = (left: string, right: string) => `${left.padEnd(50)}${right}`.trimEnd()
const totals =
  '\n\n\nPrestation Ségur SGL     1    10 000,00 €\nTotal HT   10 000,00 €\nTVA 20 %   2 000,00 €\nTotal TTC   12 000,00 €'

describe('[guide §3.2 siretFournisseur] on a form of the client’s own', () => {
  test.each([
    `${at('Établissement émetteur de l’imprimé', 'Cadre réservé à la DAF')}\nCentre hospitalier de V\n99705 C\nSIRET ${other}\n\n\nFACTURE DU TITULAIRE\n\n${at('Fournisseur / titulaire', 'N° SIRET du fournisseur')}\n${at('MEDIGEST SA', own)}\n8 quai Z${totals}`,
    `${at('CENTRE HOSPITALIER DE V', 'FACTURE n° 7')}\n1 rue de l’Hôpital\n99705 C\nSIRET ${other}\n\n\nTiers :           MEDIGEST SA\nSIRET :           ${own}${totals}`,
    `${at('Débiteur', 'Créancier')}\n${at('CH DE V', 'MEDIGEST SA')}\n${at('1 rue de l’Hôpital', '8 quai Z')}\n${at('SIRET ' + other, 'SIRET ' + own)}\n\nFacture n° 7${totals}`,
    `Ordonnateur : CH de V\nSIRET : ${other}\nCréancier : MEDIGEST SA\nSIRET : ${own}\n\nFacture n° 7${totals}`,
    `${at('Pouvoir adjudicateur', 'Entreprise titulaire')}\n${at('CH DE V', 'MEDIGEST SA')}\n${at('SIRET ' + other, 'SIRET ' + own)}\n\nFacture n° 7${totals}`,
    `GHT VAL-DE-LUNE\nDirection des achats\nSIRET ${other}\n\n\n${at('Prestataire', 'SIRET')}\n${at('MEDIGEST SA', own)}\n\nFacture n° 7${totals}`,
    `${at('Émetteur du bon', 'Destinataire du bon')}\n${at('CH DE V', 'MEDIGEST SA')}\n${at('SIRET ' + other, 'SIRET ' + own)}\n\nFacture n° 7${totals}`,
    `CH de V - SIRET ${other} - Direction des systèmes d’information\n\n\nSociété :        MEDIGEST SA\nAdresse :        8 quai Z\nSIRET :          ${own}\n\nFacture n° 7${totals}`,
    `Centre hospitalier de V\nSIRET ${other}\n\n\nFournisseur      MEDIGEST SA         SIRET       ${own}\nFacture n° 7${totals}`,
    `Structure publique    CH de V     SIRET   ${other}\nFournisseur           MEDIGEST    SIRET   ${own}\nFacture n° 7${totals}`,
    `Facture n° 7\nInformations du fournisseur\nIdentifiant (SIRET) : ${own}\nRaison sociale : MEDIGEST SA\nInformations du destinataire\nIdentifiant (SIRET) : ${other}\nRaison sociale : CH DE V${totals}`,
    `Service émetteur : DSIO – CH DE V\nSIRET : ${other}\n\nTitulaire du marché : MEDIGEST SA\nSIRET : ${own}\n\nFacture n° 7${totals}`,
    `HÔPITAUX DE V\n1 rue\nSIRET ${other}\n\n\nBON DE COMMANDE n° 7 du 01/02/2023\n\nFournisseur n° 00123\nMEDIGEST SA\n8 quai Z\nSIRET ${own}${totals}`,
    `CERTIFICAT POUR PAIEMENT\n\n${at('Comptable assignataire : Trésorerie', 'Bénéficiaire du paiement')}\n${at('Centre Hospitalier de V', 'Créancier : MEDIGEST SA')}\n${at('SIRET ' + other, 'SIRET ' + own)}\n\nFacture n° 7${totals}`,
    `Émetteur de la commande :  CH de V     N° SIRET :  ${other}\nTitulaire :                MEDIGEST    N° SIRET :  ${own}\n\nFacture n° 7${totals}`,
    `A - Identification du pouvoir adjudicateur\nCHU de Z\nSIRET : ${other}\n\nB - Identification du titulaire du marché public\nMEDIGEST SA\nSIRET : ${own}\n\nFacture n° 7${totals}`,
    `VENDEUR                                           ACHETEUR\nMEDIGEST SA                                       CH de V\nSIRET ${own}                              SIRET ${other}\n\nFacture n° 7${totals}`,
    `GHT DU LAC\n\nPartie          Raison sociale       SIRET\nAcheteur        CH DE V              ${other}\nTitulaire       MEDIGEST             ${own}\n\nFacture n° 7${totals}`,
    `               Acheteur             Titulaire\nNom            CH DE V              MEDIGEST\nSIRET          ${other}       ${own}\n\nFacture n° 7${totals}`,
    `Centre hospitalier de V\nN° SIRET : ${other}\nN° d’engagement : 4587\n\n\nIdentité du créancier\nMEDIGEST SA\nN° SIRET : ${own}\n\nFacture n° 7${totals}`,
  ])('the supplier’s is the one that the form calls so: %s', (form) => {
    expect(siretOf(form)).toMatchObject({ valeur: own, sure: true })
  })

  test.each([
    `Établissement émetteur\nGHT V\n99705 C\nSIRET ${other}\n\nFACTURE DU TITULAIRE n° 7\n\nFournisseur\nMEDIGEST SA\n8 quai Z${totals}`,
    `Émetteur du bon de commande\nDirection X\nSIRET ${other}\n\nFacture n° 7\nFournisseur : MEDIGEST SA${totals}`,
    `Direction X\nSIRET : ${other}\nTitulaire : MEDIGEST SA\n\nFacture n° 7${totals}`,
    `Pouvoir adjudicateur : Z\nNotre SIRET : ${other}\n\nFacture n° 7 du titulaire${totals}`,
    `CENTRE HOSPITALIER DE V\nCode fournisseur 123\nSIRET ${other}\n\nFacture n° 7 du titulaire${totals}`,
  ])('the client’s own is never sure: %s', (form) => {
    expect(siretOf(form)?.sure ?? false).toBe(false)
  })
})
