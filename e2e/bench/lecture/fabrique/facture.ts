import type { Bloc, Pose } from './feuille'
import { mot } from './mots'
import { clientBloc, fournisseurBloc, mentions, sitesBlocs, type Fabrique } from './parties'
import { totauxBlocs, type Regime } from './totaux'

/** The invoice of a sale: all that it shows, in an order and a layout of its own. `titre` when it is another document. */
export function factureBlocs(fabrique: Fabrique, regime: Regime, titre?: string): Bloc[] {
  const { affaire, plume, chance, reserve } = fabrique
  const nomme = (titre ?? mot(chance, 'facture', reserve))
    .replace('{n}', affaire.numero)
    .replace('{d}', plume.jour(affaire.date))
  const heading: Bloc = { kind: 'titre', texte: nomme, taille: chance.int(13, 26), droite: chance.yes(0.4) }
  const head = enteteBloc(fabrique, nomme)
  const [seller, buyer] = [fournisseurBloc(fabrique), clientBloc(fabrique)]
  const top: Bloc[] = chance.one<Bloc[]>([
    [{ kind: 'cote', gauche: [seller], droite: [heading] }, head, buyer],
    [{ kind: 'cote', gauche: [seller], droite: [buyer] }, heading, head],
    [heading, { kind: 'cote', gauche: [seller], droite: [head] }, buyer],
    [seller, { kind: 'cote', gauche: [head], droite: [buyer] }, heading],
  ])
  const sites = sitesBlocs(fabrique)
  const references = referencesBloc(fabrique)
  const sale = totauxBlocs(fabrique, regime)
  const middle = chance.yes(0.5) ? [references, ...sites, ...sale] : [references, ...sale, ...sites]
  return [...top, ...middle, mentions(fabrique)]
}

const poses: readonly Pose[] = ['deux-points', 'colonnes', 'bande', 'dessous', 'deux-bandes']
const posesReserves: readonly Pose[] = ['cases', 'bande', 'deux-bandes', 'colonnes', 'dessous']

/** Number and days: the invoice's own among others, in any order. */
function enteteBloc({ affaire, plume, chance, reserve }: Fabrique, titre: string): Bloc {
  const own: [string, string][] = [
    [mot(chance, 'dateFacture', reserve), plume.jour(affaire.date)],
    ...(titre.includes(affaire.numero) ? [] : [[mot(chance, 'numero', reserve), affaire.numero] as [string, string]]),
  ]
  const others: [string, string][] = [
    [mot(chance, 'echeance', reserve), plume.jour(affaire.echeance)],
    [mot(chance, 'autreDate', reserve), plume.jour(affaire.commande)],
    [mot(chance, 'autreNumero', reserve), String(chance.int(1000, 99_999))],
  ]
  const pose = chance.one(reserve ? posesReserves : poses)
  return { kind: 'paires', paires: chance.shuffle([...own, ...others.slice(0, chance.int(0, 3))]), pose }
}

function referencesBloc({ affaire, plume, chance }: Fabrique): Bloc {
  const aptitude = plume.jour(affaire.aptitude)
  return {
    kind: 'texte',
    lignes: chance
      .shuffle([
        `Dossier ASP : ${affaire.finbio}`,
        chance.one([
          `Vérification d’aptitude prononcée le ${aptitude}`,
          `Attestation de VA du ${aptitude} jointe`,
          `Suite à la vérification d’aptitude du ${aptitude}`,
        ]),
        chance.one(['Programme Ségur numérique', 'Mode de règlement : virement']),
      ])
      .slice(0, chance.int(1, 3))
      .concat(`Réf. ASP ${affaire.finbio}`),
  }
}
