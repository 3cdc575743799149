import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesIn, withoutTitles } from '../../../src/importer/readers/person-names.ts'
import { webAddress } from '../../../src/importer/readers/web-address.ts'

test('academic titles before a name are left out, initials stay', () => {
  for (const titles of [
    'Dr.',
    'Prof. Dr.',
    'Univ.-Prof. Dr. phil. habil.',
    'Priv.-Doz. Dr. rer. nat.',
    'PD Dr. h. c. mult.',
    'Prof. Dr. med.',
    'Prof. Dr. Dr. h.c.',
    'Dipl.-Ing.',
    'Dr.-Ing.',
    'M.A.',
    'M. A.',
    'Mag.',
    'PROF. DR.',
    'em. Prof.',
    'Professorin',
  ])
    assert.equal(withoutTitles(`${titles} Anna Berg`), 'Anna Berg', titles)
  for (const name of [
    'A. Berg',
    'H. C. Tal',
    'M. A. Berg',
    'Phil Berg',
    'Ma Tal',
    'Magdalena Berg',
  ])
    assert.equal(withoutTitles(name), name)
  assert.equal(withoutTitles('M. A.'), '')
  assert.deepEqual(namesIn('von Dr. Anna Berg und Prof. Karl Tal'), ['Anna Berg', 'Karl Tal'])
})

test('addresses that texts link to', () => {
  assert.equal(webAddress('doi:10.1234/ab'), 'https://doi.org/10.1234/ab')
  assert.equal(webAddress('urn:nbn:de:1'), 'https://nbn-resolving.org/urn:nbn:de:1')
  assert.equal(webAddress('www.heu.example'), 'https://www.heu.example')
  for (const none of ['file:///heu', 'heu.html', 'javascript:a', 'urn:isbn:1'])
    assert.equal(webAddress(none), null, none)
})
