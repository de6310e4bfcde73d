/** What a document says of one site of its list; `indecis`: something that can't be told from its text. */
export type Etat = 'retenu' | 'exclu' | 'indecis'

/** What places that are equipped, visited or received are called, on folded text. */
export const lieu =
  'sites?|etablissements?|laboratoires?|labos?|lbm|plateaux?|antennes?|implantations?|structures?|centres?|points? de prelevements?'

const acte =
  'recu|demontre|commence|active|migre|bascule|mis a jour|apte|prononce|equipe|livre|retenu|concerne|eligible|raccorde|inclu|compri|valide|conforme|accepte|installe|deploye|verifie|receptionne|admis|finance|demarre|teste|operationnel'
const nie = new RegExp(
  String.raw`\b(?:non|pas)(?: encore)?(?: ete)?(?: mis en (?:service|production)| (?:${acte}|coche|marque|realise|fait|signe|presente|teste|visite))`,
)
const ecarte =
  /\b(?:refus(?:e|ee|es|ees)|ajourne\w*|reporte(?:e|s|es)?|differe(?:e|s|es)?|rejet\w+|inaptes?|defavorables?|en attente|en suspens|exclu(?:e|s|es)?|annule(?:e|s|es)?|suspendue?s?|abandonne\w*|ecarte(?:e|s|es)?|retire(?:e|s|es)?|ulterieur\w*|cede(?:e|s|es)?|fermeture|(?:raye|barre|biffe|desinstalle|depose|resilie|radie|neutralise|transfere|demenage|vendu|dissou[st])(?:e|s|es)?|hors (?:du |de la |de )?(?:perimetre|champ|presente|liste|service|programme|demande|marche|convention|segur|vague|financement)|a (?:revoir|refaire|reprendre|verifier|recetter|reprogrammer|replanifier)|ne (?:fait|font) (?:pas|plus) partie|rejected|excluded|deferred|postponed|pending|not (?:accepted|ready|installed|deployed|delivered|live|started))\b/
/** What is yet to be done says so behind a site; before its number it heads a list of what is sold. */
const aVenir =
  /\ba (?:installer|deployer|livrer|equiper|planifier|programmer|tester|venir|faire)\b|(?:^|[,(:;/–-] ?|\breste(?:nt|ra|ront)? )a [a-z]{2,}(?:er|ir|re)\b|\bprevue?s? (?:en|le|pour|fin|debut|au)\b|\ben (?:cours|projet|travaux|preparation)\b|^(?:prevue?|planifie|programme|prochain)(?:e|s|es|nement)?\b|\b(?:prochaine?s?|seconde|deuxieme|2e|2eme) (?:vague|phase|tranche|lot|semestre|trimestre|campagne|annee|mois)\b|\bplus tard\b|\b(?:sera|seront) (?!facture)/
const fermeSansAccent = new RegExp(
  String.raw`(?:\b(?:${lieu}|est|etait|definitivement)|[,(–-]) ?ferme(?:e|s|es)?(?= (?:depuis|le \d|en|au|definitivement|pour)\b| *[,.;)]| *$)`,
)
const ferme = /(?<!\p{L})ferm(?:é|ée|és|ées)(?!\p{L})(?! (?:le (?:lun|mar|mer|jeu|ven|sam|dim)))/iu

/** Whether a text says that a site is closed: «Ferme-École» is a name. */
export const isFerme = (texte: string, plie: string) => ferme.test(texte) || fermeSansAccent.test(plie)

/** Whether words say that a site doesn't count; `derriere`: they stand behind its number. */
export const isEcarte = (texte: string, plie: string, derriere = true): boolean =>
  nie.test(plie) || ecarte.test(plie) || isFerme(texte, plie) || (derriere && aVenir.test(plie))

const retenu = new RegExp(
  String.raw`\b(?:oui|ok|favorable|accepted|passed|fait|sans reserve|mise? en (?:service|production)|${acte})`,
)

/** What words say of a site, of a column of boxes, or of the list below them; null where they tell nothing. */
export function sensOf(texte: string, plie: string): Exclude<Etat, 'indecis'> | null {
  if (isEcarte(texte, plie) || /^(?:non|n|ko)$/.test(plie.trim()) || /^(?:va )?non\b/.test(plie)) return 'exclu'
  return retenu.test(plie) ? 'retenu' : null
}

/** Both answers printed: which one is struck is drawn only. */
export const isAlternative = (plie: string): boolean =>
  /\boui\b[^a-z]{0,12}\bnon\b|\bnon\b[^a-z]{0,12}\boui\b|\b(?:recue?|apte|prononcee?|acceptee?)\b *[/|\t] *(?:refus|non |inapte|ajourn)/.test(
    plie,
  )

/** A box, or a cross, of a text. */
export interface Case {
  plein: boolean
  /** A cross may mean no where others have a tick. */
  croix: boolean
  debut: number
  fin: number
}

const vide = String.raw`[☐⬜◻❏❑❒□◯○⬚\uF0A8\uF06F\uF071\uF0A3\uF072]|\[[\s_.]{0,4}\]|\([\s_]{0,4}\)`
const coche = String.raw`[☑✓✔✅■◼▣●◉\uF0FE\uF0FC\uF052]|[\[(]\s{0,2}[✓✔]\s{0,2}[\])]`
const croix = String.raw`[☒☓✗✘✕✖❌⊠⊗\uF0FD\uF0FB\uF054\uF053\uF078]|[\[(]\s{0,2}[xX✗✘×*]\s{0,2}[\])]|(?<![^\t])\s?[xX×]\s?(?![^\t])`
const cases = new RegExp(`(?<vide>${vide})|(?<coche>${coche})|(?<croix>${croix})`, 'g')

/** The boxes of a text, ticked or not, in order; a cross that fills a cell of a row is one too. */
export const casesOf = (texte: string): Case[] =>
  [...texte.matchAll(cases)].map(({ 0: signs, index, groups }) => ({
    plein: groups?.vide === undefined,
    croix: groups?.croix !== undefined,
    debut: index,
    fin: index + signs.length,
  }))
