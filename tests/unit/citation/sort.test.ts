import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCitationEngine } from '../../../src/citation/index.ts'
import type { Name, Work } from '../../../src/citation/csl.ts'
import { bibliography, marked } from './reading.ts'

const by = (id: string, title: string, year: number, ...author: Name[]): Work => ({
  id,
  type: 'book',
  title,
  issued: { 'date-parts': [[year]] },
  ...(author.length > 0 && { author }),
})
const order = (...works: Work[]) =>
  createCitationEngine(works)
    .bibliography()
    .map(({ key }) => key)

test('umlauts sort as their vowels, ß as ss, accents are ignored', () => {
  const names = [
    'Müller',
    'Mueller',
    'Muller',
    'Mulder',
    'Groß',
    'Grosse',
    'Babić',
    'Babel',
    'Öhm',
    'Ohm',
    'Zorn',
  ]
  const works = names.map((family, i) => by(`w${i}`, family, 2000, { family, given: 'A' }))
  const sorted = order(...works).map((key) => names[Number(key.slice(1))])
  assert.deepEqual(sorted, [
    'Babel',
    'Babić',
    'Groß',
    'Grosse',
    'Mueller',
    'Mulder',
    'Müller',
    'Muller',
    'Öhm',
    'Ohm',
    'Zorn',
  ])
})

test('particles are ignored and follow the given name', () => {
  const dijck = by('dijck', 'Plattform', 2013, {
    family: 'Dijck',
    given: 'José',
    'non-dropping-particle': 'van',
  })
  assert.deepEqual(
    order(by('v', 'A', 2000, { family: 'Vogl' }), dijck, by('e', 'A', 2000, { family: 'Ernst' })),
    ['dijck', 'e', 'v'],
  )
  assert.match(
    marked(createCitationEngine([dijck]).bibliography()[0]?.pieces ?? []),
    /^Dijck, José van: /,
  )
})

test('works of one author sort by year, then title, before those with co-authors', () => {
  const eva: Name = { family: 'Muster', given: 'Eva' }
  const works = [
    by('both', 'A', 1990, eva, { family: 'Amt' }),
    by('b', 'B', 2001, eva),
    by('a', 'A', 2001, eva),
    by('old', 'Z', 1999, eva),
  ]
  assert.deepEqual(order(...works), ['old', 'a', 'b', 'both'])
})

test('works without an author sort by title, which comes first in the entry', () => {
  const [, middle] = createCitationEngine([
    by('z', 'A', 2000, { family: 'Zorn' }),
    by('m', '«Maschine»', 2000),
    by('a', 'Z', 2000, { family: 'Amt' }),
  ]).bibliography()
  assert.equal(marked(middle?.pieces ?? []), '*«Maschine»*, 2000')
  assert.match(middle?.sortKey ?? '', /^maschine/)
})

test('lists only the requested works, without duplicates', () => {
  const engine = createCitationEngine(bibliography)
  const keys = ['rella-2024', 'babic-2025', 'rella-2024']
  assert.deepEqual(
    engine.bibliography(keys).map(({ key }) => key),
    ['babic-2025', 'rella-2024'],
  )
  assert.equal(engine.bibliography().length, bibliography.length)
})

test('an entry has all authors, inverted, the translator and the address', () => {
  const [entry] = createCitationEngine(bibliography).bibliography(['mcluhan-1992'])
  assert.equal(
    marked(entry?.pieces ?? []),
    'McLuhan, Marshall: *Die magischen Kanäle. «Understanding Media»*, übers. von Meinrad Amann, Düsseldorf u. a. 1992',
  )
  const [interview] = createCitationEngine(bibliography).bibliography(['tompros-2025'])
  assert.match(
    marked(interview?.pieces ?? []),
    /^Tompros, Louis, interviewt von Scott Young: DeepSeek/,
  )
  assert.equal(
    interview?.pieces.find(({ href }) => href)?.href,
    'https://hls.harvard.edu/today/deepseek-chatgpt-and-the-global-fight-for-technological-supremacy',
  )
})
