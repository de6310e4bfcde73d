import type { Fichier, LigneImport, PieceJustificative, ScenarioInstallation } from './fichier'
import { jsonArray, jsonBoolean, jsonNull, jsonNumber, jsonObject, jsonText, type Json } from './json'
import {
  modeleParDefaut,
  type Case,
  type Ecrits,
  type Modele,
  type TagEcrit,
  type TypeAjout,
  type ValeursFixes,
} from './modele'
import { writeMontant } from './montant'
import { profil } from './profil'
import type { TagDe, tagsParPlace } from './tags'
import { writeJson } from './writeJson'

/** A value for each tag of a part of the file: a tag without one does not compile. */
type Valeurs<Of extends TagEcrit> = Readonly<Record<Of, Json>>

const textOrNull = (text: string | null) => (text === null ? jsonNull : jsonText(text))

const scenarioOf = (scenario: ScenarioInstallation): Valeurs<(typeof tagsParPlace.scenarioInstallation)[number]> => ({
  isDirectToDMP: jsonBoolean(scenario.isDirectToDMP),
  identDMP: jsonArray(scenario.identDMP.map(jsonText)),
  isDirectToMSSPro: jsonBoolean(scenario.isDirectToMSSPro),
  adresseBoiteMSSPro: textOrNull(scenario.adresseBoiteMSSPro),
  isDirectToMSSCitoyen: jsonBoolean(scenario.isDirectToMSSCitoyen),
  adresseBoiteMSSCitoyen: textOrNull(scenario.adresseBoiteMSSCitoyen),
})

const pieceOf = ({ nomFichier, formatFichier, typeFichier }: PieceJustificative): Valeurs<TagDe<'piece'>> => ({
  nomFichier: jsonText(nomFichier),
  formatFichier: jsonText(formatFichier),
  typeFichier: jsonText(typeFichier),
})

const ligneOf = (
  ligne: LigneImport,
  index: number,
  modele: Modele,
  fixes: ValeursFixes,
): Valeurs<Ecrits<TagDe<'ligne'>>> => ({
  numLigne: jsonNumber(String(index + 1)),
  typeAction: jsonText(profil.typeAction),
  numeroASP: jsonText(ligne.numeroASP),
  numeroEditeur: jsonText(ligne.numeroEditeur),
  dateFacture: jsonText(ligne.facture.dateFacture),
  // A number of JavaScript would lose its zeros: the literal is carried as text to the end.
  montantSegurHTFacture: jsonNumber(writeMontant(ligne.facture.montantSegurHTFacture)),
  beneficiaires: jsonArray(
    ligne.beneficiaires.map((finess) =>
      modele.beneficiaire ? writeCases(modele.beneficiaire, { FINESS: jsonText(finess) }, fixes) : jsonText(finess),
    ),
  ),
  piecesJustificatives: jsonArray(
    ligne.piecesJustificatives.map((piece) => writeCases(modele.piece, pieceOf(piece), fixes)),
  ),
  lienCompteRendu: jsonNull,
  ...scenarioOf(ligne.scenarioInstallation),
  codeTraitement: jsonNull,
  libelleTraitement: jsonNull,
})

const writeCases = <Of extends TagEcrit>(cases: readonly Case<Of>[], valeurs: Valeurs<Of>, fixes: ValeursFixes): Json =>
  jsonObject(cases.map((one) => ({ name: one.nom, value: writeCase(one, valeurs, fixes) })))

function writeCase<Of extends TagEcrit>(one: Case<Of>, valeurs: Valeurs<Of>, fixes: ValeursFixes): Json {
  if (one.kind === 'tag') return valeurs[one.tag]
  if (one.kind === 'ajout') {
    const typed = Object.hasOwn(fixes, one.chemin) ? (fixes[one.chemin] ?? '') : ''
    return writeAjout(typed.trim(), one.type)
  }
  const bloc = writeCases(one.cases, valeurs, fixes)
  return one.liste ? jsonArray([bloc]) : bloc
}

/** The value typed for an added tag, as the modèle's sample is: a text stays one; without a sample, by its look. */
function writeAjout(typed: string, type: TypeAjout): Json {
  if (typed === '' || typed === 'null') return jsonNull
  if (type !== 'texte') {
    if (type !== 'nombre' && (typed === 'true' || typed === 'false')) return jsonBoolean(typed === 'true')
    if (type !== 'booleen' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(typed)) return jsonNumber(typed)
  }
  return jsonText(typed)
}

/**
 * The file's text: tags in the order, spelling and nesting of the modèle, the guide's without one; two spaces of
 * indentation, LF, one final newline. format §2, format §7
 */
export function writeFichier(
  fichier: Fichier,
  modele: Modele = modeleParDefaut,
  valeursFixes: ValeursFixes = {},
): string {
  const lignes = fichier.lignesImport.map((ligne, index) =>
    writeCases(modele.ligne, ligneOf(ligne, index, modele, valeursFixes), valeursFixes),
  )
  const entete: Valeurs<TagDe<'entete'>> = {
    impId: jsonNull,
    numeroAns: jsonText(fichier.numeroAns),
    SIRET: jsonText(fichier.SIRET),
    lignesImport: jsonArray(lignes),
  }
  return `${writeJson(writeCases(modele.entete, entete, valeursFixes))}\n`
}
