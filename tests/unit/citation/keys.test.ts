import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyFromWords, keysOf } from '../../../src/citation/keys.ts'

const zotero = (item: string) => `http://zotero.org/users/local/x1/items/${item}`
const work = (id: string, family: string, year?: number, title = 'Uhren', more = {}) => ({
  id,
  title,
  author: [{ family }],
  ...(year && { issued: { 'date-parts': [[year]] } }),
  ...more,
})
const made = (works: Parameters<typeof keysOf>[0], kept?: Record<string, string>) =>
  Object.fromEntries(keysOf(works, kept))

test('a key is made of surname and year; what is a key already stays', () => {
  const works = [
    work('weber-2001', 'Weber', 2001),
    work(zotero('A'), 'von der Größe', 1999),
    work(zotero('B'), 'Šimůnek'),
    { ...work(zotero('C'), '', 1950, 'Der Anker'), author: [] },
    { id: '12/X', title: '時計' },
  ]
  assert.deepEqual(made(works), {
    [zotero('A')]: 'groesse-1999',
    [zotero('B')]: 'simunek-o-j',
    [zotero('C')]: 'anker-1950',
    '12/X': 'werk-o-j',
  })
})

test('keys that were given in the reference manager are taken, in small letters', () => {
  const works = [
    work('RadFeder2011', 'Rad', 2011),
    work('rad_anker_2012', 'Rad', 2012),
    work(zotero('A'), 'Rad', 2013, 'Uhren', { 'citation-key': 'radUhren' }),
    work(zotero('B'), 'Rad', 2014, 'Uhren', { note: 'tex.x: 1\nCitation Key: Rad:Zeit\nPMID: 7' }),
  ]
  assert.deepEqual(Object.values(made(works)), [
    'radfeder2011',
    'rad-anker-2012',
    'raduhren',
    'rad-zeit',
  ])
  for (const written of ['RadFeder2011', 'rad_anker_2012', 'Rad:Zeit'])
    assert.ok(Object.values(made(works)).includes(keyFromWords(written)), written)
})

test('works of one author and year have letters by their titles, in whatever order they come', () => {
  const works = [
    work(zotero('A'), 'Rad', 2011, 'Unruhen'),
    work(zotero('B'), 'Rad', 2011, 'Anker'),
    work(zotero('C'), 'Rad', 2011, 'Federn'),
  ]
  const keys = {
    [zotero('A')]: 'rad-2011c',
    [zotero('B')]: 'rad-2011a',
    [zotero('C')]: 'rad-2011b',
  }
  assert.deepEqual(made(works), keys)
  assert.deepEqual(made([...works].reverse()), keys)
})

test('kept keys stay when works are added, change their year or go', () => {
  const first = [work(zotero('A'), 'Rad', 2011, 'Unruhen')]
  const kept = made(first)
  assert.deepEqual(kept, { [zotero('A')]: 'rad-2011' })
  const more = [work(zotero('B'), 'Rad', 2011, 'Anker'), work(zotero('A'), 'Rad', 2012, 'Unruhen')]
  assert.deepEqual(made(more, kept), { [zotero('A')]: 'rad-2011', [zotero('B')]: 'rad-2011b' })
  assert.deepEqual(made([work(zotero('B'), 'Rad', 2011)], kept), { [zotero('B')]: 'rad-2011b' })
})

test('a made key is never that of a work with a key of its own', () => {
  assert.deepEqual(made([work('rad-2011', 'Rad', 2011), work(zotero('A'), 'Rad', 2011)]), {
    [zotero('A')]: 'rad-2011b',
  })
})

test('hundreds of works of one year have a key each', () => {
  const works = Array.from({ length: 800 }, (_, i) => work(zotero(`N${i}`), 'Rad', 2011))
  assert.equal(new Set(Object.values(made(works))).size, 800)
})
