import { proposeFiness } from '../../dossier/finess'
import { readFinessTexte, type FinessEcarte } from '../../dossier/finessTexte'
import { showChiffres } from '../../format/limites'
import { profil } from '../../format/profil'
import { FieldCard } from '../../ui/Card'
import { ChampListe, type Ajout } from '../champs/ChampListe'
import type { BlocProps } from './BlocDemande'

const raisons: Readonly<Record<FinessEcarte['nature'], string>> = {
  juridique: 'entité juridique',
  siren: 'SIREN',
  siret: 'SIRET',
  tva: 'numéro de TVA',
  telephone: 'numéro de téléphone',
  autre: 'le texte en fait un autre numéro',
  horsColonne: 'hors de la colonne des FINESS',
}

const split = (typed: string): Ajout => {
  const { trouves, ecartes, presque } = readFinessTexte(typed)
  const known = trouves.length + ecartes.length > 0
  return {
    items: trouves,
    // Nothing recognised: the text stays, for the clerk to mend. Else what nearly is one stays, the words around go.
    reste: known ? presque.join(' ') : typed.trim(),
    ecartes: ecartes.map(({ finess, nature }) => ({ valeur: finess, raison: raisons[nature] })),
  }
}

const propose = (typed: string) =>
  readFinessTexte(typed).presque.flatMap((texte) => {
    const finess = proposeFiness(texte)
    return finess === null ? [] : [{ libelle: `Ajouter ${finess}`, valeur: typed.replace(texte, finess) }]
  })

/** The sites that were equipped. */
export function BlocBeneficiaires({ form, demande }: BlocProps) {
  return (
    <FieldCard legend="Bénéficiaires">
      <ChampListe
        control={form.control}
        name="beneficiaires"
        enCours="beneficiairesEnCours"
        demande={demande}
        split={split}
        lu="beneficiaires"
        propose={propose}
        remedeEcartes="L’ASP attend les FINESS géographiques, ceux des sites équipés."
        note="site"
        hint={`Tapez, ou collez une colonne ou un texte, puis Entrée : tous les FINESS y sont trouvés. ${showChiffres(profil.longueurs.FINESS)} chacun.`}
      />
    </FieldCard>
  )
}
