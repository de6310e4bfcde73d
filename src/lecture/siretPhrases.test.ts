import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const [own, other] = ['73282932000074', '35600000000048']
const siretOf = (text: string) => readContenu(exampleContenu(text)).siretFournisseur

describe('[guide §3.2 siretFournisseur] a sentence of an attestation', () => {
  test.each([
    `ATTESTATION DE VÉRIFICATION D’APTITUDE\nFormulaire à compléter par le client et à retourner à Softlab Ouest – Siret ${own}\n\nLaboratoire   SCM Labo du Midi\nFINESS ET   990001018`,
    `ATTESTATION DE VÉRIFICATION D’APTITUDE\nDocument à renvoyer signé par le laboratoire à Softlab Ouest, SIRET ${own}\n\nLaboratoire   SCM Labo du Midi\nFINESS ET   990001018`,
    `SELAS Inovie\n\nCertificat de vérification d’aptitude\n\nSELAS Inovie, représenté par Sabine V, certifie que la solution éditée par\n              Nuvobio SAS · SIRET ${own}\na été installée et déclarée apte.\n\n\n          Pour le laboratoire (SIRET ${other})`,
    `SELARL Labo du Docteur A\nSIRET ${other}\n\n\nATTESTATION DE VÉRIFICATION D’APTITUDE\n\nJe soussigné Dr H, biologiste responsable de SELARL Laboratoire du Docteur A,\ncertifie avoir procédé, en présence d’un technicien de la société Artélia (SIRET ${own.slice(0, 3)}\n${own.slice(3, 6)} ${own.slice(6, 9)} ${own.slice(9)}), à la vérification d’aptitude du logiciel\n\nFINESS ET 990001018`,
    `CERTIFICAT DE VÉRIFICATION D’APTITUDE\n\nLa société Logilab Carmin, SIRET ${own}, et SELAS Médibio Garances\n(12 rue X, 99163 M) constatent que le logiciel est apte.\nSites (FINESS géographique)\n990001018`,
    `CENTRE HOSPITALIER DE V\nSIRET ${other}\n\n\nPROCÈS-VERBAL DE VÉRIFICATION D’APTITUDE\n\nTitulaire du marché : MEDIGEST SA – SIRET ${own}\nSite : FINESS 990001018`,
    `Laboratoire : LABO Z\nSIRET : ${other}\n\nAttestation de vérification d’aptitude\n\nRaison sociale du prestataire :  MEDIGEST\nSIRET :                          ${own}\nFINESS géographique : 990001018`,
    `CENTRE HOSPITALIER DE V\nSIRET ${other}\n\n\nCertificat de vérification d’aptitude\n\nJe soussigné X certifie que la vérification d’aptitude du logiciel acquis auprès de Coopérative\nLOGIBIO, 8 quai Z, 99070 ERMITAGE, SIRET ${own}, est prononcée.\nFINESS 990001018`,
    `CENTRE HOSPITALIER DE V\nSIRET ${other}\n\n\nDécision d’admission – vérification d’aptitude\n\nVu le marché conclu avec Coopérative LOGIBIO, 8 quai Z, 99070\nERMITAGE, SIRET ${own} ;\nFINESS 990001018`,
    `UNION DE LABORATOIRES\nSIRET ${other}\n\n\nAttestation de vérification d’aptitude\n\nNous attestons que la prestation fournie par BIOSYS OUEST S.A.S.\n(SIRET ${own}) a été exécutée.\nFINESS 990001018`,
    `Laboratoire Z\n8 rue X\n\nProcès-verbal de vérification d’aptitude\n\nLieferant / Fournisseur          Rheinlab GmbH – SIRET ${own}\nFINESS 990001018`,
    `SCP LABORATOIRE Z                                 Entreprise : TRANSALPIA\n11 chemin X                                       Siret ${own}\n99740 A\nSiret ${other}\n\nDécision de réception – vérification d’aptitude\nFINESS 990001018\nPour le maître d’ouvrage          Pour l’entreprise`,
  ])('names the supplier: %s', (text) => {
    expect(siretOf(text)).toMatchObject({ valeur: own, sure: true })
  })

  test.each([
    `Attestation de vérification d’aptitude\n\nNous certifions que la société Biolab (SIRET ${other}) utilise le logiciel OMEGA.\nFINESS 990001018`,
    `Attestation de vérification d’aptitude\n\nNous certifions que le logiciel est apte sur les sites de la société Biolab (SIRET ${other}).\nFINESS 990001018`,
    `Attestation de vérification d’aptitude\n\nJe soussigné X, représentant la société Biolab, SIRET ${other}, certifie que\nle logiciel est apte.\nFINESS 990001018`,
    `Attestation de vérification d’aptitude\n\nLa société Biolab, SIRET ${other}, atteste que\nle logiciel est apte.\nFINESS 990001018`,
    `Attestation de vérification d’aptitude\n\nÉmetteur : Biolab - SIRET ${other}\nle logiciel est apte.\nFINESS 990001018`,
    `Attestation de vérification d’aptitude\n\nFacture à adresser à Biolab, SIRET ${other}\nle logiciel est apte.\nFINESS 990001018`,
    `Attestation de vérification d’aptitude\n\nFormulaire à retourner par le fournisseur à Biolab, SIRET ${other}\nle logiciel est apte.\nFINESS 990001018`,
    `Attestation de vérification d’aptitude\n\nLogiciel installé auprès de la SELAS Biolab, SIRET ${other}, et déclaré apte.\nFINESS 990001018`,
    `Attestation de vérification d’aptitude\n\nDemande déposée auprès de l’ASP, SIRET ${other}.\nFINESS 990001018`,
    `Entreprise : BIOLAB\nSiret ${other}\n\nAttestation de vérification d’aptitude\nFINESS 990001018`,
  ])('names the client, or may do so: %s', (text) => {
    expect(siretOf(text)?.sure ?? false).toBe(false)
  })

  test.each([
    `Biosys\n8 rue X, 99000 Y\nSIRET ${own}\n\nVérification d’aptitude\nà remplir par l’adhérent – logiciel Lymbo\nFINESS 990001018`,
    `Biosys\n8 rue X, 99000 Y – SIRET ${own}\n\n\nVérification d’aptitude\nLe laboratoire Z reconnaît que la prestation commandée à\nBiosys a été exécutée.\nFINESS 990001018`,
  ])('on a supplier’s own form the letterhead’s is offered, in doubt: %s', (text) => {
    expect(siretOf(text)).toMatchObject({ valeur: own, sure: false })
  })
})
