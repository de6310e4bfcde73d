import { domaineOf } from '../format/adresse'
import { isBefore, isJour, type Jour } from '../format/jour'
import { lengthOf, writeNomPiece } from '../format/names'
import { parType, profil, type TypeFichier, type Vague } from '../format/profil'
import { cleanValeur } from '../format/texte'
import { isDomaineMSS, isDomainePatient, settleAdresse, signesInhabituels } from './adresse'
import type { Champ } from './champs'
import { checkFactureLue, checkVALue, type DocumentLu } from './checkLecture'
import { constat, type Constat, type Item } from './constat'
import { emptySaisie, type Demande, type Piece, type Saisie } from './dossier'
import { isFinessKeyRight, parseFiness } from './finess'
import { proposeIdentifiant } from './identifiants'
import { readIssue } from './issues'
import { parseJour } from './jour'
import { centimesOf, parseMontant } from './montant'
import type { FaitsDe, NomRegle } from './regles'
import { checkRejet } from './rejet'
import { saisieSchema } from './schema'
import type { Siret } from './siret'

/** What of the header a demande is judged against. */
export interface EnteteVue {
  /** JJ/MM/AAAA, or null while it is not a date. */
  dateDepot: Jour | null
  vague: Vague
  /** Null while it is not one. */
  siret: Siret | null
}

/** What was read in the pièces of a demande; null where nothing was. */
export type DocumentsLus = Readonly<Record<TypeFichier, DocumentLu | null>>

/** Every erreur and alerte that one demande has by itself, whatever the others are. guide §3.2 */
export function checkDemande(demande: Demande, entete: EnteteVue, lus: DocumentsLus = nothingRead): Constat[] {
  const constats =
    saisieSchema
      .safeParse(demande.saisie)
      .error?.issues.map((issue) => readIssue(issue, demande.id, typedAt(demande.saisie, issue))) ?? []
  const add: Add = (nom, champ, valeur, faits, items) => {
    constats.push(constat(nom, { champ, demande: demande.id, valeur, ...(items && { items }) }, faits))
  }
  const wrong = new Set(constats.map(({ champ }) => champ))
  checkNumeros(demande.saisie, wrong, add)
  checkFacture(demande.saisie, entete, add)
  checkBeneficiaires(demande.saisie, add)
  for (const type of profil.typesFichier) checkPiece(demande, type, entete.vague, add)
  checkScenario(demande.saisie, add)
  checkLus(demande, entete.siret, lus, add)
  return [...checkRejet(demande), ...(isDateAutre(constats) ? constats.filter(isNotTardive) : constats)]
}

/** Where the invoice says another day, that one is to be corrected: how late the typed one is adds nothing. */
const isDateAutre = (constats: readonly Constat[]) => constats.some(({ regle }) => regle === 'dateAutre')
const isNotTardive = ({ regle }: Constat) => regle !== 'dateFactureApresDepot'

/** What is typed where an issue lies: a rule that the clerk passed over speaks again when it changes. */
function typedAt(saisie: Saisie, { path: [champ, rang] }: { path: readonly PropertyKey[] }): string {
  const typed = isChampSaisi(champ) ? saisie[champ] : ''
  const item: unknown = Array.isArray(typed) && typeof rang === 'number' ? typed[rang] : typed
  // The purchase order is the other half of what is compared there.
  const other = champ === 'montantSegurHTFacture' ? ` ${cleanValeur(saisie.montantCommande)}` : ''
  return `${typeof item === 'string' ? cleanValeur(item) : JSON.stringify(item)}${other}`
}

const isChampSaisi = (champ: PropertyKey | undefined): champ is keyof Saisie =>
  typeof champ === 'string' && Object.hasOwn(emptySaisie, champ)

const nothingRead: DocumentsLus = parType(() => null)

function checkLus({ saisie, pieces }: Demande, siret: Siret | null, { FACTURE, VA }: DocumentsLus, add: Add) {
  if (FACTURE && pieces.FACTURE)
    checkFactureLue({ saisie, siret, document: FACTURE, documents: pieces.FACTURE.documents }, add)
  if (VA && pieces.VA) checkVALue({ saisie, siret, document: VA, documents: pieces.VA.documents }, add)
}

type Add = <Nom extends NomRegle>(
  nom: Nom,
  champ: Champ,
  valeur: string,
  faits: FaitsDe<Nom>,
  items?: readonly Item[],
) => void

function checkNumeros(saisie: Saisie, wrong: ReadonlySet<Champ>, add: Add) {
  const numeroASP = cleanValeur(saisie.numeroASP)
  if (!wrong.has('numeroASP') && !/\d{6}$/.test(numeroASP)) add('numeroASPChiffres', 'numeroASP', numeroASP, undefined)
  const numeroEditeur = cleanValeur(saisie.numeroEditeur)
  if (!wrong.has('numeroEditeur') && !/^[a-z0-9]+$/i.test(numeroEditeur))
    add('numeroEditeurSignes', 'numeroEditeur', numeroEditeur, undefined)
}

