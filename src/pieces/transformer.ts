import type { Message } from '../format/message'
import { profil, type FormatFichier } from '../format/profil'
import type { CallOptions } from '../worker/bridge'
import type { ConvertibleNature } from './recours'
import { callPieces, documentOf } from './examine'
import { showEchecConversion } from './convert/convertWords'
import { showEchecJonction, showPerte } from './join/joinWords'
import { showEchecReduction, showMethode } from './shrink/shrinkWords'

/** A file made of others, or why not; null when the clerk stopped it. */
export type Transformation =
  | { ok: true; octets: Blob; formatFichier: FormatFichier; remarques: readonly string[] }
  | { ok: false; message: Message }
  | null

const panne: Message = {
  faute: 'Le traitement a échoué.',
  remede: 'Réessayez ; si cela se répète, préparez ce document avec un autre logiciel.',
}
const delai: Message = {
  faute: 'Ce traitement prend trop de temps.',
  remede: 'Préparez ce document avec un autre logiciel, en moins lourd.',
}

const shrinkTime = 120_000
const joinTime = 60_000
const convertTime = 30_000

const failed = (raison: 'abandon' | 'delai' | 'panne'): Transformation =>
  raison === 'abandon' ? null : { ok: false, message: raison === 'delai' ? delai : panne }

/** The same document, light enough to be sure of the portal's limit. guide §2.1 */
export async function reduirePiece(
  octets: Blob,
  formatFichier: FormatFichier,
  options: CallOptions,
): Promise<Transformation> {
  const demande = { ...documentOf(octets, formatFichier), cible: profil.pieceTaillePrudente }
  const made = await callPieces('reduire', demande, { timeLimit: shrinkTime, ...options })
  if (!made.ok) return failed(made.raison)
  const { valeur } = made
  if (!valeur.ok) return { ok: false, message: showEchecReduction(valeur.raison) }
  const remarques = [showMethode(valeur.methode), ...valeur.pertes.map(showPerte)]
  return { ok: true, octets: valeur.octets, formatFichier: valeur.formatFichier, remarques }
}

/** A picture of another kind as a JPG or PNG. */
export async function convertirImage(
  octets: Blob,
  kind: ConvertibleNature,
  options: CallOptions,
): Promise<Transformation> {
  const made = await callPieces('convertir', { octets, kind }, { timeLimit: convertTime, ...options })
  if (!made.ok) return failed(made.raison)
  const { valeur } = made
  if (valeur.ok) return { ...valeur, remarques: [] }
  return { ok: false, message: showEchecConversion(valeur.raison) }
}

/** Several documents as one PDF, in their order. guide §3.1, guide §3.3 */
export async function joindreDocuments(
  documents: readonly { octets: Blob; formatFichier: FormatFichier }[],
  options: CallOptions,
): Promise<Transformation> {
  const { base } = documentOf(new Blob(), 'PDF')
  const made = await callPieces('joindre', { documents, base }, { timeLimit: joinTime, ...options })
  if (!made.ok) return failed(made.raison)
  const { valeur } = made
  if (!valeur.ok) return { ok: false, message: showEchecJonction(valeur) }
  return {
    ok: true,
    octets: valeur.octets,
    formatFichier: 'PDF',
    remarques: valeur.pertes.map(showPerte),
  }
}
