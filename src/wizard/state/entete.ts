import { nextNumeroFichier } from '../../dossier/checkEntete'
import type { Entete } from '../../dossier/dossier'
import { showNumeroFichier } from '../../format/limites'
import { profil } from '../../format/profil'
import { nomsDeposes } from '../../storage/history'
import { emptyDossier, store } from './store'
import { today } from './today'
import { cleanValeur } from '../../format/texte'

/** The header of a deposit begun today: the next free number of that ANS number's files. guide §3.3 */
export function freshEntete({ numeroAns, SIRET, vague }: Pick<Entete, 'numeroAns' | 'SIRET' | 'vague'>): Entete {
  const numeroFichier =
    nextNumeroFichier(cleanValeur(numeroAns), today(), nomsDeposes(store.getState().depots)) ??
    showNumeroFichier(profil.numeroFichierMax)
  return { ...emptyDossier().entete, numeroAns, SIRET, vague, numeroFichier }
}
