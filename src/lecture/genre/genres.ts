import { withoutJoursEnMots } from '../formesJour'
import type { Genre } from './genre'

const aptitude = /verification|aptitude|\bva\b|recette|bon fonctionnement|mise en service|service regulier|conforme/
const certificat =
  /^(?:attestation|proces[- ]?verbal|p\.? ?v\.?(?![a-z])|certificat|declaration|decision|notification|avis|constat|confirmation|prononce|bulletin|acceptation|admission|formulaire|fiche|rapport|compte[- ]rendu)\b/
/** Whatever the paper is called on which it is found fit: «Bordereau de vérification d’aptitude (VA)», «Grille VA». */
const papier =
  /^(?:bordereau|grille|tableau|feuille|feuillet|imprime|dossier|document|note|registre|liste|questionnaire|cahier|protocole|recapitulatif|synthese|livret|check[- ]?list|etat|acte|lettre|courrier|validation|annexe|modele|resultats?|conclusions?|suivi|quitus|visa|enregistrement|reception|releve|cr|accord|rapport|controle|avis|fiche|formulaire|bilan|bon|trame|support|plan|matrice|recueil|volet|memo)s?\b(?: (?!facture|commande|devis|livraison)[a-z'/()-]+){0,5}? ?(?:[-–:|] )?(?:(?:de |des |d')?(?:la |l')?verifications? (?:de l'|d')?aptitude|aptitude|\(?va\)?)\b/

/** What speaks of invoices that were sent before: reminders, statements of account, receipts, letters about a payment. */
const rang = String.raw`(?:(?:avis|lettre|courrier|premiere?|1 ?ere?|1 ?er|deuxieme|seconde?|2 ?e(?:me)?|2 ?nd|troisieme|3 ?e(?:me)?|dernier|derniere|ultime|simple|votre|notre|nouvelle?)(?: de | d'| ))*`
const relance = new RegExp(
  [
    String.raw`^${rang}(?:relance|rappel(?=$| n[°o]| ?[-–:(]| (?:de |du |d'|avant )?(?:votre |notre |vos |nos )?(?:paiements?|factures?|reglements?|echeances?|impayes?|mise en demeure))|mise en demeure)\b`,
    String.raw`^(?:avis|lettre|courrier|notification|constat) (?:avant|de|d')?\s?(?:poursuites?|retard|impaye|non[- ]paiement|defaut de paiement|contentieux)|^dernier avis\b`,
    String.raw`^retards? de (?:paiement|reglement)\b|^echeances? (?:depassees?|echues?|impayees?)|^impayes?\b`,
    String.raw`^(?:vos |nos |votre |notre )?factures?(?:\(s\))? (?:.{0,40}\b)?(?:relance|impayee?s?(?:\(s\))?|mise en demeure|echues?|en retard|en souffrance|en attente (?:de (?:reglement|paiement))|non (?:reglee|payee|soldee|lettree)s?|restant dues?|a regler|ouvertes?)\b`,
    String.raw`^(?:releve|etat|situation|extrait|liste|listing|recapitulatif|detail|point|balance|suivi|historique|solde|bordereau|journal|tableau)s? (?:agee? )?(?:de |des |d'|du |sur )?(?:la |l'|vos |votre |nos |notre )?(?:comptes?|factures|creances?|impayes?|encours|echeances?|reglements|paiements|ventes|clients?)\b`,
    String.raw`^balance (?:agee|clients?)|^grand[- ]livre|^encours (?:clients?|de|du)`,
    String.raw`^avis (?:de |d'|des )(?:virement|prelevement|reglement|paiement|versement|credit|debit)|^(?:echeancier|plan) de (?:paiement|reglement|remboursement)|^echeancier$`,
    String.raw`^(?:recu|quittance)(?:$| n[°o]| (?:de|pour|du) )|^accuse de reception (?:de |du |de votre )?(?:paiement|reglement|virement)|^(?:attestation|justificatif|preuve|confirmation) (?:de |du )(?:paiement|reglement|virement)`,
    String.raw`^(?:demande de |courrier de |lettre de |accord de |votre demande de )?(?:report|delai|differe)s? (?:d'|de |du |des )(?:echeances?|paiements?|reglements?|dates?)|^(?:demande|courrier|lettre) de report|^(?:contestation|reclamation|litige)\b`,
    String.raw`^(?:payment|overdue|final|friendly|first|second) (?:payment )?(?:reminder|notice)|^(?:account )?statement\b|^statement of account|^past due|^overdue|^payment (?:receipt|advice|confirmation)|^receipt\b|^remittance advice`,
  ].join('|'),
)

/** Titles, the more particular first; on folded text. */
const titres: readonly [Genre, (plie: string) => boolean][] = [
  ['relance', (plie) => relance.test(plie)],
  [
    'proforma',
    (plie) =>
      /^(?:facture\b.*)?\bpro[ -]?forma\b|^factures? (?:provisoire|previsionnelle|d'essai)|^(?:projet|brouillon|maquette|specimen) (?:de )?(?:la |votre )?facture|^pre-?factur/.test(
        plie,
      ),
  ],
  [
    'avoir',
    (plie) =>
      /^(?:facture[- ](?:d')?)?avoir(?:$| (?:n[°o.]|numero|client|commercial|sur|du\b|\S*\d))|^note de credit|^credit note/.test(
        plie,
      ),
  ],
  ['acompte', (plie) => /^(?:demande d'|facture (?:d'|de )?|facture - )(?:acompte|avance)\b|^acompte n/.test(plie)],
  ['situation', (plie) => /^(?:facture de )?situation (?:n[°o.]|de travaux|\d)|^facture de situation/.test(plie)],
  [
    'va',
    (plie) =>
      (certificat.test(plie) && (aptitude.test(plie) || /^(?:attestation|proces[- ]?verbal)$/.test(plie))) ||
      papier.test(plie) ||
      /^(?:[^,;]{3,60} [-–:|/] )?verification (?:de l'|d')?aptitude(?: ?\(?va\)?)?(?: [-–|/][^\d:]*)?$|^recette (?:definitive|provisoire|du logiciel)/.test(
        plie,
      ),
  ],
  [
    'commande',
    (plie) =>
      /^(?:votre |notre )?(?:bon de commande|commande (?:n|client|fournisseur)|commande$|confirmation de commande|accuse de reception|ordre de service|purchase order|order confirmation)\b/.test(
        plie,
      ),
  ],
  [
    'devis',
    (plie) =>
      /^(?:votre |notre )?(?:devis|proposition (?:commerciale|financiere|chiffree|de prix|tarifaire|n)|cotation(?=$| n)|etude de prix|demande de (?:devis|prix)|proposition$|offre (?:commerciale|de prix|n)|offre$|estimat(?:ion|if)(?:$| )|chiffrage|bordereau de prix|quote|quotation)\b/.test(
        plie,
      ),
  ],
  [
    'livraison',
    (plie) =>
      /^(?:bon (?:de (?:livraison|reception|transport|preparation|sortie|retour)|d'(?:intervention|enlevement|expedition))|bordereau(?! de (?:facturation|prix))|(?:delivery|dispatch) note|packing (?:slip|list))\b/.test(
        plie,
      ),
  ],
  [
    'autre',
    (plie) =>
      /^(?:releve|contrat|convention|conditions generales|extrait kbis|avenant|appel d'offres|acte d'engagement|notification de marche|bon a tirer|catalogue|(?:grille |liste )?tarif(?:s|aire)?(?=$| \d| n)|(?:rapport|compte[- ]rendu) d'intervention|fiche (?:de travaux|d'intervention))\b/.test(
        plie,
      ),
  ],
  [
    'facture',
    (plie) =>
      /^(?:votre |notre |duplicata (?:de )?(?:la )?|copie (?:de )?(?:la )?)?(?:factures?|fact(?=\.|$| (?:n|\S*\d))|fac(?=-\S*\d)|notes? d'honoraires?|note de (?:facturation|debit)|debit note|(?:tax |sales |commercial )?invoice|(?:bordereau|etat|avis|piece|document|bulletin|titre) de facturation|facturation(?= (?:segur|sons|des? |du |d'|n[°o]|prestation|logiciel|\S*\d))|(?:recapitulatif|decompte|detail|etat) de facturation|avis (?:des|de) sommes? a payer|titre (?:de recettes?|executoire|de perception)|memoire(?=$| n[°o]| (?:de |des |d'|du )?(?:\S*\d|travaux|prestation|fourniture|frais|honoraire|facturation|somme)))(?![a-z])(?! (?:(?:liee|associee|rattachee|visee|concernee|referencee|attestee)s?\b|d'origine|initiale|jointe|a\b|au\b|aux\b|correspondante))/.test(
        plie,
      ),
  ],
]

/** A mention of a document that goes with this one, no title. */
const mention =
  /\bjointe?s?\b|\bci-(?:apres|dessous|dessus|joint)|annexe|\bvoir\b|cf\.|suite a|conformement|selon|\btotal\b|montant|€|\d[.,]\d{2}(?!\d)(?![./-]\d)|;|\. \S/

/** The kind that a folded line of title announces; null when it announces none. */
export const genreOfTitle = (plie: string): Genre | null =>
  plie.length > 90 || mention.test(withoutJoursEnMots(plie))
    ? null
    : (titres.find(([, test]) => test(parted(plie)))?.[0] ?? null)

// Tight setting may leave no space: «ATTESTATIONDE VÉRIFICATIOND’APTITUDE».
const parted = (plie: string) => plie.replace(/(attestation|verification|certificat|facture|bon)(?=d['e])/g, '$1 ')

const colles: readonly [RegExp, string][] = [
  [/^(attestation|procesverbal|certificat)(.*)$/, '$1 $2'],
  [/verificationdaptitude/, "verification d'aptitude "],
  [/^(bon)(de)(commande|livraison)(.*)$/, '$1 $2 $3 $4'],
  [/^(facture|avoir|devis)(.*)$/, '$1 $2'],
  [/procesverbal/, 'proces verbal'],
  [/^pv(?:de)?(recette|verification.*)$/, 'pv de $1'],
]

/** Letters set apart, all spaces dropped → the words they are known to make. */
export const splitWords = (joined: string) =>
  colles.reduce((text, [pattern, words]) => text.replace(pattern, words), joined).trim()
