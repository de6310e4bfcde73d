import { showFormeFINESS } from '../../format/limites'
import { agree } from '../../format/mots'
import { ailleurs, cite, showFiness, type Places } from './mots'
import { alerte, contournable, erreur, manque } from './regle'

/** Rules of the FINESS. */
export const reglesBeneficiaires = {
  beneficiairesManquants: manque('§3.2', {
    faute: 'Aucun FINESS géographique.',
    remede: 'Ajoutez le FINESS géographique de chaque site équipé, par exemple 999999991.',
  }),
  beneficiaireFormat: contournable(
    erreur<{ valeur: string }>('§3.2', ({ valeur }) => ({
      faute: `${valeur.trim() === '' ? 'Une ligne vide' : cite(valeur)} n’est pas un FINESS.`,
      remede: `On attend ${showFormeFINESS()} : retirez cette ligne et saisissez le bon numéro.`,
    })),
  ),
  beneficiaireDouble: contournable(
    erreur<{ valeur: string }>('§3.2', ({ valeur }) => ({
      faute: `${valeur} figure deux fois dans la liste.`,
      remede: 'Retirez l’un des deux.',
    })),
  ),
  beneficiaireCle: alerte<{ valeurs: readonly string[] }>('§3.2', ({ valeurs }) =>
    valeurs.length === 1
      ? {
          faute: `La clé de contrôle du FINESS ${valeurs[0] ?? ''} ne correspond pas.`,
          remede: 'Un chiffre est sans doute faux : comparez avec l’attestation.',
        }
      : {
          faute: `La clé de contrôle des FINESS ${showFiness(valeurs)} ne correspond pas.`,
          remede: 'Un chiffre de chacun est sans doute faux : comparez avec l’attestation.',
        },
  ),
  beneficiaireAilleurs: alerte<{ valeurs: readonly string[]; autres: Places<number> }>(
    '§3.2',
    ({ valeurs, autres }) => ({
      faute: `${showFiness(valeurs)} ${agree(valeurs.length, 'figure')} aussi ${ailleurs(autres)}.`,
      remede: 'Un établissement n’est financé qu’une fois : gardez-le dans une seule demande.',
    }),
  ),
  beneficiaireDejaDepose: alerte<{ valeurs: readonly string[]; depot: string }>('§3.2', ({ valeurs, depot }) => ({
    faute: `${showFiness(valeurs)} ${agree(valeurs.length, 'figure')} déjà dans un dépôt précédent (${depot}).`,
    remede: 'Un établissement n’est financé qu’une fois : vérifiez que l’autre demande n’a pas été acceptée.',
  })),
  beneficiairesEnCours: alerte<{ valeur: string }>('§3.2', ({ valeur }) => ({
    faute: `${cite(valeur)} n’a pas été ajouté à la liste.`,
    remede: 'On n’y reconnaît pas de FINESS : corrigez-le, ou videz le champ.',
  })),
} as const
