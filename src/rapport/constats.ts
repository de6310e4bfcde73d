import { chapitres, explications } from '../aide/regles/explications'
import { regles } from '../dossier/regles'
import { showInstant } from './dates'
import type { Ligne, Section } from './section'
import type { ConstatTrace, Trace } from './trace'

function resultatOf({ gravite, verifieLe, passeOutre }: ConstatTrace): string {
  if (gravite === 'erreur') return 'Erreur'
  if (passeOutre !== null) return verifieLe === null ? 'Règle passée outre' : 'Règle passée outre, vérifié'
  return verifieLe === null ? 'Alerte à vérifier' : 'Alerte, vérifié'
}

/** Everything found, each with what the clerk said of it. */
export const constatsOf = ({ constats }: Trace): Section => ({
  titre: 'Constats',
  colonnes: [
    { colonne: 'demande', nom: 'Demande' },
    { colonne: 'objet', nom: 'Champ' },
    { colonne: 'resultat', nom: 'Résultat' },
    { colonne: 'detail', nom: 'Constat' },
    { colonne: 'guide', nom: 'Guide' },
    { colonne: 'le', nom: 'Vérifié le' },
    { colonne: 'motif', nom: 'Raison de passer outre' },
  ],
  lignes: constats.map((found) => ({
    demande: found.numLigne === null ? '' : String(found.numLigne),
    objet: found.libelle,
    resultat: resultatOf(found),
    detail: `${found.faute} ${found.remede}`.trim(),
    guide: found.paragraphe,
    le: found.verifieLe === null ? '' : showInstant(found.verifieLe),
    motif: found.passeOutre ?? '',
  })),
  vide: 'Rien n’a été trouvé : toutes les règles ci-dessous sont respectées.',
})

/** Every rule that was checked, in the order of the help page, with its result. */
export function controlesOf({ constats, regles: checked }: Trace): Section {
  const done = new Set(checked)
  return {
    titre: 'Contrôles',
    colonnes: [
      { colonne: 'objet', nom: 'Règle' },
      { colonne: 'detail', nom: 'Portée' },
      { colonne: 'guide', nom: 'Guide' },
      { colonne: 'resultat', nom: 'Résultat' },
    ],
    lignes: chapitres.flatMap((chapitre) =>
      chapitre.regles
        .filter((nom) => done.has(nom))
        .map((nom): Ligne => ({
          objet: explications[nom].titre,
          detail: `${chapitre.titre}, ${regles[nom].gravite}`,
          guide: regles[nom].paragraphe,
          resultat: compte(constats.filter(({ regle }) => regle === nom)),
        })),
    ),
    vide: 'Aucune règle n’a été contrôlée.',
  }
}

/** `Rien à signaler`, or how often each result came up. */
function compte(found: readonly ConstatTrace[]): string {
  const results = new Map<string, number>()
  for (const one of found) results.set(resultatOf(one), (results.get(resultatOf(one)) ?? 0) + 1)
  if (results.size === 0) return 'Rien à signaler'
  return [...results].map(([resultat, count]) => (count > 1 ? `${resultat} (${count})` : resultat)).join(', ')
}
