import { expect, test } from 'vitest'
import { champsTableau } from '../../tableau/champs'
import { readColonnes } from '../../tableau/colonnes'
import { openArchive } from './archive'
import { readClasseur } from './readClasseur'
import { writeModele } from './writeModele'

test('[format §6] the table to download has a title for each field, and each is recognised without doubt', async () => {
  const lu = await readClasseur('modele.xlsx', await writeModele())
  const feuilles = lu.ok ? lu.feuilles : []
  expect(feuilles.map(({ nom }) => nom)).toEqual(['Demandes', 'Notice'])
  const colonnes = feuilles[0] ? readColonnes(feuilles[0]).colonnes : []
  expect(colonnes.map(({ champ, sur }) => [champ, sur])).toEqual(champsTableau.map((champ) => [champ, true]))
})

test('[format §6] its columns are of the format «Texte», that eats no zero', async () => {
  const sheet = await openArchive(await writeModele(), (parts) => parts('xl/worksheets/sheet1.xml'))
  expect(sheet).toContain(`<col min="1" max="${champsTableau.length}" width="26" customWidth="1" style="1"/>`)
})
