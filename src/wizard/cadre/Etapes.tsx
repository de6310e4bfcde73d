import { memo, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Demande } from '../../dossier/dossier'
import { nomOf, showRangNom } from '../../dossier/nom'
import { countACompleter } from '../../travail/liste/lignes'
import { isFound } from '../../travail/liste/vue'
import type { State } from '../../travail/state'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { LazyRows } from '../../ui/LazyRows'
import { TextField } from '../../ui/TextField'
import { badgeOfDemande, etapeOf, etapes, etatOfEtape, type EtatEtape } from '../etapes'
import { goTo, writeRoute, type Route } from '../route'
import { useEtatDemande } from '../poste/useDemande'
import { useSettled } from './useSettled'
import styles from './Etapes.module.css'
import { bilanOf, travail, useApp } from '../poste/travail'

const useEtats = () => {
  const texts = useApp((state) =>
    JSON.stringify(etapes.map(({ ecran }) => etatOfEtape(ecran, bilanOf(state), state.dossier.verifies))),
  )
  return JSON.parse(texts) as EtatEtape[]
}

/** The four steps with their states in words, the demandes under the second. Narrow screens fold it into one line. */
export function Etapes({ route }: { route: Route }) {
  // Unfolded for one screen: going to another, or to the same, folds it again.
  const [openOn, setOpenOn] = useState<Route | null>(null)
  const open = openOn === route
  const etats = useEtats()
  const current = etapeOf(route.ecran)
  const rank = etapes.findIndex(({ ecran }) => ecran === current)
  const numLigne = route.ecran === 'demande' ? route.numLigne : null
  return (
    <nav aria-label="Étapes" className={styles.nav} data-open={open}>
      <button
        type="button"
        className={styles.toggle}
        data-repeat
        aria-expanded={open}
        onClick={() => setOpenOn(open ? null : route)}
      >
        <span>{rank === -1 ? 'Les 4 étapes' : `Étape ${rank + 1} sur 4 · ${etapes[rank]?.nom}`}</span>
        <span aria-hidden="true">{open ? '▴' : '▾'}</span>
      </button>
      <ol className={styles.list}>
        {etapes.map(({ ecran, nom }, index) => {
          const etat = etats[index]
          return (
            <li key={ecran}>
              <a
                href={writeRoute(ecran)}
                onClick={() => setOpenOn(null)}
                className={[styles.step, etat?.kind === 'prete' ? styles.done : styles[etat?.kind ?? 'plain']].join(
                  ' ',
                )}
                aria-current={ecran === current && numLigne === null ? 'step' : undefined}
              >
                <span className={styles.number} aria-hidden="true">
                  {etat?.kind === 'prete' ? '✓' : index + 1}
                </span>
                <span>
                  <span className={styles.name}>{nom}</span>
                  <span className={styles.state}>{etat?.texte}</span>
                </span>
              </a>
              {ecran === 'demandes' && <Demandes current={numLigne} />}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** More demandes than these are searched, not scrolled through. */
const few = 12

const idsOf = ({ dossier }: State) => dossier.demandes.map(({ id }) => id)

/** Ids of the demandes that the text finds; null without a text: then it is all of them. */
const foundIn = ({ dossier }: State, texte: string) =>
  texte.trim() === ''
    ? null
    : dossier.demandes.flatMap((demande, index) =>
        isFound({ demande, numLigne: index + 1 }, texte) ? [demande.id] : [],
      )

function Demandes({ current }: { current: number | null }) {
  // Hundreds of rows are drawn when nothing else waits: a heap that was just joined never holds up a key.
  const ids = useDeferredValue(useApp(useShallow(idsOf)))
  const [texte, setTexte] = useState('')
  const many = ids.length > few
  const sought = useDeferredValue(many ? texte : '')
  const found = useApp(useShallow((state) => foundIn(state, sought)))
  const rows = ids.map((id, index) => ({ id, numLigne: index + 1 }))
  // The one that is shown stays in view, whatever is sought.
  const wanted = found && new Set(found)
  const shown = wanted ? rows.filter(({ id, numLigne }) => numLigne === current || wanted.has(id)) : rows
  const reach = shown.findIndex(({ numLigne }) => numLigne === current)
  return (
    <>
      {ids.length > 1 && <Reste total={ids.length} />}
      {many && (
        <div className={styles.search}>
          <TextField
            id="chercher-demande"
            label="Chercher une demande"
            value={texte}
            onChange={setTexte}
            onKeyDown={({ key }) => key === 'Escape' && setTexte('')}
          />
        </div>
      )}
      {ids.length > 0 && (
        <ol className={`${styles.demandes} ${many ? styles.many : ''}`}>
          <LazyRows key={sought} items={shown} blank={styles.blank} reach={reach === -1 ? null : reach}>
            {({ id, numLigne }) => <Row key={id} id={id} numLigne={numLigne} current={current === numLigne} />}
          </LazyRows>
          {shown.length === 0 && <li className={styles.none}>Aucune demande trouvée</li>}
        </ol>
      )}
      <Button
        look="quiet"
        small
        className={styles.add}
        onClick={() => goTo(writeRoute({ numLigne: travail.demandes.addDemande() }, 'numeroASP'))}
      >
        + Ajouter une demande
      </Button>
    </>
  )
}

/** How far the clerk is. */
function Reste({ total }: { total: number }) {
  const reste = useApp((state) => countACompleter(state.dossier, bilanOf(state)))
  return <p className={styles.reste}>{reste === 0 ? 'Aucune à compléter' : `${reste} sur ${total} à compléter`}</p>
}

function showWithin(row: HTMLElement | null) {
  const list = row?.parentElement
  if (!row || !list) return
  const [inner, outer] = [row.getBoundingClientRect(), list.getBoundingClientRect()]
  if (inner.top < outer.top || inner.bottom > outer.bottom)
    list.scrollTop += inner.top - outer.top - (list.clientHeight - inner.height) / 2
}

interface RowProps {
  id: string
  numLigne: number
  current: boolean
}

/** Drawn again for its own demande alone, whatever is typed in the others. */
const Row = memo(function Row({ id, ...place }: RowProps) {
  const demande = useApp(({ dossier }) => {
    const standing = dossier.demandes[place.numLigne - 1]
    // The list may be a moment behind the dossier.
    return standing?.id === id ? standing : dossier.demandes.find((one) => one.id === id)
  })
  return demande ? <Line demande={demande} {...place} /> : null
})

function Line({ demande, numLigne, current }: Omit<RowProps, 'id'> & { demande: Demande }) {
  const { etat, compte } = useEtatDemande(demande)
  const badge = badgeOfDemande(etat, compte)
  const nom = useSettled(nomOf(demande))
  const row = useRef<HTMLLIElement>(null)
  // Of two hundred, the one that is shown is always in view; the page itself stays where it is.
  useEffect(() => {
    if (current) showWithin(row.current)
  }, [current, numLigne])
  return (
    <li ref={row}>
      <a className={styles.demande} href={writeRoute({ numLigne })} aria-current={current ? 'page' : undefined}>
        <span>{showRangNom(nom, numLigne)}</span>
        <Badge kind={badge.kind} text={badge.texte} />
      </a>
    </li>
  )
}
