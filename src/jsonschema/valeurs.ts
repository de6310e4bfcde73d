import { finessPattern } from '../dossier/finess'
import type { TagEcrit, TypeAjout } from '../format/modele'
import { fileNameChar } from '../format/names'
import { profil } from '../format/profil'
import { jourPattern } from './jourPattern'
import { constante, liste, rien, texte, type Schema } from './schema'

const { longueurs } = profil
const exactly = (length: number): Schema => ({ minLength: length, maxLength: length })
const oneOf = (words: readonly string[]) => `(?:${words.join('|')})`

/** A pièce's name with these types and extensions. guide §3.3 */
export const nomPiecePattern = (
  types: readonly string[] = profil.typesFichier,
  extensions: readonly string[] = Object.values(profil.extensions),
) =>
  `^${profil.couloir}-${profil.logiciel}-${oneOf(profil.vagues)}-${oneOf(types)}-` +
  `${fileNameChar}{${longueurs.numeroEditeur}}\\.${oneOf(extensions)}$`

// Letters of any script are left to the rule: Python's validators know no `\p{L}`.
const notInAdresse = String.raw`\s@<>(),;:\[\]\\`
const notInDomaine = String.raw`\s!-,./:-@\[-\x60{-~`
const adressePattern = `^[^${notInAdresse}]+@(?:[^${notInDomaine}]+\\.)+[^${notInDomaine}]{2,}$`

/** An address of a mailbox. guide §3.2 */
export const adresse = texte({ maxLength: longueurs.adresseMax, pattern: adressePattern })

/**
 * What each tag's value must be by itself (format §3). The lists of demandes and pièces have a shape of their own:
 * `items` of the two is the caller's.
 */
export const valeurs = (ligne: Schema, piece: Schema, beneficiaire: Schema | null): Record<TagEcrit, Schema> => ({
  impId: rien,
  numeroAns: texte({ ...exactly(longueurs.numeroAns), pattern: `^${fileNameChar}*$` }),
  SIRET: texte({ pattern: `^[0-9]{${longueurs.SIRET}}$` }),
  lignesImport: liste(ligne, { minItems: 1, maxItems: profil.demandesMax }),
  numLigne: { type: 'integer', minimum: 1, maximum: profil.demandesMax },
  typeAction: constante(profil.typeAction),
  numeroASP: texte({ ...exactly(longueurs.numeroASP), pattern: `^${profil.prefixeNumeroASP}.*\\S$` }),
  numeroEditeur: texte({ ...exactly(longueurs.numeroEditeur), pattern: `^${fileNameChar}*$` }),
  dateFacture: texte({ pattern: jourPattern }),
  montantSegurHTFacture: {
    type: 'number',
    minimum: 0.01,
    // Past it a reader no longer has it to the cent.
    maximum: Number.MAX_SAFE_INTEGER / 100,
    $comment: 'Écrit avec deux décimales exactement (27450.00) : un schéma ne voit que la valeur.',
  },
  beneficiaires: liste(beneficiaire ?? finess, { minItems: 1, uniqueItems: true }),
  FINESS: finess,
  piecesJustificatives: liste(piece, {
    minItems: profil.typesFichier.length,
    maxItems: profil.typesFichier.length,
  }),
  nomFichier: texte({ maxLength: longueurs.nomFichierMax, pattern: nomPiecePattern() }),
  formatFichier: { enum: Object.keys(profil.extensions) },
  typeFichier: { enum: profil.typesFichier },
  lienCompteRendu: rien,
  isDirectToDMP: { type: 'boolean' },
  identDMP: liste(texte({ minLength: 1, maxLength: longueurs.identDMPMax, pattern: String.raw`\S` }), {
    uniqueItems: true,
  }),
  isDirectToMSSPro: { type: 'boolean' },
  adresseBoiteMSSPro: { type: ['string', 'null'] },
  isDirectToMSSCitoyen: { type: 'boolean' },
  adresseBoiteMSSCitoyen: { type: ['string', 'null'] },
  codeTraitement: rien,
  libelleTraitement: rien,
})

const finess = texte({ pattern: finessPattern.source })

/** What a tag that a modèle adds may hold: what the clerk typed for it, as the writer makes of it. format §7 */
export const valeursAjout: Record<TypeAjout, Schema> = {
  texte: { type: ['string', 'null'] },
  nombre: { type: ['number', 'string', 'null'] },
  booleen: { type: ['boolean', 'string', 'null'] },
  libre: { type: ['boolean', 'number', 'string', 'null'] },
}
