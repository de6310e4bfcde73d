// Accents where French has them: small ones not before capitals; capitals that begin words, others among capitals only.
const french = /[àâäçéèêëîïôöùûüœ](?![A-Z])|(?<![a-z])[ÀÂÇÉÈÊÎ]|(?<![a-z])[ËÏÔÖÙÛÜ](?![a-z])|[°«»’]/g

/** How many signs of a text stand where French has them: the right encoding gives the most. */
export const countFrench = (text: string): number => text.match(french)?.length ?? 0
