/** Counts of paragraphs in the margins of a PDF, also on a page with little text. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passagesOf } from '../../../src/importer/imported-text.ts'
import { makePdf, setLine, setParagraph, type MadePage, type Run } from './made-pdf.ts'
import { readSource } from './read-source.ts'

const filler =
  'Am Ufer liegen drei Boote, und hinter ihnen steht das Haus der Fischerin, die jeden Morgen vor der Tür sitzt und Netze flickt. '

/** Pages of paragraphs with their numbers, from `first` on, at `x` of each page; the last has the given ones. */
function numbered(first: number, sides: readonly number[], last: readonly string[]): MadePage[] {
  let number = first
  return sides.map((x, page) => {
    const isLast = page === sides.length - 1
    const runs: Run[] = []
    let y = 70
    for (const [i, words] of (isLast ? last : Array(5).fill(filler.repeat(2))).entries()) {
      runs.push(...setLine(String(number++), x, y, { size: 7 }))
      const indent = i > 0 ? 14 : 0
      const set = setParagraph(words, { x: 60, width: 300, size: 11, leading: 14, y, indent })
      runs.push(...set.runs)
      y = set.y
    }
    return { runs }
  })
}

for (const [name, sides, last] of [
  ['one line', [35, 35, 35], ['Das Boot ist weg.']],
  [
    'two short paragraphs, in outer margins',
    [35, 375, 35, 375],
    ['Das Boot ist weg.', 'Sie geht.'],
  ],
  ['a page with its number on the other side than the page before', [375, 35, 375], ['Es regnet.']],
] as const)
  test(`counts beside a last page with ${name}`, async () => {
    const { text, remarks } = await readSource(makePdf({ pages: numbered(14, sides, last) }), {
      file: 'x.pdf',
      format: 'pdf',
    })
    const words = passagesOf(text!.blocks).map((passage) => passage.text)
    assert.deepEqual(words.slice(-last.length), [...last])
    assert.doesNotMatch(words.join(' '), /\d/)
    const counts = 5 * (sides.length - 1) + last.length
    const said = remarks.flatMap(
      ({ text }) => /am Rand der Seite.*„(.*)“/.exec(text)?.[1]?.split(' ') ?? [],
    )
    assert.equal(said.length, counts)
  })

test('a year on a last page without counts elsewhere stays', async () => {
  const runs: Run[] = []
  let y = 70
  for (let i = 0; i < 5; i += 1) {
    const set = setParagraph(filler, { x: 60, width: 300, size: 11, leading: 14, y })
    runs.push(...set.runs)
    y = set.y
  }
  const pages = [
    { runs },
    {
      runs: [
        ...setLine('Ende im Jahr', 60, 70, { size: 11 }),
        ...setLine('1912', 150, 70, { size: 11 }),
      ],
    },
  ]
  const { text } = await readSource(makePdf({ pages }), { file: 'x.pdf', format: 'pdf' })
  assert.match(passagesOf(text!.blocks).at(-1)!.text, /1912/)
})