function checkFacture(saisie: Saisie, { dateDepot }: EnteteVue, add: Add) {
  const dateFacture = parseJour(saisie.dateFacture)
  if (dateFacture && dateDepot && isBefore(dateDepot, dateFacture))
    add('dateFactureApresDepot', 'dateFacture', `${dateFacture} ${dateDepot}`, { dateDepot })
  if (dateFacture && isJour(profil.debutProgramme) && isBefore(dateFacture, profil.debutProgramme))
    add('dateFactureAvantProgramme', 'dateFacture', dateFacture, undefined)
  const montant = centimesOf(saisie.montantSegurHTFacture)
  if (montant !== null && montant > profil.montantPlafond)
    add('montantPlafond', 'montantSegurHTFacture', String(montant), undefined)
  if (!['vide', 'montant'].includes(parseMontant(saisie.montantCommande).kind))
    add('montantCommandeIllisible', 'montantCommande', saisie.montantCommande, undefined)
}

function checkBeneficiaires(saisie: Saisie, add: Add) {
  const faux = saisie.beneficiaires.flatMap((typed, rang) => {
    const finess = parseFiness(typed)
    return finess && !isFinessKeyRight(finess) ? [{ rang, valeur: finess }] : []
  })
  const valeurs = [...new Set(faux.map(({ valeur }) => valeur))]
  if (faux.length > 0) add('beneficiaireCle', 'beneficiaires', '', { valeurs }, faux)
  const enCours = cleanValeur(saisie.beneficiairesEnCours)
  if (enCours !== '') add('beneficiairesEnCours', 'beneficiaires', enCours, { valeur: enCours })
}

function checkPiece(demande: Demande, type: TypeFichier, vague: Vague, add: Add) {
  const piece = demande.pieces[type]
  if (!piece) return add('pieceManquante', type, '', { type })
  const numeroEditeur = cleanValeur(demande.saisie.numeroEditeur)
  const nom = writeNomPiece({ vague, typeFichier: type, numeroEditeur, formatFichier: piece.formatFichier })
  const longueur = lengthOf(nom)
  if (longueur > profil.longueurs.nomFichierMax) add('nomFichierLongueur', 'numeroEditeur', nom, { nom, longueur })
  checkBytes(piece, type, add)
}

function checkBytes(piece: Piece, type: TypeFichier, add: Add) {
  const { taille, empreinte } = piece
  if (taille > profil.pieceTailleMax) add('pieceTaille', type, empreinte, { taille })
  else if (taille > profil.pieceTaillePrudente) add('pieceTailleProche', type, empreinte, { taille })
  if (piece.formatFichier === 'XML') add('pieceXml', type, empreinte, undefined)
  if (piece.remarques.includes('extension'))
    add('pieceExtension', type, empreinte, { nom: piece.nomOriginal, formatFichier: piece.formatFichier })
  if (piece.remarques.includes('repare')) add('pieceRepare', type, empreinte, undefined)
  if (piece.remarques.includes('octetsAvant')) add('pieceOctetsAvant', type, empreinte, undefined)
  if (piece.remarques.includes('nonVerifie')) add('pieceNonVerifiee', type, empreinte, undefined)
  if (piece.remarques.includes('restrictions')) add('pieceRestrictions', type, empreinte, undefined)
}

function checkIdentDMP({ identDMP }: Saisie, add: Add) {
  const autres = identDMP.flatMap((typed, rang) => {
    const valeur = cleanValeur(typed)
    return proposeIdentifiant(valeur) === null ? [] : [{ rang, valeur }]
  })
  const valeurs = [...new Set(autres.map(({ valeur }) => valeur))]
  if (autres.length > 0) add('identDMPForme', 'identDMP', '', { valeurs }, autres)
}

function checkScenario(saisie: Saisie, add: Add) {
  const answers = [saisie.isDirectToDMP, saisie.isDirectToMSSPro, saisie.isDirectToMSSCitoyen]
  if (answers.every((answer) => answer === false)) add('scenarioTroisNon', 'isDirectToDMP', '', undefined)
  if (saisie.isDirectToDMP) checkIdentDMP(saisie, add)
  const enCours = cleanValeur(saisie.identDMPEnCours)
  if (saisie.isDirectToDMP && enCours !== '') add('identDMPEnCours', 'identDMP', enCours, { valeur: enCours })
  for (const suffix of ['MSSPro', 'MSSCitoyen'] as const) {
    const adresse = settleAdresse(saisie[`adresseBoite${suffix}`])
    const domaine = saisie[`isDirectTo${suffix}`] ? domaineOf(adresse) : null
    if (!domaine) continue
    const signes = signesInhabituels(adresse)
    if (signes.length > 0) add('adresseSignes', `adresseBoite${suffix}`, adresse, { signes })
    if (isDomainePatient(domaine)) add('adressePatient', `adresseBoite${suffix}`, adresse, undefined)
    else if (!isDomaineMSS(domaine)) add('adresseHorsMSS', `adresseBoite${suffix}`, adresse, { domaine })
  }
}
