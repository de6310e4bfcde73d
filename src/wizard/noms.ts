/** A name as it is known from outside, with straight apostrophes; what is seen has typographic ones. */
export const nomFixe = (texte: string) => texte.replaceAll('’', "'")
