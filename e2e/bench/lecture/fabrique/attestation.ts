import type { Bloc } from './feuille'
import { mot } from './mots'
import { clientBloc, fournisseurBloc, sitesBlocs, type Fabrique } from './parties'

/** An attestation of that sale: it may quote the invoice, its days and its amounts. */
export function attestationBlocs(fabrique: Fabrique): Bloc[] {
  const { affaire, plume, chance, reserve } = fabrique
  const title = mot(chance, 'va', reserve)
  const fill = (text: string) =>
    text
      .replace(
        '{q}',
        `Dr ${chance.one(['A. Exemple', 'C. Modèle', 'L. Fictif'])}, biologiste responsable de ${affaire.client.nom},`,
      )
      .replace('{v}', plume.jour(affaire.aptitude))
      .replace('{d}', plume.jour(affaire.date))
      .replace('{n}', affaire.numero)
      .replace('{h}', plume.montant(affaire.ht))
      .replace('{t}', plume.montant(Math.round(affaire.ht * 1.2)))
  const body: Bloc[] = [
    { kind: 'texte', lignes: [fill(mot(chance, 'atteste', reserve))] },
    {
      kind: 'texte',
      lignes: [`Solution : Labo-Exemple, éditée par ${affaire.fournisseur.nom}.`, `Dossier ASP ${affaire.finbio}`],
    },
    ...sitesBlocs(fabrique),
  ]
  const quote: Bloc[] = chance.yes(0.6) ? [quoteBloc(fabrique, fill)] : []
  const heading: Bloc = { kind: 'titre', texte: title, taille: chance.int(12, 22) }
  const letters = /^[A-ZÀ-Ý](?: |$)/.test(title) && !title.includes('  ')
  const under: Bloc[] =
    letters || /RECETTE|Déclaration/.test(title)
      ? [{ kind: 'titre', texte: 'de vérification d’aptitude', taille: 12 }]
      : []
  const parties: Bloc[] = chance.yes(0.6)
    ? [{ kind: 'cote', gauche: [fournisseurBloc(fabrique)], droite: [clientBloc(fabrique)] }]
    : []
  return [
    ...(chance.yes(0.5) ? [...parties, heading, ...under] : [heading, ...under, ...parties]),
    ...(chance.yes(0.4) ? [...quote, ...body] : [...body, ...quote]),
    {
      kind: 'texte',
      lignes: [`Fait à ${affaire.client.ville}, le ${plume.jour(affaire.aptitude)}`, mot(chance, 'signature', reserve)],
    },
  ]
}

function quoteBloc({ affaire, plume, chance, reserve }: Fabrique, fill: (text: string) => string): Bloc {
  if (chance.yes(0.6)) return { kind: 'texte', lignes: [fill(mot(chance, 'citation', reserve))] }
  const rows = [
    ['Facture n°', affaire.numero],
    ['Date de facture', plume.jour(affaire.date)],
    ['Total HT', plume.montant(affaire.ht)],
    ['Total TTC', plume.montant(Math.round(affaire.ht * 1.2))],
  ] as const
  return { kind: 'paires', paires: rows, pose: chance.one(['colonnes', 'bande', 'deux-points'] as const) }
}
