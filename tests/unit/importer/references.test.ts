import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf, languageOfTitle } from '../../../src/importer/apparatus/language.ts'
import type { CslDate } from '../../../src/importer/imported-text.ts'
import { clausesOf } from '../../../src/importer/apparatus/references/clauses.ts'
import { WorkIndex } from '../../../src/importer/apparatus/references/match-bibliography.ts'
import { keyFor, yearOf } from '../../../src/importer/apparatus/references/keys.ts'
import { readMentions } from '../../../src/importer/apparatus/references/read-mention.ts'
import { readReference } from '../../../src/importer/apparatus/references/read-reference.ts'
import { peopleFrom, readNames } from '../../../src/importer/apparatus/references/names.ts'
import { nameDistance, titleDistance } from '../../../src/importer/apparatus/references/similar.ts'

test('names before a colon', () => {
  const named = (text: string) =>
    readNames(text)?.people.map(({ family, literal }) => family ?? literal)
  assert.deepEqual(named('Vgl. Ruth van Amsel: Titel'), ['Amsel'])
  assert.deepEqual(named('Vgl. u. a. Ruth Amsel, M. Paul Kerbel u. a.: Titel'), [
    'Amsel',
    'Kerbel',
    'u. a.',
  ])
  assert.deepEqual(named('Vgl. für einen Überblick: Ruth Amsel: Titel'), ['Amsel'])
  assert.deepEqual(named('Die Autorinnen beziehen sich auf Ruth Amsel: Titel'), ['Amsel'])
  assert.deepEqual(named('Eva Tonn zit. n. Amsel: Titel'), ['Amsel'])
  assert.deepEqual(named('Vgl. o. A.: Titel'), [])
  assert.equal(readNames('Eva Tonn zit. n. Amsel: Titel')?.quotedPerson, 'Eva Tonn')
  assert.equal(readNames('Ruth Amsel (Hg.): Titel')?.editors, true)
  for (const prose of [
    'Das zeigt die Karte: sie ist leer',
    'Zur Frage der Form: ja',
    'ohne Doppelpunkt',
  ])
    assert.equal(readNames(prose), null, prose)
})

test('persons as CSL names', () => {
  assert.deepEqual(peopleFrom('José van Dijck'), [
    { family: 'Dijck', 'non-dropping-particle': 'van', given: 'José' },
  ])
  assert.deepEqual(peopleFrom('Satya Nadella @satyanadella'), [
    { family: 'Nadella', given: 'Satya' },
  ])
  assert.deepEqual(peopleFrom('Reuters'), [{ literal: 'Reuters' }])
})

test('clauses end at semicolons and sentences, not at abbreviations or in brackets', () => {
  const cut = (text: string) => clausesOf(text).map(({ from, to }) => text.slice(from, to))
  assert.deepEqual(cut('Vgl. A. Berg: X, 3; C. Tal: Y (Wien; Graz), 4. Dort mehr.'), [
    'Vgl. A. Berg: X, 3',
    'C. Tal: Y (Wien; Graz), 4.',
    'Dort mehr.',
  ])
  assert.deepEqual(cut('Bd. 5, Nr. 3. Am 12. April, z. B. Berg u. a. Tal.'), [
    'Bd. 5, Nr. 3.',
    'Am 12. April, z. B. Berg u. a. Tal.',
  ])
})

test('typing errors are allowed in long words, not in numbers', () => {
  assert.equal(nameDistance('van Dijk', 'van Dijck'), 1)
  assert.equal(nameDistance('Rho', 'Rha'), null)
  assert.equal(titleDistance('Das feste Feuer', 'Das feste Feuer. Leuchttürme'), 0)
  assert.equal(titleDistance('Das feste Feur', 'Das feste Feuer. Leuchttürme'), 1)
  assert.equal(titleDistance('Werke Bd. 2', 'Werke Bd. 3'), null)
  assert.equal(titleDistance('Feuer', 'Das feste Feuer'), null)
})

test('a work in the bibliography is found by DOI, address, or title, name and year', () => {
  const work = (id: string, year: number, more: object = {}) => ({
    id,
    type: 'book',
    title: 'Das feste Feuer',
    author: [{ family: 'Amsel', given: 'Ruth' }],
    issued: { 'date-parts': [[year]] },
    ...more,
  })
  const find = (like: ReturnType<typeof work>, ...entries: ReturnType<typeof work>[]) =>
    new WorkIndex(entries).match(like)?.id ?? null
  assert.equal(find(work('', 1999), work('a', 1999), work('b', 2004)), 'a')
  assert.equal(find(work('', 2001), work('a', 1999)), null)
  assert.equal(find(work('', 1999, { title: 'Das letzte Feuer' }), work('a', 1999)), null)
  assert.equal(find(work('', 2001, { DOI: '10.1/X' }), work('a', 1999, { DOI: '10.1/x' })), 'a')
  assert.equal(find(work('', 1999, { DOI: '10.1/y' }), work('a', 1999, { DOI: '10.1/x' })), null)
  assert.equal(
    find(
      work('', 2001, { URL: 'https://a.example/x' }),
      work('a', 1999, { URL: 'https://www.a.example/x' }),
    ),
    'a',
  )
  assert.equal(find(work('', 1999), work('a', 1999), work('b', 1999)), null, 'two fit equally well')
})

