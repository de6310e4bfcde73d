import { cleanTexte } from './texte'

/**
 * What the portal says of one demande. `sansReponse`: neither code nor label yet. `aVerifier`: an answer that does not
 * tell for certain; a person has to read it. guide §1.2
 */
export type Issue = 'acceptee' | 'rejetee' | 'sansReponse' | 'aVerifier'

// Used by the ASP's other exchanges.
const codeAccepte = '0000'

// An é that went through the wrong alphabet: foreign signs («Ã©», «?», «‚», «├®», U+FFFD), an escape, or nothing at all.
const broken = String.raw`(?:&(?:eacute|#0*233|#x0*e9);?|\\u00e9|\+aok-|(?:[=%](?:c3|e9|a9)){1,2}|[^a-z0-9]{0,8})`
const accepte = new RegExp(`^demande[^a-z0-9]*accept(?:${broken}e|é|e[^a-z0-9]{0,3}e)s?[^a-z0-9]*$`)

// An acceptance may be said in other words than the guide's; with one of the latter it is none.
const favorable = /accept|valid|enregistr|prise? en compte|conforme|recevable|succes|\bok\b|traitee?\b/
const defavorable =
  /\b(?:non|pas|ne|ni|deja|impossible)\b|\bn['’]|\b(?:ir|in|im)(?:accept|valid|recevable|conforme|complet|connu|correct|existant)|rejet|refus|erreur|manqu|absent|doit|doivent|obligatoire|incoheren|trop/

const lower = (text: string) => cleanTexte(text).normalize('NFC').toLowerCase().trim()
const withoutAccents = (text: string) => text.normalize('NFD').replace(/(?<=[a-z])\p{M}+/gu, '')

/** The portal's code and label of one demande → what they say of it. Only what is certain is accepted or rejected. format §7 */
export function readIssueRetour({
  codeTraitement,
  libelleTraitement,
}: {
  codeTraitement: string
  libelleTraitement: string
}): Issue {
  if (codeTraitement === '' && libelleTraitement === '') return 'sansReponse'
  if (codeTraitement === codeAccepte) return 'acceptee'
  const text = lower(libelleTraitement)
  if (accepte.test(text)) return 'acceptee'
  const libelle = withoutAccents(text)
  if (libelle === '') return /[1-9a-z]/i.test(codeTraitement) ? 'rejetee' : 'aVerifier'
  if (defavorable.test(libelle)) return 'rejetee'
  const letters = libelle.match(/[a-z]/g)?.length ?? 0
  return favorable.test(libelle) || letters < 4 ? 'aVerifier' : 'rejetee'
}
