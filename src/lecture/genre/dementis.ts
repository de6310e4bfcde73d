const boite = /\[[ x]?\]|[☐☑☒□■❏▢]/
const objet = String.raw`(?:\b(?:verification d'aptitude|v\.?a\.?|l'aptitude|recette|mise en ordre de marche)(?![a-z]))`
const dementi = new RegExp(
  [
    // «La VA n'a pu être prononcée», «l'aptitude n'est pas prononcée», «sera prononcée ultérieurement».
    String.raw`${objet}[^.;:]{0,80}\b(?:n'(?:est|a|ont|etait|avait)\b[^.;:]{0,25}\b(?:pas|point|pu)\b|ne (?:peut|pourra|sera|sont)\b|(?:est|a ete|sera|reste|serait|se trouve) (?:donc |ainsi |encore )?(?:report|refus|ajourn|differ|suspend|rejet|repouss|annul)|sera (?:prononc|realis|effectu)|(?:report|refus|ajourn|differ|repouss)e{1,2}s?\b)`,
    String.raw`\b(?:refus(?:e|ons|ent)?|report(?:e|ons|ent|er)?|ajourn(?:e|ons|ent|er)?|differ(?:e|ons|ent|er)) (?:de (?:prononcer )?)?(?:a une date ulterieure )?(?:la |l'|notre |votre )?${objet}`,
    String.raw`\b(?:nous retourner|bien vouloir (?:prononcer|signer|completer)|pas encore recu)\b[^.;]{0,80}(?:attestation|${objet})`,
  ].join('|'),
)

/** Said of other sites than those that are left out. */
const prononce =
  /\bprononc(?:e|ons|ent) (?:[a-z ]{0,30}\b)?(?:la|l')|\b(?:a|ont) (?:bien )?ete prononcee?|\best (?:donc |ainsi )?prononcee?|\bavoir prononce|\b(?:est|sont) (?:declaree?s? )?aptes?\b|\breconnai(?:t|ssons) l'aptitude|\bva prononcee?\b/

/**
 * Whether a folded text says that the vérification d'aptitude is refused, put off or still asked for, and nowhere that it is
 * pronounced; what stands beside boxes to tick is not said.
 */
export function isRefused(texte: string): boolean {
  const said = texte
    .split('\n')
    .filter((ligne) => !boite.test(ligne))
    .join(' ')
    .replace(/\s+/g, ' ')
  return dementi.test(said) && !prononce.test(said)
}

/** A folded title of a paper that only prepares, refuses or puts off what an attestation says. */
export const isRefusedTitle = (plie: string) =>
  /\b(?:refus|rejet|ajournement|report|suspension|annulation|retrait|non[- ]aptitude|inaptitude|convocation|specimen|vierge|brouillon|projet d[e'])/.test(
    plie,
  )

/** Whether a folded text says of itself that it is no invoice, or no valid one. */
export const isNoInvoice = (texte: string) =>
  /\b(?:n'est pas|ne (?:vaut|constitue|represente|tient pas lieu de|saurait)\b.{0,20}?) ?(?:pas )?(?:lieu )?(?:de |d')?(?:une )?facture\b|\bne (?:vaut|tient|constitue) pas\b.{0,12}\bfacture\b|\bnot an invoice\b|(?:^|\n)\W*specimen\W*(?:\n|$)|\bsans valeur (?:comptable|fiscale)\b/.test(
    texte,
  )
