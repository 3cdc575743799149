import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jointOf } from '../../../src/importer/readers/divided-words.ts'
import { textOf, type Line, type Piece } from '../../../src/importer/readers/pdf/page-model.ts'
import { inPageOrder, inReadingOrder } from '../../../src/importer/readers/pdf/right-to-left.ts'

/** A line whose pieces stand side by side, four points a sign, two words apart. */
function lineOf(...texts: string[]): Line {
  let x = 0
  const pieces = texts.map((text): Piece => {
    const from = x
    x += 4 * text.length + 4
    return {
      ...{ text, x: from, right: x - 4, y: 0, size: 10, url: null, tag: null, element: null },
      ...{
        style: { italic: false, bold: false, smallCaps: false },
        raised: null,
        language: null,
        call: null,
        formula: null,
        page: null,
      },
    }
  })
  const column = { slot: 'whole', left: 0, right: x } as const
  return {
    ...{ page: 1, number: 1, pieces, x: 0, right: x, y: 0, size: 10 },
    column,
    block: null,
    edge: x,
  }
}

const read = (...texts: string[]) => {
  const page = { number: 1, width: 100, height: 100, lines: [lineOf(...texts)], rules: [] }
  return textOf(inReadingOrder([page])[0]!.lines[0]!)
}
const onPage = (text: string) => [...text].reverse().join('')

test('Hebrew and Arabic between German words', () => {
  assert.equal(read(`Das Wort ${onPage('שלום')} steht hier.`), 'Das Wort שלום steht hier.')
  assert.equal(
    read('Sie sagt:', onPage('שלום'), onPage('עליכם'), 'und geht.'),
    'Sie sagt: עליכם שלום und geht.',
  )
  assert.equal(
    read(`Der Satz ${onPage('كتاب صغير')}, der kurz ist.`),
    'Der Satz كتاب صغير, der kurz ist.',
  )
})

test('a line from right to left, with a number and a German word in it', () => {
  assert.equal(
    read(`.${onPage('ספר')} 132 ${onPage('יש')} Berlin ${onPage('בעיר')}`),
    'בעיר Berlin יש 132 ספר.',
  )
})

test('the letters of a ligature keep their order', () => {
  assert.equal(read(`Das Wort ${inPageOrder('لا')}${onPage('س')} steht.`), 'Das Wort سلا steht.')
  assert.equal(inPageOrder('fi'), 'fi')
})

test('lines of Chinese and Japanese are joined without a space, others with one', () => {
  const space = (before: string, after: string) => jointOf(before, after, new Map()).space
  assert.equal(space('水流过石', '头，风吹过'), false)
  assert.equal(space('古い本を', '読む。'), false)
  assert.equal(space('过山林。', 'und danach'), true)
})
