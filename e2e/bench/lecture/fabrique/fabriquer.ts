import type { Attendu } from '../manifest'
import { createAffaire } from './affaire'
import { attestationBlocs } from './attestation'
import { createChance, type Chance } from './chance'
import { createPlume, showJour, showPoint } from './ecrire'
import { factureBlocs } from './facture'
import type { Bloc } from './feuille'
import type { Fabrique } from './parties'
import { drawRegime } from './totaux'

/** A document before it is drawn, and what a person reads in it. */
export interface Document {
  nom: string
  blocs: Bloc[]
  attendu: Attendu
  chance: Chance
}

const autres = [
  'DEVIS N° {n}',
  'BON DE COMMANDE',
  'Facture pro forma',
  'Bon de commande n° {n}',
  'PROPOSITION COMMERCIALE',
  'BON DE LIVRAISON',
]

const shows = (blocs: readonly Bloc[], texte: string) => JSON.stringify(blocs).includes(texte)

/** One made document: an invoice or an attestation, now and then neither. The same seed gives the same document. */
export function fabriquer(seed: number, reserve: boolean): Document {
  const chance = createChance(seed)
  const kind = chance.one(['facture', 'facture', 'facture', 'facture', 'facture', 'va', 'va', 'va', 'autre'] as const)
  const affaire = createAffaire(chance, chance.yes(0.12) ? 30 : chance.int(1, 6))
  const plume = createPlume(chance)
  const fabrique: Fabrique = { affaire, chance, reserve, plume }
  const attendu: Attendu = {
    dateFacture: null,
    montantHT: null,
    siret: null,
    finess: affaire.sites.map(({ finess }) => finess),
    finbio: affaire.finbio,
    classification: null,
  }
  const nom = `${kind}-${seed}.pdf`
  if (kind === 'autre')
    return {
      nom,
      chance,
      attendu: { ...attendu, siret: affaire.fournisseur.siret },
      blocs: factureBlocs(fabrique, 'normal', chance.one(autres)),
    }
  if (kind === 'va') {
    const blocs = attestationBlocs(fabrique)
    const siret = shows(blocs, plume.siret(affaire.fournisseur.siret)) ? affaire.fournisseur.siret : null
    return { nom, chance, blocs, attendu: { ...attendu, siret, classification: 'VA' } }
  }
  const invoice = {
    dateFacture: showJour(affaire.date),
    montantHT: showPoint(affaire.ht),
    siret: affaire.fournisseur.siret,
    classification: 'FACTURE',
  } as const
  return { nom, chance, attendu: { ...attendu, ...invoice }, blocs: factureBlocs(fabrique, drawRegime(chance)) }
}
