import { expect, test } from 'vitest'
import { foldText } from './lines'
import { findMontantsEnLettres, readNombre } from './lettres'

test.each<[string, number]>([
  ['vingt et un', 21],
  ['soixante-dix-sept', 77],
  ['quatre-vingts', 80],
  ['quatre-vingt-dix-neuf', 99],
  ['trois cent quatre-vingt-quatre', 384],
  ['mille deux', 1002],
  ['vingt-sept mille quatre cent cinquante', 27_450],
  ['deux millions trois cents', 2_000_300],
])('«%s» is %d', (texte, nombre) => {
  expect(readNombre(texte)).toBe(nombre)
})

test.each<[string, number[]]>([
  ['Arrêtée à la somme de vingt-sept mille quatre cent cinquante euros', [27_450_00]],
  ['SOIT DOUZE MILLE EUROS ET CINQUANTE CENTIMES', [12_000_50]],
  ['mille deux\ncent euros', [1_200_00]],
  ['une indemnité de quarante euros', []],
  ['SAS au capital de cinquante mille euros', []],
  ['un euro', []],
])('[guide §3.2 montantSegurHTFacture] «%s»', (texte, montants) => {
  expect(findMontantsEnLettres(foldText(texte))).toEqual(montants)
})
