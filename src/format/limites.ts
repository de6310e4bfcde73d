import { count } from './mots'
import { profil } from './profil'

// The profile's limits in French words: the only place where messages and screens take them from.

const { longueurs } = profil
const petits = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix']
const enLettres = (nombre: number) => petits[nombre] ?? String(nombre)
const enumerer = (mots: readonly string[], lien: 'et' | 'ou') =>
  `${mots.slice(0, -1).join(', ')} ${lien} ${mots.at(-1)}`

/** Whole Mo of 1024² bytes: `3 Mo`. */
export const showMoEntiers = (octets: number) => `${Math.floor(octets / 1024 / 1024)} Mo`
/** `3 Mo`: one pièce at most. guide §2.1 */
export const showPieceMax = () => showMoEntiers(profil.pieceTailleMax)
/** `200 Mo`: one zip at most. guide §2.1 */
export const showZipMax = () => showMoEntiers(profil.zipTailleMax)
/** `200 demandes`: one file at most. guide §2.1 */
export const showDemandesMax = () => `${profil.demandesMax} demandes`
/** `PDF, PNG, JPG et XML`: what the ASP takes. guide §3.2 */
export const showFormats = () => enumerer(Object.keys(profil.extensions), 'et')
/** `PDF, PNG, JPG ou XML, 3 Mo au plus`: what is asked for at a pièce's place. guide §2.1, guide §3.2 */
export const showPieceAttendue = () => `${enumerer(Object.keys(profil.extensions), 'ou')}, ${showPieceMax()} au plus`

/** A file number as it is written: `001`. guide §3.3 */
export const showNumeroFichier = (numero: number) =>
  String(numero).padStart(String(profil.numeroFichierMax).length, '0')
/** `001 à 999`. guide §3.3 */
export const showNumerosFichier = () => `${showNumeroFichier(1)} à ${showNumeroFichier(profil.numeroFichierMax)}`

/** `12 caractères`. */
export const showCaracteres = (nombre: number) => count(nombre, 'caractère')
/** `14 chiffres`. */
export const showChiffres = (nombre: number) => count(nombre, 'chiffre')
/** `six`: how many digits follow the prefix of an ASP number. guide §3.2 */
export const showChiffresASP = () => enLettres(longueurs.numeroASP - profil.prefixeNumeroASP.length)
/** `neuf chiffres, ou en Corse 2A ou 2B puis sept chiffres`. guide §3.2 */
export const showFormeFINESS = () =>
  `${enLettres(longueurs.FINESS)} chiffres, ou en Corse 2A ou 2B puis ${enLettres(longueurs.FINESS - 2)} chiffres`
