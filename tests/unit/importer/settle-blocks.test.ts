import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block, ImportedText, Passage } from '../../../src/importer/imported-text.ts'
import { editionTree } from '../../../src/importer/write/edition-tree.ts'
import { lostOnTheWay } from '../../../src/importer/write/round-trip.ts'
import { settleBlocks } from '../../../src/importer/write/settle-blocks.ts'
import { writeMarkdown } from '../../../src/markdown/write.ts'

const at = { kind: 'line', line: 1, column: 1 } as const
const passage = (text: string, points: Passage['points'] = []): Passage => ({
  text,
  positions: text ? [{ index: 0, at }] : [],
  marks: [],
  points,
})
const paragraph = (text: string): Block => ({ kind: 'paragraph', content: passage(text) })
const heading = (level: number, text: string): Block => ({
  kind: 'heading',
  level,
  content: passage(text),
})
const table = (rows: string[][], caption: string | null = null): Block => ({
  kind: 'table',
  headed: false,
  rows: rows.map((row) => row.map((cell) => passage(cell))),
  caption: caption === null ? null : passage(caption),
})
const list = (start: number | null, ...items: Block[][]): Block => ({ kind: 'list', start, items })

/** The Markdown of blocks, which loses nothing, and the remarks. */
function written(blocks: Block[], note: Block[] = [paragraph('Nass.')]) {
  const text: ImportedText = {
    file: 'x',
    head: { title: 'Das Moor', subtitle: null, authors: ['Anna Berg'] },
    works: [],
    pictures: [],
    blocks: [
      { kind: 'paragraph', content: passage('Vor.', [{ kind: 'call', label: '1', index: 4 }]) },
      ...blocks,
    ],
    notes: [{ label: '1', kind: 'footnote', at, blocks: note }],
  }
  const { value, remarks } = settleBlocks(text)
  const rights = { status: 'open', source: 'x', changes: 'keine' }
  const tree = editionTree(value, { rights, printed: null })
  const markdown = writeMarkdown(tree.root)
  assert.deepEqual(lostOnTheWay('x', tree, markdown), [])
  return {
    body: markdown.replace(/^---\n[\s\S]*?\n---\n/, '').trim(),
    said: remarks.map((one) => one.text),
  }
}

const empty: Record<string, [Block[], string]> = {
  'a table without words': [
    [
      table([
        ['', ''],
        ['', ''],
      ]),
    ],
    '',
  ],
  'a table without words with a caption': [[table([['', '']], 'Tab. 1')], 'Tab. 1'],
  'a table without rows': [[table([], 'Tab. 2')], 'Tab. 2'],
  'an empty row': [
    [
      table([
        ['a', 'b'],
        ['', ''],
      ]),
    ],
    '|   |   |\n| - | - |\n| a | b |\n|   |   |',
  ],
  'an empty item of a list': [[list(null, [paragraph('a')], [], [paragraph('b')])], '- a\n- b'],
  'an empty item of a numbered list': [
    [list(1, [paragraph('a')], [paragraph('')], [paragraph('b')])],
    '1\\. a\n\n3\\. b',
  ],
  'a list of empty items': [[list(1, [], [paragraph(' ')])], ''],
  'an item that is a list': [
    [list(null, [paragraph('a')], [list(null, [paragraph('b')])])],
    '- a\n\n  - b',
  ],
  'an empty quotation': [[{ kind: 'quote', blocks: [paragraph('')] }], ''],
  'a quotation in a quotation': [
    [{ kind: 'quote', blocks: [{ kind: 'quote', blocks: [] }, paragraph('x')] }],
    '> x',
  ],
  'an empty heading': [[heading(1, '')], ''],
  'an empty paragraph': [[paragraph('\u00A0 ')], ''],
  'a stanza with empty lines': [
    [{ kind: 'verse', lines: [passage(''), passage('a'), passage('b'), passage('')] }],
    '| a\n| b',
  ],
  'a stanza of empty lines': [[{ kind: 'verse', lines: [passage('')] }], ''],
}

for (const [name, [blocks, wanted]] of Object.entries(empty))
  test(`${name} is written so that nothing is lost`, () => {
    const whole = (inner: string) => ['Vor.[^1]', inner, '[^1]: Nass.'].filter(Boolean).join('\n\n')
    assert.equal(written(blocks).body, whole(wanted))
    if (blocks[0]!.kind !== 'heading') written([], [paragraph('x'), ...blocks])
  })

test('what is left out is counted, and a note without words is asked about', () => {
  const { said } = written([table([['']]), heading(2, ''), table([['']]), paragraph('x')])
  assert.deepEqual(said, ['Ohne Wörter und weggelassen: Tabellen (2), Überschriften (1).'])
  const note = written([], [paragraph('')])
  assert.match(note.body, /^\[\^1\]: \\?\[leer\]$/m)
  assert.deepEqual(note.said, ['Die Anmerkung 1 ist leer; vorläufig steht „[leer]“ da.'])
})

test('a call without words around it stays', () => {
  const call: Block = {
    kind: 'paragraph',
    content: passage('', [{ kind: 'call', label: '1', index: 0 }]),
  }
  assert.match(written([call]).body, /^\[\^1\]$/m)
})

test('headings begin with level 1 and skip none; only a skipped level is remarked on', () => {
  const levels = (...own: number[]) => {
    const { body, said } = written(own.map((level) => heading(level, 'Moor')))
    const depths = [...body.matchAll(/^#+/gm)].map(([signs]) => signs.length - 1)
    return { depths, said: said.length }
  }
  assert.deepEqual(levels(2, 3, 2), { depths: [1, 2, 1], said: 0 })
  assert.deepEqual(levels(1, 3, 3, 2), { depths: [1, 2, 2, 2], said: 2 })
  assert.deepEqual(levels(2, 1, 4), { depths: [1, 1, 2], said: 2 })
  assert.deepEqual(levels(1, 2, 3, 4, 5, 6), { depths: [1, 2, 3, 4, 5, 5], said: 1 })
})

test('a list inside that only goes on counting belongs to the list around it', () => {
  const inner = list(3, [paragraph('Drei.')], [paragraph('Vier.')])
  const outer = list(1, [paragraph('Eins.')], [paragraph('Zwei.'), inner], [paragraph('Fünf.')])
  assert.match(
    written([outer]).body,
    /^1\. Eins\.\n+2\. Zwei\.\n+3\. Drei\.\n+4\. Vier\.\n+5\. Fünf\.$/m,
  )
  const own = list(
    1,
    [paragraph('Eins.'), list(1, [paragraph('A.')], [paragraph('B.')])],
    [paragraph('Zwei.')],
  )
  assert.match(written([own]).body, /^1\. Eins\.\n+   1\. A\.\n+   2\. B\.\n+2\. Zwei\.$/m)
})

test('a numbered item alone is a paragraph that begins with its number', () => {
  const content = passage('Sechstens folgt das.', [{ kind: 'call', label: '1', index: 9 }])
  const { body } = written([list(6, [{ kind: 'paragraph', content }, paragraph('Mehr.')])])
  assert.match(body, /^6\\\. Sechstens\[\^1\] folgt das\.\n\nMehr\.$/m)
  assert.match(written([list(null, [paragraph('Ein Punkt.')])]).body, /^[-*] Ein Punkt\.$/m)
})
