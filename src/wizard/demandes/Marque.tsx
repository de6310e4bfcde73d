import { libelles } from '../../dossier/champs'
import { champId } from '../champs/champId'
import { travail, useApp } from '../poste/travail'
import { demandeOf } from '../poste/useDemande'
import styles from './Apercu.module.css'
import { isHeld, type LuSurPage } from './lus'

/** The next value that can be taken, after this one or from the top; null when it was the last. */
function nextOf(pressed: HTMLButtonElement): HTMLButtonElement | null {
  const all = Array.from(pressed.parentElement?.querySelectorAll('button') ?? [])
  const next = all[all.indexOf(pressed) + 1] ?? all[0]
  return next && next !== pressed ? next : null
}

interface MarqueProps {
  lu: LuSurPage
  /** Id of the demande whose fields it is for. */
  demande: string
  /** CSS pixels to the point. */
  scale: number
}

/** A value where the invoice prints it: pressed, it goes into its field; once the field holds it, it is only marked. */
export function Marque({ lu, demande, scale }: MarqueProps) {
  const held = useApp((state) => {
    const saisie = demandeOf(state, demande)?.saisie
    return saisie === undefined || isHeld(saisie, lu)
  })
  const draft = useApp(({ brouillon }) => brouillon?.id ?? '')
  const { champ, valeur, texte, cadre } = lu
  const place = {
    left: cadre.x * scale,
    top: cadre.y * scale,
    width: cadre.largeur * scale,
    height: cadre.hauteur * scale,
  }
  if (held || champ === null) return <span className={styles.mark} style={place} />
  return (
    <button
      type="button"
      className={`${styles.mark} ${styles.take}`}
      style={place}
      title={`Mettre dans « ${libelles[champ]} »`}
      aria-label={`Reprendre ${texte}`}
      onClick={(event) => {
        const next = nextOf(event.currentTarget)
        travail.demandes.takeLu(draft, demande, champ, valeur)
        // The form was given another value: it stands anew by the next frame.
        requestAnimationFrame(() =>
          (next ?? document.getElementById(champId(champ)))?.focus({ preventScroll: next !== null }),
        )
      }}
    />
  )
}
