/** How cramped forms write the words of totals, on folded text, each with the word itself. */
const abreviations: readonly [RegExp, string][] = [
  [/\b(?:mt|mtt|mnt|mont|mtant)\b\.?/g, 'montant'],
  [/\bval\b\.?(?= (?:nette?|ht|hors)\b)/g, 'valeur'],
  [/\btot\b\.?/g, 'total'],
  [/\b(?:ss?|s)[/. -]{1,2}tot\b\.?/g, 'sous-total'],
  [/\btx\b\.?(?=$| |\d)/g, 'taux'],
  [/\b(?:acpte?s?|acpt|acc?\.|avce)(?:\b|(?<=\.))\.?/g, 'acompte'],
  [/\brem\.(?= |$|\d)/g, 'remise'],
  [/\b(?:a|net) pay\b\.?/g, 'net a payer'],
]

/** A folded label with the words of totals spelt out: «Mt final», «Tot. HT», «Acpte». */
export const spellOut = (plie: string) =>
  abreviations.reduce((label, [pattern, word]) => label.replace(pattern, word), plie)
