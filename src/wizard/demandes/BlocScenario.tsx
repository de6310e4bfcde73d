import { useController } from 'react-hook-form'
import { proposeAdresse, settleAdresse } from '../../dossier/adresse'
import { proposeIdentifiant, splitIdentifiants } from '../../dossier/identifiants'
import { readAdresse } from '../../format/adresse'
import { FieldCard } from '../../ui/Card'
import { ChampListe, type Ajout } from '../champs/ChampListe'
import { ChampOuiNon } from '../champs/ChampOuiNon'
import { ChampTexte } from '../champs/ChampTexte'
import { offer } from '../champs/offer'
import { nomFixe } from '../noms'
import type { BlocProps } from './BlocDemande'
import styles from './PageDemande.module.css'

const splitIdent = (typed: string): Ajout => ({ items: splitIdentifiants(typed), reste: '' })

const tellEntourage = (typed: string): string | null => {
  const { entourage } = readAdresse(typed)
  return entourage === '' ? null : `L’adresse est gardée seule : « ${entourage} » a été retiré.`
}

/** How the laboratory's results travel: three questions, and for each «Oui» who sends. */
export function BlocScenario({ form, demande }: BlocProps) {
  const { control } = form
  const dmp = useController({ control, name: 'isDirectToDMP' }).field.value
  const pro = useController({ control, name: 'isDirectToMSSPro' }).field.value
  const citoyen = useController({ control, name: 'isDirectToMSSCitoyen' }).field.value
  const adresse = {
    form,
    demande,
    required: true,
    inputMode: 'email',
    settle: settleAdresse,
    tell: tellEntourage,
    propose: (typed: string) => offer(proposeAdresse(typed)),
    hint: 'La boîte qui envoie, par exemple labo@exemple.mssante.fr',
  } as const
  return (
    <FieldCard legend="Scénario d’installation" name={nomFixe('Scénario d’installation')}>
      <div className={styles.questions}>
        <div className={styles.question}>
          <ChampOuiNon control={control} name="isDirectToDMP" demande={demande} deps={['identDMP']} />
          {dmp && (
            <div className={styles.sub}>
              <ChampListe
                control={control}
                name="identDMP"
                enCours="identDMPEnCours"
                demande={demande}
                split={splitIdent}
                corrige={proposeIdentifiant}
                hint="Identifiant de structure (Struct_IdNat), ajouté par Entrée"
              />
            </div>
          )}
        </div>
        <div className={styles.question}>
          <ChampOuiNon control={control} name="isDirectToMSSPro" demande={demande} deps={['adresseBoiteMSSPro']} />
          {pro && (
            <div className={styles.sub}>
              <ChampTexte name="adresseBoiteMSSPro" {...adresse} />
            </div>
          )}
        </div>
        <div className={styles.question}>
          <ChampOuiNon
            control={control}
            name="isDirectToMSSCitoyen"
            demande={demande}
            deps={['adresseBoiteMSSCitoyen']}
          />
          {citoyen && (
            <div className={styles.sub}>
              <ChampTexte name="adresseBoiteMSSCitoyen" {...adresse} />
            </div>
          )}
        </div>
      </div>
    </FieldCard>
  )
}
