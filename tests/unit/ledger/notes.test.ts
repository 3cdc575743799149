import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freezeSource } from '../../../src/edition/ledger/freeze-source.ts'
import { ledgerSchema } from '../../../src/edition/ledger/schema.ts'
import { readText } from '../../../src/edition/read/read-text.ts'

const path = 'content/texts/probe.md'
const first = [
  'Die Uhr am Rathaus geht seit dem Brand von 1871 um vier Minuten nach.',
  'So Ida Weber in ihrer Werkstattkunde, die noch immer aufgelegt wird.',
  'Siehe dort.',
  'Das Pendel wiegt elf Pfund und hängt an einer Feder aus blauem Stahl.',
  'Siehe dort.',
]
const source = (notes: readonly string[], version: string) =>
  `---
title: Probe
author: A. Probe
version: '${version}'
rights: { status: open, licence: CC-BY-4.0 }
---

Eins${notes.map((_, i) => `[^${i + 1}]`).join(' und weiter')}.

${notes.map((note, i) => `[^${i + 1}]: ${note}`).join('\n\n')}
`
const frozen = freezeSource(path, source(first, '1.0'), null).written!
const fatesOf = (notes: readonly string[], ledger: string, version = '1.1') => {
  const read = readText(path, source(notes, version), ledgerSchema.parse(JSON.parse(ledger)))
  return read.data!.history!.notes!['1.0']
}

test('a note that was put in moves the numbers of those behind it', () => {
  const now = [...first.slice(0, 1), 'Eine neue Anmerkung über das Uhrwerk.', ...first.slice(1)]
  const expected = {
    fates: { '2': { now: '3' }, '3': { now: '4' }, '4': { now: '5' }, '5': { now: '6' } },
    added: ['2'],
  }
  assert.deepEqual(fatesOf(now, frozen), expected)
  const { lines, written } = freezeSource(path, source(now, '1.1'), frozen)
  assert.ok(lines.includes('  Anm. 2 is now Anm. 3'), lines.join('\n'))
  assert.ok(lines.includes('  Anm. 2 is new'), lines.join('\n'))
  // And on, over a version in which the notes change again.
  const later = now.slice(1)
  assert.deepEqual(fatesOf(later, written!, '1.2')!.fates, {
    '1': { now: null },
  })
})

test('a note that is reworded or gone is said to be', () => {
  const now = first.with(3, first[3]!.replace('elf', 'zwölf')).toSpliced(0, 1)
  const { fates, added } = fatesOf(now, frozen)!
  assert.deepEqual(fates['1'], { now: null })
  assert.deepEqual(fates['4'], { now: '3', changed: true })
  assert.deepEqual(added, [])
})

test('notes in another order keep their wording, like ones are not guessed', () => {
  const { fates } = fatesOf([first[3]!, first[1]!, first[0]!, 'Siehe dort.'], frozen)!
  assert.deepEqual([fates['1'], fates['2'], fates['4']], [{ now: '3' }, undefined, { now: '1' }])
})

test('a ledger made before notes were recorded is valid, and gets them by a freeze', () => {
  const { notes: _, ...older } = JSON.parse(frozen) as Record<string, unknown>
  const ledger = JSON.stringify(older)
  assert.equal(
    readText(path, source(first, '1.0'), ledgerSchema.parse(older)).data!.history!.notes,
    undefined,
  )
  const { written, lines } = freezeSource(path, source(first, '1.0'), ledger)
  assert.equal(written, frozen)
  assert.match(lines.join('\n'), /its notes are recorded/)
})

test('the notes of a frozen version cannot change', () => {
  const { refused, lines } = freezeSource(path, source(first.slice(1), '1.0'), frozen)
  assert.equal(refused, true)
  assert.match(lines.join('\n'), /Anm\. 1 is gone/)
})

test('a reference is recorded as it is named, not as it is written', () => {
  const cited = ['[@weber-2001, 7]', ...first]
  const ledger = freezeSource(path, source(cited, '1.0'), null).written!
  assert.deepEqual(fatesOf(['[@mayer-1999]', ...cited], ledger)!.fates['1'], { now: '2' })
})
