import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { DropZone } from '../../ui/DropZone'
import { TextField } from '../../ui/TextField'
import { ouvrirFichiers } from '../ouverture/ouvrir'
import { travail } from '../poste/travail'
import { telechargerModele } from './modele'
import styles from './Tableau.module.css'

const paste = (texte: string) => void travail.tableaux().then((all) => all.paste(texte))

/** Whether a pasted text is cells: several columns or several lines. */
const isCells = (texte: string) => /[\t\n]/.test(texte.trim())

const isField = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null

/** Where a spreadsheet comes in: opened, dropped or pasted. Cells pasted anywhere on the list are taken too. `open`: unfolded. */
export function ImporterTableau({ open }: { open: boolean }) {
  const [cellules, setCellules] = useState('')
  const receive = useEffectEvent((event: ClipboardEvent) => {
    const texte = event.clipboardData?.getData('text') ?? ''
    if (isField(event.target) || !isCells(texte)) return
    event.preventDefault()
    paste(texte)
  })
  useEffect(() => {
    addEventListener('paste', receive)
    return () => removeEventListener('paste', receive)
  }, [])
  const read = (texte: string) => {
    if (texte.trim() === '') return
    setCellules('')
    paste(texte)
  }
  return (
    <Card>
      <details open={open}>
        <summary className={styles.legend}>Importer un tableau Excel, LibreOffice ou CSV</summary>
        <div className={styles.import}>
          <DropZone
            id="tableau"
            label="Importer un tableau"
            multiple
            onFiles={(files) => void ouvrirFichiers(files)}
            text="Une ligne par demande, ou par site : .xlsx, .ods ou .csv"
          />
          <TextField
            id="cellules"
            label="Ou coller des cellules"
            hint="Copiez les lignes dans votre tableur, titres compris, puis collez-les ici, ou n’importe où sur cette page"
            lines
            value={cellules}
            onChange={setCellules}
            onPaste={(event) => {
              const texte = event.clipboardData.getData('text')
              if (!isCells(texte)) return
              event.preventDefault()
              read(texte)
            }}
          />
          <div className={styles.actions}>
            <Button disabled={cellules.trim() === ''} onClick={() => read(cellules)}>
              Lire ces cellules
            </Button>
            <Button onClick={() => void telechargerModele()}>Télécharger un modèle de tableau</Button>
          </div>
        </div>
      </details>
    </Card>
  )
}
