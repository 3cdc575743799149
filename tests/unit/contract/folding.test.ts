import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  foldWord,
  relatedForms,
  slugOf,
  spellings,
  spellOut,
  withoutAccents,
} from '../../../src/contract/folding.ts'

test('words are compared without case, diacritics, hyphens and stars', () => {
  assert.equal(foldWord('Größe'), 'grosse')
  assert.equal(foldWord('Nvidia-H100-GPUs'), 'nvidiah100gpus')
  assert.equal(foldWord('Entwickler*innen'), 'entwicklerinnen')
  assert.deepEqual(spellings('Souveraenitaet'), ['souveraenitaet', 'souveranitat'])
})

test('other forms of a word are derived', () => {
  assert.deepEqual(relatedForms('plattformen'), ['plattform', 'plattformum'])
  assert.ok(relatedForms('zentrum').includes('zentren'))
  assert.ok(relatedForms('okonomischer').includes('okonom'))
})

test('letters are compared without accents, or written out', () => {
  const words = 'GRÖẞE, Straße: à la Žižek'
  assert.equal(withoutAccents(words), 'grosse, strasse: a la zizek')
  assert.equal(spellOut(words), 'groesse, strasse: a la zizek')
})

test('slugs have small letters, digits and hyphens between them', () => {
  assert.equal(slugOf('«Zählen» & Café – Nr. 7!'), 'zaehlen-cafe-nr-7')
  assert.equal(slugOf('時計 …'), '')
})
