import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { useForm } from 'react-hook-form'
import { createStore, useStore } from 'zustand'

/** The part of a demande that such a page would show. */
interface Ligne {
  numLigne: number
  numeroASP: string
  numeroEditeur: string
  facture: { dateFacture: string; montantSegurHTFacture: number }
  beneficiaires: string[]
}

const store = createStore<{ lignes: readonly Ligne[] }>(() => ({ lignes: [] }))

async function open(file: File | undefined) {
  const { lignesImport } = JSON.parse((await file?.text()) ?? '') as { lignesImport: Ligne[] }
  store.setState({ lignes: lignesImport })
}

/** What anyone would build first: a file, one store, a list of what it holds, a form of the one chosen. */
function Page() {
  const lignes = useStore(store, (state) => state.lignes)
  const [rang, setRang] = useState(0)
  const chosen = lignes[rang]
  return (
    <>
      <input type="file" aria-label="Fichier" onChange={({ target }) => void open(target.files?.[0])} />
      <ol>
        {lignes.map(({ numLigne, numeroASP, numeroEditeur, facture, beneficiaires }, index) => (
          <li key={numLigne}>
            <button type="button" onClick={() => setRang(index)}>
              {numeroASP} {numeroEditeur} {facture.dateFacture} {facture.montantSegurHTFacture.toFixed(2)}{' '}
              {beneficiaires.length} sites
            </button>
          </li>
        ))}
      </ol>
      {chosen && <Formulaire key={chosen.numLigne} ligne={chosen} />}
    </>
  )
}

function Formulaire({ ligne }: { ligne: Ligne }) {
  const { register } = useForm({ defaultValues: ligne })
  return (
    <form>
      <h1>Demande {ligne.numLigne}</h1>
      <input {...register('numeroASP')} />
      <input {...register('numeroEditeur')} />
      <input {...register('facture.dateFacture')} />
      <input {...register('facture.montantSegurHTFacture')} />
      {ligne.beneficiaires.map((finess, index) => (
        <input key={finess} {...register(`beneficiaires.${index}`)} />
      ))}
    </form>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Page />)
