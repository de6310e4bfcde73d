import type { Ligne } from './lines'

const common =
  /(?<![a-z])(?:de|la|le|les|du|des|et|en|pour|par|sur|au|aux|un|une|date|total|tva|ht|ttc|facture|montant|client|prix|siret|euros?|the|of|and|und|der|die|page|n|no|sas|sarl|sa|rue|avenue|attestation|service|somme|numero|avoir|devis|commande)(?![a-z])/g

/** Whether lines of text can be trusted to say what the page shows: fonts without a Unicode map give signs at random. */
export function isReadable(lignes: readonly Ligne[]): boolean {
  const text = lignes
    .slice(0, 400)
    .map(({ plie }) => plie)
    .join(' ')
    .slice(0, 20_000)
  const signs = text.replace(/\s/g, '')
  if (signs === '') return false
  const odd =
    signs.match(/[^a-z0-9\u0020-\u007e€£°«»·•–—…'’§№œæß×÷✉☎✓☐☑✔■●▪\u00a1-\u024f\u0370-\u05ff\u0600-\u06ff]/gu)
      ?.length ?? 0
  if (odd > signs.length / 5) return false
  const words = text.match(/[a-z]+/g) ?? []
  const known = text.match(common)?.length ?? 0
  return words.length < 12 || known * 40 >= words.length
}
