import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askAboutLostWords } from '../../../src/importer/report/lost-words.ts'

const linesOf = (source: string) =>
  source
    .split('\n')
    .map((text, i) => ({ text, at: { kind: 'line' as const, line: i + 1, column: 1 } }))
const lost = (source: string, ...kept: string[]) =>
  askAboutLostWords(linesOf(source), kept).map(({ text }) => /„(.*)“/.exec(text)![1])

test('words of a source that do not arrive are asked about, line by line', () => {
  const source = 'Ein Netz hat Löcher.\nDas Garn fehlt noch.\nEin Netz bleibt.'
  assert.deepEqual(lost(source, 'Ein Netz hat Löcher.', 'Ein Netz bleibt.'), [
    'Das Garn fehlt noch',
  ])
  assert.deepEqual(lost(source, source), [])
  assert.deepEqual(lost(source, source.replace('Ein Netz bleibt.', 'Netz bleibt.')), ['Ein'])
})

test('divided words, soft hyphens and words over a page end arrive', () => {
  assert.deepEqual(
    lost('Die Fischer-\nboote und das Gar\u00ADn.', 'Die Fischerboote und das Garn.'),
    [],
  )
  assert.deepEqual(lost('ein Fischer-\n1 Hafen\nboot', 'ein Fischerboot', '1 Hafen'), [])
  assert.deepEqual(lost('ein Fischer-\nboot', 'ein Fischer'), ['boot'])
})

test('signs that choose the form of an arrow are no words', () => {
  assert.deepEqual(lost('Ein Netz. \u21A9\uFE0E', 'Ein Netz.'), [])
})
