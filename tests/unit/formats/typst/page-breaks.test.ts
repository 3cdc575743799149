import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { build } from '../../../../src/edition/build.ts'
import { compilePdf } from '../../../../src/formats/typst/compile.ts'
import { jointsOf, type Joint } from '../../../../src/formats/typst/page-breaks.ts'
import { smallEdition } from '../../../fixture-edition.ts'
import { readPdf } from '../../../parity/read-pdf.ts'

function textOf(body: string) {
  const head = '---\ntitle: Probe\nauthor: Niemand\nrights: { status: open }\n---'
  const source = `${head}\n\n${body}\n`
  const { edition, problems } = build(
    { ...smallEdition(), 'content/texts/probe.md': source },
    'local',
  )
  assert.ok(edition, problems.map(({ message }) => message).join('\n'))
  return edition.texts.find(({ slug }) => slug === 'probe')!
}

test('the signs beside a page break say what a line may do there', () => {
  const cases: [string, Joint][] = [
    ['[](page:1)Anfang', 'open'],
    ['vor [](page:2)hinter', 'open'],
    ['mitten[](page:3)drin', 'word'],
    ['*mitten*[](page:4)drin', 'word'],
    ['<em>mitten[](page:5)</em>drin', 'word'],
    ['mitten[](page:6)*drin*', 'word'],
    ['Dampf-[](page:7)Rad', 'open'],
    ['Wort[](page:8) dann', 'tight'],
    ['»[](page:9)Wort«', 'tight'],
    ['19[](page:10)84', 'tight'],
    ['S.\u00a0[](page:11)Wort', 'tight'],
    ['Zeile  \n[](page:12)neue Zeile', 'open'],
    ['Ruf[^1][](page:13) danach', 'tight'],
  ]
  const text = textOf(
    `${cases.map(([words]) => words).join('\n\n')}\n\n[^1]: Mitten[](page:14)drin.`,
  )
  const found: Record<string, Joint> = {}
  const blocks = [...text.tree.children, ...text.notes.map(({ node }) => node)]
  for (const [node, joint] of jointsOf(blocks)) found[node.value] = joint
  const expected = Object.fromEntries(
    cases.map(([words, joint]) => [/page:(\d+)/.exec(words)![1]!, joint]),
  )
  assert.deepEqual(found, { ...expected, 14: 'word' })
})

/** The words of each paragraph stand a little farther on, so that every line end is met. */
const shifts = Array.from({ length: 60 }, (_, i) => i)
const body = shifts
  .map((shift) => {
    const before = 'i'.repeat(1 + (shift % 30)) + (shift < 30 ? '' : ' mm')
    const page = shift * 4
    return `${before} Quelle Wasserdampf[](page:${page + 1})schifffahrt an *Land[](page:${page + 2})straßen* vorbei, hinter [](page:${page + 3})der Brücke »[](page:${page + 4})gewiss« doch`
  })
  .join('\n\n')

/** The words behind the page breaks of a paragraph. */
const starts = ['schif', 'stra', 'derBr', 'ge']

const around = {
  ...{ edition: 'Probe', address: 'https://edition.example/', reference: 'Probe' },
  ...{ terms: [], works: new Map(), bibliography: [], figure: () => null },
  absolute: (url: string) => url,
}

async function pagesOf(size: number) {
  const made = await compilePdf(textOf(body), around, { paper: 'a5', size })
  assert.ok('pdf' in made, 'fault' in made ? made.fault : '')
  const { blocks } = await readPdf(made.pdf)
  const loading = getDocument({ data: new Uint8Array(made.pdf), verbosity: 0 })
  const pdf = await loading.promise
  const pages = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const runs = items
      .flatMap((item) => ('str' in item && item.str.trim() ? [item] : []))
      .map(({ str, transform }) => ({ words: str, y: (transform as number[])[5]! }))
    pages.push({ runs, glyphs: await glyphsOf(page) })
  }
  await loading.destroy()
  return { paragraphs: blocks.filter(({ kind }) => kind === 'paragraph'), pages }
}

/** The signs as they are drawn, with soft hyphens, which are none of the content that pdf.js gives. */
async function glyphsOf(page: PDFPageProxy): Promise<string> {
  const { fnArray, argsArray } = await page.getOperatorList()
  return fnArray
    .flatMap((operator, i) => (operator === OPS.showText ? argsArray[i][0] : []))
    .map((glyph: { unicode?: string }) => glyph.unicode ?? '')
    .join('')
}

const set = pagesOf(13)

test('a line ends at a page break within a word with a hyphen or not at all', async () => {
  const { paragraphs, pages } = await set
  assert.equal(paragraphs.length, shifts.length)
  let ended = 0
  for (const { words } of paragraphs) {
    const found = /Wasserdampf(\n?)schif.*\san\sLand(\n?)stra.*\sder\sBrü.*\s»ge/s.exec(words)
    assert.ok(found, words)
    ended += found.slice(1).filter(Boolean).length
  }
  const hyphens = pages.flatMap(({ glyphs }) => [...glyphs.matchAll(/\u00ad\|/g)]).length
  assert.ok(ended > 0)
  assert.equal(hyphens, ended)
})

test('page breaks are read at their words', async () => {
  for (const [i, { words, marks }] of (await set).paragraphs.entries()) {
    const letters = words.replace(/\s/g, '')
    const pages = marks.filter(({ kind }) => kind === 'page')
    assert.deepEqual(
      pages.map(({ name, at }, k) => [name, letters.slice(at, at + starts[k]!.length)]),
      starts.map((next, k) => [String(i * 4 + 1 + k), next]),
    )
  }
})

test('the number of a page stands beside the line that its first words begin', async () => {
  let numbers = 0
  for (const { runs } of (await set).pages)
    for (const [i, { words, y }] of runs.entries()) {
      const [, number] = /^S\.\s(\d+)$/.exec(words) ?? []
      if (!number) continue
      numbers += 1
      // In the order of the content the words come behind the number.
      const behind = runs.slice(i + 1).filter(({ words }) => words !== '\u2060')
      const next = starts[(Number(number) - 1) % 4]!
      const line = behind.filter((run) => Math.abs(run.y - y) < 2).map(({ words }) => words)
      assert.equal(
        line
          .join('')
          .replace(/[\u2060 ]/g, '')
          .slice(0, next.length),
        next,
        number,
      )
      assert.ok(Math.abs(behind[0]!.y - y) < 2, `${number} is not beside ${behind[0]!.words}`)
    }
  assert.equal(numbers, shifts.length * 4)
})
