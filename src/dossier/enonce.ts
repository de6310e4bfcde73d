import { introduce } from '../format/mots'
import { isTypeFichier, profil } from '../format/profil'
import { libelles, type Champ } from './champs'
import type { Constat } from './constat'

/** How a fault's own words name its field; fields without a line here are never named by them for sure. */
const designations: Partial<Record<Champ, RegExp>> = {
  numeroAns: /numéro (?:de référencement )?ANS/i,
  SIRET: /\bSIRET\b/,
  dateDepot: /\bdépôt\b/i,
  numeroFichier: /numéro de fichier/i,
  lignesImport: /\bdemandes?\b/i,
  zip: /\bzip\b/i,
  numeroASP: new RegExp(`dossier ASP|${profil.prefixeNumeroASP}`, 'i'),
  numeroEditeur: /numéro éditeur/i,
  dateFacture: /date de la facture|la facture est/i,
  montantSegurHTFacture: /\bmontant\b|\bHT\b/i,
  montantCommande: /bon de commande/i,
  beneficiaires: /\bFINESS\b/,
  identDMP: /\bidentifiants?\b/i,
}

/** A place of a pièce is named by the first word it is known by: «Facture», «Attestation». */
const designationOf = (champ: Champ) =>
  isTypeFichier(champ) ? new RegExp(libelles[champ].split(' ')[0] ?? '', 'i') : designations[champ]

/** A fault where its field does not stand beside it: in its own words when they name the field, else after its name. */
export function showFaute({ champ, message: { faute } }: Pick<Constat, 'champ' | 'message'>): string {
  // What stands in quotes is someone else's: a file's name, what was typed, what the portal said.
  if (designationOf(champ)?.test(faute.replace(/«[^»]*»/g, ''))) return faute
  return introduce(libelles[champ], faute)
}
