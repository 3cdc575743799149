import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  compareGerman,
  formatDate,
  formatNumber,
  formatVersion,
  placeName,
  readingMinutes,
} from '../../../../src/formats/german/german.ts'

test('numbers are grouped with points', () => {
  assert.deepEqual([7, 6812, 1234567].map(formatNumber), ['7', '6.812', '1.234.567'])
})

test('dates are written out as far as known', () => {
  assert.equal(formatDate('2026-11-23'), '23. November 2026')
  assert.equal(formatDate('2026-03'), 'März 2026')
  assert.equal(formatDate('2026'), '2026')
})

test('a version has its date, if any', () => {
  assert.equal(formatVersion({ version: '1.1', date: '2026-03' }), 'Fassung 1.1 vom März 2026')
  assert.equal(formatVersion({ version: '1.1' }), 'Fassung 1.1')
})

test('reading takes at least a minute', () => {
  assert.deepEqual([0, 90, 1000].map(readingMinutes), [1, 1, 5])
})

test('umlauts sort as their vowels', () => {
  const words = ['Zahl', 'Äther', 'Auto', 'Straße', 'Strasse', 'Übung', 'Uhr']
  const sorted = words.toSorted(compareGerman)
  assert.deepEqual(sorted, ['Äther', 'Auto', 'Strasse', 'Straße', 'Übung', 'Uhr', 'Zahl'])
})

test('locators are written in German', () => {
  const names = ['abs-14', 'anm-12', 's-104', 'die-abordnung'].map(placeName)
  assert.deepEqual(names, ['Abs.\u202f14', 'Anm.\u202f12', 'S.\u202f104', 'die-abordnung'])
})
