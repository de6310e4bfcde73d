import type { UseFormReturn } from 'react-hook-form'
import type { Saisie } from '../../dossier/dossier'
import { proposeNumeroASP, proposeNumeroEditeur, settleNumeroASP } from '../../dossier/numeros'
import { exempleNumeroASP } from '../../format/profil'
import { cleanLigne } from '../../format/texte'
import { FieldCard } from '../../ui/Card'
import { ChampTexte } from '../champs/ChampTexte'
import { offer } from '../champs/offer'
import styles from './PageDemande.module.css'

export interface BlocProps {
  form: UseFormReturn<Saisie>
  /** Id of the demande. */
  demande: string
}

/** The numbers that tie the demande to its advance. */
export function BlocDemande({ form, demande }: BlocProps) {
  return (
    <FieldCard legend="Demande">
      <div className={styles.two}>
        <ChampTexte
          form={form}
          name="numeroASP"
          demande={demande}
          required
          settle={settleNumeroASP}
          lu="numeroASP"
          propose={(typed) => offer(proposeNumeroASP(typed))}
          hint={`Donné par l’ASP après l’avance, par exemple ${exempleNumeroASP}`}
        />
        <ChampTexte
          form={form}
          name="numeroEditeur"
          demande={demande}
          required
          propose={(typed) => offer(proposeNumeroEditeur(typed))}
          hint="Le numéro donné lors de l’avance, par exemple 00001"
        />
      </div>
      <ChampTexte
        form={form}
        name="libelleInterne"
        demande={demande}
        settle={(typed) => cleanLigne(typed).trim()}
        lu="libelleInterne"
        note="(facultatif, jamais transmis)"
      />
    </FieldCard>
  )
}
