import { proposeFiness } from '../../dossier/finess'
import { readFinessTexte } from '../../dossier/finessTexte'
import { showChiffres } from '../../format/limites'
import { profil } from '../../format/profil'
import { FieldCard } from '../../ui/Card'
import { ChampListe, type Ajout } from '../champs/ChampListe'
import type { BlocProps } from './BlocDemande'
import { useSuggestions } from './useSuggestions'

const split = (typed: string): Ajout => {
  const { trouves, presque } = readFinessTexte(typed)
  // Nothing recognised: the text stays, for the clerk to mend. Else what nearly is one stays, the words around go.
  return { items: trouves, reste: trouves.length === 0 ? typed.trim() : presque.join(' ') }
}

const propose = (typed: string) => {
  const valeur = proposeFiness(typed)
  return valeur === null ? [] : [{ libelle: `Ajouter ${valeur}`, valeur }]
}

/** The sites that were equipped. */
export function BlocBeneficiaires({ control, demande }: BlocProps) {
  const suggestions = useSuggestions(demande, 'beneficiaires')
  return (
    <FieldCard legend="Bénéficiaires">
      <ChampListe
        control={control}
        name="beneficiaires"
        enCours="beneficiairesEnCours"
        demande={demande}
        split={split}
        suggestions={suggestions}
        propose={propose}
        note="site"
        hint={`Tapez, ou collez une colonne ou un texte, puis Entrée : tous les FINESS y sont trouvés. ${showChiffres(profil.longueurs.FINESS)} chacun.`}
      />
    </FieldCard>
  )
}
