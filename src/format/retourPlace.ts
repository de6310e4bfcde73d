import { profil, type TypeFichier } from './profil'
import { foldTag, tagsSaisis, type TagSaisi } from './tags'

/** A field that a rejection may speak of; FACTURE and VA are the two pièces. */
export type PlaceRetour = TagSaisi | TypeFichier

// Of the folded label: no space, no accent. «Facture» also stands in sentences on its date and its amount: it comes last.
const parMot: readonly (readonly [PlaceRetour, RegExp])[] = [
  ['beneficiaires', /finess|beneficiaire/],
  ['SIRET', /siret/],
  ['numeroAns', /(?:numero|reference|referencement)(?:del)?ans/],
  ['numeroEditeur', /(?:numero|identifiant)(?:del)?editeur/],
  [
    'numeroASP',
    new RegExp(
      `${profil.prefixeNumeroASP.toLowerCase()}|dossierasp|(?:numero|dossier)(?:del)?asp|numero(?:de)?dossier|avance`,
    ),
  ],
  ['montantSegurHTFacture', /montant|prix/],
  ['dateFacture', /date/],
  ['adresseBoiteMSSCitoyen', /msscitoyen|mssantecitoyen/],
  ['adresseBoiteMSSPro', /msspro|mssantepro/],
  ['identDMP', /dmp/],
  ['VA', /attestation|verificationdaptitude|piecejustificativeva|fichierva/],
]
const facture = /facture/

/** The field that a rejection's label speaks of, when it speaks of one only; else null. */
export function placeOf(libelle: string): PlaceRetour | null {
  const folded = foldTag(libelle)
  const tags = tagsSaisis.filter((tag) => folded.includes(foldTag(tag)))
  // A tag's name also holds words (`dmp`, `date`): it is not read twice.
  const rest = tags.reduce((text, tag) => text.replaceAll(foldTag(tag), ' '), folded)
  const mots = parMot.filter(([, pattern]) => pattern.test(rest)).map(([place]) => place)
  const [first, ...others] = new Set<PlaceRetour>([...tags, ...mots])
  if (first === undefined) return facture.test(rest) ? 'FACTURE' : null
  return others.length === 0 ? first : null
}
