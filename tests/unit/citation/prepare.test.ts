import assert from 'node:assert/strict'
import { test } from 'node:test'
import { address, shortTitle, stopForColon } from '../../../src/citation/prepare.ts'

test('only the colon before a subtitle becomes a full stop', () => {
  assert.equal(stopForColon('Titel: Untertitel: mehr'), 'Titel. Untertitel: mehr')
  assert.equal(stopForColon('«Vector Media»: Towards'), '«Vector Media». Towards')
})

test('a colon that belongs to the title stays', () => {
  assert.equal(stopForColon('TC 10:30 und weiter'), 'TC 10:30 und weiter')
  assert.equal(stopForColon('Lesen (Band 1: Anfang)'), 'Lesen (Band 1: Anfang)')
  assert.equal(stopForColon('Über «Sein: Zeit»'), 'Über «Sein: Zeit»')
})

test('the short title is the part before the colon, unless the work has one', () => {
  const base = { id: 'x', type: 'book' }
  assert.equal(shortTitle({ ...base, title: 'Titel: Untertitel' }), 'Titel')
  assert.equal(shortTitle({ ...base, title: 'U.S. Aims to Hobble' }), 'U.S. Aims to Hobble')
  assert.equal(shortTitle({ ...base, title: 'Lang: Länger', 'title-short': 'Kurz' }), 'Kurz')
})

test('an address is shown without protocol, www. and last slash, but links to the full URL', () => {
  const base = { id: 'x', type: 'webpage' }
  assert.deepEqual(address({ ...base, URL: 'https://www.example.org/a/' }), {
    text: 'example.org/a',
    href: 'https://www.example.org/a/',
  })
  assert.deepEqual(address({ ...base, URL: 'https://example.org', DOI: '10.1/a<b>' }), {
    text: 'doi.org/10.1/a<b>',
    href: 'https://doi.org/10.1/a%3Cb%3E',
  })
  assert.deepEqual(address({ ...base, DOI: 'https://dx.doi.org/10.1/a' })?.text, 'doi.org/10.1/a')
  assert.equal(address(base), null)
})
