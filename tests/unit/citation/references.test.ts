import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCitationEngine } from '../../../src/citation/index.ts'
import type { Work } from '../../../src/citation/csl.ts'
import { bibliography, marked, work } from './reading.ts'

const engine = createCitationEngine(bibliography)

test('full and short references have no locator', () => {
  assert.equal(
    marked(engine.full('babic-2025')),
    'Milan Babić: *Geoökonomie. Anatomie der neuen Weltordnung*, Berlin 2025',
  )
  assert.equal(marked(engine.short('babic-2025')), 'Babić: *Geoökonomie*')
})

test('an address is a separate piece that links to the full URL', () => {
  const link = (key: string) => engine.full(key).filter(({ href }) => href)
  assert.deepEqual(link('fazi-2024'), [
    { text: 'doi.org/10.5840/jcp202411052', href: 'https://doi.org/10.5840/jcp202411052' },
  ])
  assert.deepEqual(link('huang-2025'), [
    {
      text: 'wsj.com/tech/ai/china-nvidia-ai-chips-fbdbc30a',
      href: 'https://www.wsj.com/tech/ai/china-nvidia-ai-chips-fbdbc30a',
    },
  ])
  assert.deepEqual(link('gabrys-2011'), [])
})

test('the time in a video follows its address', () => {
  const [[reference] = []] = engine.notes([
    { number: 1, citations: [{ key: 'offert-2025', locator: 'TC 00:05:34', prefix: '' }] },
  ])
  assert.match(
    marked(reference?.pieces ?? []),
    /auf YouTube, youtu\.be\/\S+ \(7\.12\.2025\), TC 00:05:34$/,
  )
})

test('two works with the same short title are distinguished by the year', () => {
  assert.equal(
    marked(engine.short('vaswani-2017')),
    'Vaswani u. a.: Attention Is All You Need (2017)',
  )
  assert.equal(
    marked(engine.short('vaswani-2023')),
    'Vaswani u. a.: Attention Is All You Need (2023)',
  )
})

test('short references of the edition are unique', () => {
  const short = bibliography.map(({ id }) => marked(engine.short(id)))
  assert.deepEqual(
    short.filter((one, i) => short.indexOf(one) !== i),
    [],
  )
})

test('authors who also edit the volume are named once: dies. for several, ders. only if set in the work', () => {
  assert.match(marked(engine.full('tuschling-2023')), /, in: dies\. \(Hg\.\): \*ChatGPT/)
  assert.match(marked(engine.full('kittler-1993')), /, in: ders\.: \*Draculas/)
  assert.match(
    marked(engine.full('fuller-cramer-2008')),
    /, in: Matthew Fuller \(Hg\.\): \*Software/,
  )
  const { custom: _, ...unsaid } = work('kittler-1993')
  const [other] = createCitationEngine([unsaid]).bibliography()
  assert.match(marked(other?.pieces ?? []), /, in: Friedrich A\. Kittler: \*Draculas/)
})

test('a shortened list of names ends in u. a. in every form', () => {
  assert.match(marked(engine.full('deepseek-v3-2025')), /^DeepSeek-AI u\. a\.: /)
  const [entry] = engine.bibliography(['deepseek-v3-2025'])
  assert.match(
    marked(entry?.pieces ?? []),
    /^DeepSeek-AI; Liu, Aixin; Feng, Bei; Xue, Bing u\. a\.: DeepSeek-V3/,
  )
  const two: Work = {
    id: 'x',
    type: 'book',
    title: 'T',
    author: [{ family: 'Muster', given: 'Eva' }, { literal: 'u. a.' }],
  }
  assert.equal(marked(createCitationEngine([two]).full('x')), 'Eva Muster u. a.: *T*')
})

test('markup in a title, apostrophes and HTML special characters arrive as text', () => {
  const odd: Work = {
    id: 'x',
    type: 'book',
    title: "Zur <i>Res</i> & Macht's: R < D",
    issued: { 'date-parts': [['1999']] },
  }
  assert.deepEqual(createCitationEngine([odd]).short('x'), [
    { text: 'o. A.: ' },
    { text: 'Zur ', italic: true },
    { text: 'Res' },
    { text: ' & Macht’s', italic: true },
  ])
})
