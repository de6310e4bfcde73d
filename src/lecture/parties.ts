// Words that name the two parties of a sale, on folded text: parts of patterns, each said once.

/** What the one who sells is called. */
export const vendeur = 'fournisseur|prestataire|vendeur|editeur|titulaire|creancier|attributaire|cocontractant'

/** What a public client's own forms call it, or the office of it that fills them in. */
export const acheteurPublic =
  "debiteur|ordonnateur|pouvoir adjudicateur|acheteur public|personne publique|(?:entite|structure|collectivite) publique|comptable assignataire|maitre d'ouvrage|(?:service|etablissement|structure) (?:emett(?:eur|rice)|executant|acheteur|prescripteur|demandeur|gestionnaire)"

/** Papers that a client makes out: who issues one is the client, whom it is for the one who sells. */
export const imprime = String.raw`(?:du|de la|de l'|de ce|de cet(?:te)?|des) ?(?:bons?|commandes?|imprimes?|formulaires?|engagements?|mandats?|demandes?)\b`

/** What leads to the name of the one who sold. */
export const fourniPar = String.raw`fourni(?:e|t|s)? par|vendu par|\b(?:livre|edite|installe|propose|facture|realise|deploye)e?s? par`

/** What a laboratory calls itself, at the beginning of its name. */
export const laboratoire =
  'selas|selarl|selafa|selca|sel|scm|scp|laboratoires?|lbm|labo|biologie medicale|centres? hospitaliers?|centre de biologie|institut de biologie|ch[iu]?|hopital|hopitaux|clinique|groupement interlabo|groupe hospitalier'
