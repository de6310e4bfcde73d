import { useController } from 'react-hook-form'
import { proposeJours, settleJour } from '../../dossier/jour'
import { cleanTexte } from '../../format/texte'
import { parseMontant, settleMontant, showEuros, showMontant, sumMontants } from '../../dossier/montant'
import { Button } from '../../ui/Button'
import { FieldCard } from '../../ui/Card'
import { byId, goOnAt } from '../../ui/focus/goOnAt'
import { TextField } from '../../ui/TextField'
import { champId } from '../champs/champId'
import { ChampTexte, type Proposition } from '../champs/ChampTexte'
import { travail, useApp } from '../poste/travail'
import type { BlocProps } from './BlocDemande'
import styles from './PageDemande.module.css'

const proposeMontant = (typed: string): Proposition[] => {
  const saisi = parseMontant(typed)
  if (saisi.kind !== 'ambigu') return []
  return saisi.lectures.map((centimes) => ({ libelle: showEuros(centimes), valeur: showMontant(centimes) }))
}

const proposeJour = (typed: string): Proposition[] =>
  proposeJours(typed).map((jour) => ({ libelle: `Écrire ${jour}`, valeur: jour }))

/** Date and amount of the invoice, and the purchase order's amount as its upper bound. */
export function BlocFacture({ form, demande }: BlocProps) {
  const { field } = useController({ control: form.control, name: 'montantsAdditionnes' })
  const adding = field.value.length > 0
  return (
    <FieldCard legend="Facture">
      <div className={styles.two}>
        <ChampTexte
          form={form}
          name="dateFacture"
          demande={demande}
          required
          inputMode="numeric"
          lu="dateFacture"
          settle={settleJour}
          propose={proposeJour}
          hint="JJ/MM/AAAA, celle inscrite sur la facture"
        />
        <ChampTexte
          form={form}
          name="montantSegurHTFacture"
          demande={demande}
          required
          figures
          inputMode="decimal"
          lu={!adding && 'montantSegurHTFacture'}
          readOnly={adding}
          settle={settleMontant}
          propose={proposeMontant}
          hint={adding ? 'Somme des montants ci-dessous' : 'Hors taxe, en euros, pour la seule prestation Ségur'}
        />
      </div>
      <Addition form={form} demande={demande} />
      <ChampTexte
        form={form}
        name="montantCommande"
        demande={demande}
        figures
        inputMode="decimal"
        settle={settleMontant}
        propose={proposeMontant}
        deps={['montantSegurHTFacture']}
        note="(facultatif, jamais transmis)"
        hint="La facture ne peut pas le dépasser"
      />
    </FieldCard>
  )
}

/** guide §3.2: several invoices for one demande are declared as their sum. */
function Addition({ form, demande }: BlocProps) {
  const { field } = useController({ control: form.control, name: 'montantsAdditionnes' })
  const montants = field.value

  const draft = useApp(({ brouillon }) => brouillon?.id ?? '')
  const totalOf = (next: readonly string[]) => {
    const sum = sumMontants(next)
    return sum === null ? '' : showMontant(sum)
  }
  const change = (next: string[]) => {
    field.onChange(next)
    if (next.length > 0) form.setValue('montantSegurHTFacture', totalOf(next))
  }
  /** What was typed in the rows that go can be had back. */
  const drop = (next: string[], texte: string) => {
    const left = { montantsAdditionnes: next, ...(next.length > 0 && { montantSegurHTFacture: totalOf(next) }) }
    if (montants.join('') !== next.join('')) travail.demandes.dropValues(draft, demande, left, texte)
    change(next)
  }
  const focusRow = (index: number) => goOnAt(byId(`montant-${index}`), byId(champId('montantSegurHTFacture')))

  if (montants.length === 0)
    return (
      <div>
        <Button
          look="quiet"
          onClick={() => {
            const first = form.getValues('montantSegurHTFacture').trim()
            change([first, ''])
            focusRow(first === '' ? 0 : 1)
          }}
        >
          <span aria-hidden="true">+ </span>Additionner plusieurs factures
        </Button>
      </div>
    )
  return (
    <div className={styles.sum} role="group" aria-label="Montants à additionner">
      {montants.map((typed, index) => (
        <MontantRow
          key={index}
          index={index}
          typed={typed}
          onChange={(text) => change(montants.map((other, rank) => (rank === index ? text : other)))}
          onRemove={() => {
            drop(
              montants.filter((_, rank) => rank !== index),
              `Montant ${index + 1} retiré.`,
            )
            focusRow(Math.max(0, index - 1))
          }}
        />
      ))}
      <div className={styles.sumfoot}>
        <Button
          small
          repeat
          onClick={() => {
            change([...montants, ''])
            focusRow(montants.length)
          }}
        >
          Ajouter un montant
        </Button>
        <Button
          small
          look="quiet"
          onClick={() => {
            drop([], 'Montants additionnés, leur somme gardée.')
            goOnAt(byId(champId('montantSegurHTFacture')))
          }}
        >
          Fermer et garder la somme
        </Button>
      </div>
    </div>
  )
}

function MontantRow({
  index,
  typed,
  onChange,
  onRemove,
}: {
  index: number
  typed: string
  onChange: (typed: string) => void
  onRemove: () => void
}) {
  const saisi = parseMontant(typed)
  const wrong = saisi.kind !== 'vide' && saisi.kind !== 'montant'
  const name = `Montant HT de la facture ${index + 1}`
  return (
    <div className={styles.sumrow}>
      <TextField
        id={`montant-${index}`}
        label={name}
        value={typed}
        figures
        inputMode="decimal"
        clean={cleanTexte}
        onChange={onChange}
        onBlur={() => onChange(settleMontant(typed))}
        messages={
          wrong ? [{ kind: 'erreur', faute: 'Montant à préciser.', remede: 'Écrivez par exemple 13 725,00.' }] : []
        }
      />
      <Button small aria-label={`Retirer le montant ${index + 1}`} onClick={onRemove}>
        Retirer
      </Button>
    </div>
  )
}
