import { expect, test } from 'vitest'
import { regles } from '../dossier/regles'
import { showMessage } from '../format/message'
import { pages } from './pages'
import { fold, holdsAll, textOf } from './recherche'
import { chapitres, exempleOf, explications } from './regles/explications'

const placed = chapitres.flatMap(({ regles }) => regles)

test('every rule has one place in the guide, and every place is a rule’s', () => {
  expect([...placed].sort()).toEqual(Object.keys(regles).sort())
})

test.each(placed)('the rule %s is explained in its own words, with a title no other has', (nom) => {
  const { titre, pourquoi } = explications[nom]
  expect(placed.filter((other) => explications[other].titre === titre)).toEqual([nom])
  expect(showMessage(exempleOf(nom))).not.toMatch(/undefined|null|NaN|\[object/)
  for (const text of [titre, pourquoi]) {
    expect(text).toMatch(/^[A-Z0-9É«]/)
    expect(text).not.toMatch(/['"]|\.\.\.| {2}|[^\s\d][?!;]/)
  }
  expect(pourquoi).toMatch(/[.?]$/)
})

test('each page has its own address, apart from those of the rules', () => {
  const addresses = [...pages.map(({ ancre }) => ancre), ...placed, 'regles', 'recherche']
  expect(new Set(addresses).size).toBe(addresses.length)
  for (const { ancre } of pages) expect(ancre).toMatch(/^[a-z-]+$/)
})

test.each([
  ['what is to be had first', 'numero ans avance payee', 'ce-qu-il-me-faut'],
  ['the portal’s refusal', 'portail rejete', 'portail-a-rejete'],
  ['a word of the trade', 'finess juridique', 'mots'],
  ['the keyboard', 'TAB', 'clavier'],
  ['where data are kept', 'brouillons navigateur', 'donnees'],
  ['what is not checked', 'ne contrôle pas', 'ce-qui-n-est-pas-controle'],
])('%s is found by «%s»', (_, searched, ancre) => {
  expect(pages.filter((page) => holdsAll(textOf(page), searched)).map((page) => page.ancre)).toContain(ancre)
})

test('a search takes any accent, letter case, apostrophe and space, and nothing looked for finds all', () => {
  expect(fold('L’Été\u00a0DMP')).toBe("l'ete dmp")
  expect(holdsAll('L’attestation de vérification', "l'ATTESTATION  verif")).toBe(true)
  expect(holdsAll('L’attestation', 'facture')).toBe(false)
  expect(holdsAll('', '')).toBe(true)
})
