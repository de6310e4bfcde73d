import type { Message } from '../format/message'
import { joinMots } from '../format/mots'

const nomsMax = 10

/** Why a spreadsheet gives no list though it has hidden sheets, which are not read: one of these may be it. `faute` ends with a point. */
export const avisMasquees = (faute: string, masquees: readonly string[]): Message => ({
  faute: `${faute} Masquées dans le tableur, et pas lues : ${joinMots(
    masquees.map((nom) => `« ${nom} »`),
    nomsMax,
  )}.`,
  remede: 'Si la liste en est, affichez-la dans votre tableur, enregistrez-le, puis reprenez-le.',
})