test('keys: surname and year, and a word if that key is taken', () => {
  const work = { id: '', type: 'book', title: 'Über den Öfen', issued: { 'date-parts': [[1999]] } }
  const author = [{ family: 'Größe', given: 'Ina' }]
  assert.equal(keyFor({ ...work, author }, new Set()), 'groesse-1999')
  assert.equal(keyFor({ ...work, author }, new Set(['groesse-1999'])), 'groesse-1999-ueber')
  assert.equal(keyFor(work, new Set()), 'ueber-1999')
})

test('years in all forms of CSL dates', () => {
  const year = (issued?: CslDate) => yearOf({ id: 'x', type: 'book', ...(issued && { issued }) })
  assert.equal(year({ 'date-parts': [[1999, 2]] }), 1999)
  assert.equal(year({ 'date-parts': [['1999']] }), 1999)
  assert.equal(year({ 'date-parts': [] }), undefined)
  assert.equal(year({ raw: '12. Mai 2001' }), 2001)
  assert.equal(year({ literal: 'um 1750' }), 1750)
  assert.equal(year({ literal: '1750 oder 1760' }), undefined)
  assert.equal(year({ literal: 'o. J.' }), undefined)
  assert.equal(year(), undefined)
  const dated = (issued: CslDate) => ({ id: 'a', type: 'book', title: 'Öfen', issued })
  const printed = dated({ 'date-parts': [[2001]] })
  assert.equal(
    new WorkIndex([dated({ literal: 'o. J.' }), dated({ raw: '2001' })]).match(printed)?.id,
    'a',
  )
  assert.equal(keyFor(dated({ literal: 'o. J.' }), new Set()), 'oefen')
})

test('languages', () => {
  const expected = {
    en: [
      'parallel computing',
      '[T]he gap is there',
      'if it works, leave it alone',
      'state-controlled',
    ],
    de: [
      'Hardware-Wende',
      'Interface',
      'digitale Souveränität',
      'materiell',
      'konnektionistisch',
      'T',
      'file.png',
      '[the-map-overview.png]',
      'www.flussamt.example/the/water',
      'flussamt.example/reading',
      'the_reading.tar.gz',
    ],
    unsure: ['mens sana', 'savoir faire'],
  }
  for (const [verdict, texts] of Object.entries(expected))
    for (const text of texts) assert.equal(languageOf(text), verdict, text)
  assert.equal(languageOfTitle('The Art of Weaving'), 'en')
  assert.equal(languageOfTitle('Die Kunst des Webens'), 'de')
  assert.equal(languageOfTitle('Interface'), undefined)
})

test('an address alone is no reference to a work', () => {
  const kinds = (note: string) => [...readMentions(note, () => false)].map(({ kind }) => kind)
  for (const note of [
    'https://www.flussamt.example/wehr/2019/breite.html',
    'Siehe https://www.flussamt.example/damm (12.3.2020).',
    'Online unter: www.flussamt.example/id=12, abgerufen am 3. Mai 2021.',
    'Vgl. https://doi.org/10.5555/abc.2019.12.',
    'URL: <https://flussamt.example> (letzter Zugriff: 04.05.2019)',
  ])
    assert.ok(!kinds(note).includes('unread'), note)
  for (const note of [
    'Amsel: Vom Wehr, https://www.flussamt.example/wehr.',
    'Flussamt, Jahresbericht, https://www.flussamt.example/2019.',
  ])
    assert.ok(kinds(note).includes('unread'), note)
})

test('full references without a year', () => {
  const read = (text: string) => {
    const names = readNames(text)!
    const work = readReference(names, text.slice(names.colon + 2))?.work
    return work && [work.type, work['publisher-place'] ?? work['container-title'], work.issued]
  }
  const none = { literal: 'o. J.' }
  const later = { literal: 'im Erscheinen' }
  assert.deepEqual(read('Ada Berg: Vom Heu, Köln o. J., 7'), ['book', 'Köln', none])
  assert.deepEqual(read('Ada Berg: Vom Heu. Ein Versuch, Köln, im Erscheinen'), [
    'book',
    'Köln',
    later,
  ])
  assert.deepEqual(read('Ada Berg: Heu, in: Uwe Tal (Hg.): Wiesen, Bonn i. E., 3–9'), [
    'chapter',
    'Bonn',
    later,
  ])
  assert.deepEqual(read('Ada Berg: Heu, in: Wiesenblätter, Bd. 5, in Vorbereitung'), [
    'article-journal',
    'Wiesenblätter',
    later,
  ])
  assert.equal(read('Ada Berg: Heu und Gras'), undefined)
  assert.deepEqual(
    clausesOf('Berg: Heu, Köln o. J., 7; Tal: Gras, Bonn o. J. Dort mehr.').map(({ from }) => from),
    [0, 26],
  )
})
