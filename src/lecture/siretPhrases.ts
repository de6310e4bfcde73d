import { laboratoire, vendeur } from './parties'

/** One of the two parties of a sale. */
export type Party = 'fournisseur' | 'client'

const nomme = String.raw`[^.;()]{2,90}?[ ,(–-]+(?:n[°o]\.? ?(?:de )?)?siret(?: n[°o]\.?)?[ :]*$`
const phrases: readonly (readonly [Party, RegExp])[] = [
  ['client', new RegExp(String.raw`\bpar (?:le |la |l')?(?:${laboratoire})\b${nomme}`)],
  ['client', new RegExp(String.raw`\b(?:nous|je),? (?:soussignee?s?,? )?(?!.*\bpar\b)${nomme}`)],
  ['client', new RegExp(String.raw`(?:command|pay|regl|sign|exploit|represent)ee?s? par (?!.*\bpar\b)${nomme}`)],
  [
    'fournisseur',
    new RegExp(String.raw`(?:command(?:e|ee|es|ees)?|passee?)\b[^.;]{0,60} (?:a|aupres de) (?:la societe )?${nomme}`),
  ],
  [
    'fournisseur',
    new RegExp(
      String.raw`\b(?:fourni|vendu|realis|livr|edit|install|deploy|propos|factur|developp|concu|distribu)[a-z]*\b[^.;]{0,60}\bpar ${nomme}`,
    ),
  ],
  ['fournisseur', new RegExp(String.raw`\bpar (?:la societe |l'editeur )${nomme}`)],
  [
    'fournisseur',
    new RegExp(
      String.raw`\b(?:aupres de|conclue?s? avec|passee?s? avec) (?!(?:la |le |l'|les )?(?:${laboratoire}|asp|agence|client)\b)(?:la societe )?${nomme}`,
    ),
  ],
  [
    'fournisseur',
    new RegExp(
      String.raw`\b(?:solution|logiciel|progiciel|sgl|systeme)\b[^.;()]{0,60} de (?:la societe |l'editeur )${nomme}`,
    ),
  ],
]

/** The party that a sentence with a SIRET in it speaks of; `phrase` ends where the number begins. */
export const partyOfPhrase = (phrase: string): Party | null => {
  // The dots of «S.A.S.» end no sentence.
  const whole = phrase.replace(sigle, (signs) => signs.replaceAll('.', ''))
  return phrases.find(([, pattern]) => pattern.test(whole))?.[0] ?? null
}

/** «S.A.S.», «S.A.R.L.». */
export const sigle = /\b(?:[a-z]\.){2,6}/g

const renvoi = String.raw`\ba (?:retourner|renvoyer|restituer|remettre|transmettre|adresser|envoyer)\b[^.;:]{0,50}?`
/** What the one who sold is to send. */
const envoi = new RegExp(String.raw`${renvoi} par (?:le |l'|la societe )?(?:${vendeur})\b.* a ${nomme}`)
/** A form «à retourner à X – SIRET»: who gets it back is who sold, unless it is an invoice that is to be sent. */
const retour = new RegExp(String.raw`${renvoi} a (?!.*(?:\b(?:par|client|service|${laboratoire})\b))${nomme}`)
const societe = new RegExp(
  String.raw`\b(?:la )?societe (?!selas|selarl|selafa|laborat|de biologie)[^.;()]{2,60}?[ ,(–-]+(?:n[°o]\.? ?)?siret[ :]*$`,
)
const verbe = /\b(?:certifi|attest|constat|declar|confirm|prononc|reconnai|reconnu|recepti)[a-z]*\b/g
/** «En présence d’un technicien de la société X» has come from elsewhere. */
const duVendeur =
  /\b(?:presence|avec|assiste|techniciens?|techniciennes?|ingenieurs?|consultants?|formateurs?|intervenants?|equipes?|logiciel|solution|\bsgl)\b[^.;]{0,40}$/
/** «Dans la société X», «sur les sites de la société X» is where it was installed; «représentant la société X» who writes. */
const duClient =
  /\b(?:dans|chez|pour|sur|represent\w+|dirigea\w+|(?:sein|nom|compte|sites?|locaux|laboratoires?|etablissements?|plateaux?|biologistes?|gerante?|presidente?|directeur|directrice) de) $/

/**
 * Weight for the supplier of whom an attestation's sentence names beside the laboratory that writes it: whom the form goes
 * back to, and a company behind the verb of what is attested, or together with a laboratory. 0 where it tells nothing.
 */
export function weighOfAttestation(phrase: string, behind: string): number {
  if (envoi.test(phrase)) return -4
  if (retour.test(phrase) && !/\bfactures?\b/.test(phrase)) return 4
  const named = societe.exec(phrase)
  if (!named) return 0
  const before = phrase.slice(0, named.index)
  const verb = [...before.matchAll(verbe)].at(-1)
  if (verb === undefined) return ensemble.test(behind) ? 4 : 0
  if (duClient.test(before)) return 0
  return duVendeur.test(before.slice(verb.index)) ? 4 : 1
}
const ensemble = new RegExp(String.raw`^[ ,)]{0,3}(?:et|ainsi que|d'une part,? et) (?:le |la |l')?(?:${laboratoire})\b`)
