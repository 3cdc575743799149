import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passageRange, type Item } from '../../../src/contract/passage-range.ts'

const kinds: Record<string, Item> = { h: 'heading', n: 'numbered', o: 'other' }

/** @param passage h, n, o as they stand in the text; the passage runs from the first n in brackets to the last */
function isMarked(passage: string): void {
  const items = [...passage.replace(/[[\](){}]/g, '')].map((letter) => kinds[letter]!)
  const inside = [...passage].filter((letter) => letter !== '(' && letter !== ')')
  const [from, to] = ['[', ']'].map((sign) => inside.indexOf(sign)) as [number, number]
  const outer = [...passage].filter((letter) => letter !== '[' && letter !== ']')
  const expected = [outer.indexOf('('), outer.indexOf(')') - 2]
  assert.deepEqual(passageRange(items, from, to - 2), expected, passage)
}

const cases = {
  'paragraphs alone': 'hn([nn])nhn',
  'a block behind a paragraph belongs to it': 'hn([nn]oo)nhn',
  'a block behind the paragraph before does not': 'hno([n])hn',
  'a block below the heading belongs to the paragraph after it': 'hnh(o[nn])n',
  'blocks between paragraphs': 'hn([nohoon]o)hn',
  'a block of another section without paragraphs does not': 'hn([n])hohn',
  'a section of such blocks in between': 'hn([nhohn]o)n',
  'all paragraphs are all of the text': '(oh[nohn]oho)',
}
for (const [name, passage] of Object.entries(cases)) test(name, () => isMarked(passage))
