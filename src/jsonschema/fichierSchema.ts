import { libelles } from '../dossier/champs'
import { modeleParDefaut, type Case, type Modele, type TagEcrit } from '../format/modele'
import { profil } from '../format/profil'
import { linksOf, nameOf } from './liens'
import { liste, type Schema } from './schema'
import { valeurs, valeursAjout } from './valeurs'

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })

/**
 * The JSON Schema (2020-12) of a deposit's file, in the shape of the modèle, the guide's without one: tags, lengths and
 * limits are those of the profile and of the rules. What the writer writes passes, as long as no rule was passed over.
 * Keys, sums and what lies between demandes are beyond a schema. format §2, format §3, format §7
 */
export function fichierSchema(modele: Modele = modeleParDefaut): Schema {
  const alone = valeurs(ref('demande'), ref('piece'), modele.beneficiaire && ref('beneficiaire'))
  const known: Record<TagEcrit, Schema> = {
    ...alone,
    lignesImport: { ...alone.lignesImport, allOf: [ref('rangs')] },
    piecesJustificatives: { ...alone.piecesJustificatives, allOf: oneOfEachType(modele) },
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:solde-bio-sgl:demande-de-solde',
    title: `Demande de solde ${profil.couloir}-${profil.logiciel}`,
    description:
      'Le fichier JSON d’un dépôt sur le portail de l’ASP. Outil indépendant, sans lien avec l’ASP ni l’ANS.',
    ...shapeOf(modele.entete, known),
    $defs: {
      demande: shapeOf(modele.ligne, known),
      piece: shapeOf(modele.piece, known),
      ...(modele.beneficiaire && { beneficiaire: shapeOf(modele.beneficiaire, known) }),
      rangs: rangsOf(modele),
    },
  }
}

function shapeOf(cases: readonly Case[], known: Record<TagEcrit, Schema>): Schema {
  const links = linksOf(cases)
  return {
    type: 'object',
    properties: Object.fromEntries(cases.map((one) => [one.nom, schemaOf(one, known)])),
    required: cases.map(({ nom }) => nom),
    additionalProperties: false,
    ...(links.length > 0 && { allOf: links }),
  }
}

function schemaOf(one: Case, known: Record<TagEcrit, Schema>): Schema {
  if (one.kind === 'ajout') return valeursAjout[one.type]
  if (one.kind === 'tag') {
    const title = Object.entries(libelles).find(([champ]) => champ === one.tag)?.[1]
    return { ...(title !== undefined && { title }), ...known[one.tag] }
  }
  const bloc = shapeOf(one.cases, known)
  return one.liste ? liste(bloc, { minItems: 1, maxItems: 1 }) : bloc
}

/** One pièce of each type. guide §3.1 */
function oneOfEachType({ piece }: Modele): readonly Schema[] {
  const name = nameOf('typeFichier', piece)
  if (name === null) return []
  return profil.typesFichier.map((typeFichier) => ({
    type: 'array',
    contains: { type: 'object', properties: { [name]: { const: typeFichier } }, required: [name] },
    minContains: 1,
    maxContains: 1,
  }))
}

/** numLigne is the demande's rank. Where a modèle nests it, it is only a number. */
function rangsOf({ ligne }: Modele): Schema {
  const name = nameOf('numLigne', ligne)
  if (name === null) return { type: 'array' }
  return {
    type: 'array',
    prefixItems: Array.from({ length: profil.demandesMax }, (_, index) => ({
      type: 'object',
      properties: { [name]: { const: index + 1 } },
    })),
  }
}
