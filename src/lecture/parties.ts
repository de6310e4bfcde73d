// Words that name the two parties of a sale, on folded text: parts of patterns, each said once.

/** What the one who sells is called. */
export const vendeur = 'fournisseur|prestataire|vendeur|editeur|titulaire'

/** What leads to the name of the one who sold. */
export const fourniPar = String.raw`fourni(?:e|t|s)? par|vendu par|\b(?:livre|edite|installe|propose|facture|realise|deploye)e?s? par`

/** What a laboratory calls itself, at the beginning of its name. */
export const laboratoire =
  'selas|selarl|selafa|selca|sel|scm|scp|laboratoires?|lbm|labo|biologie medicale|centres? hospitaliers?|centre de biologie|institut de biologie|ch[iu]?|hopital|hopitaux|clinique|groupement interlabo|groupe hospitalier'
