import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test, type TestContext } from 'node:test'
import { passagesOf } from '../../../src/importer/imported-text.ts'
import { detectFormat } from '../../../src/importer/readers/detect-format.ts'
import { inlineNotes } from '../../../src/importer/readers/pandoc/inline-notes.ts'
import { readByPandoc } from '../../../src/importer/readers/pandoc/read-by-pandoc.ts'
import { optionsFor } from './read-source.ts'

const options = optionsFor('text')
const source = (content: string) => ({
  file: 'text.x',
  bytes: Buffer.from(content),
  beside: () => null,
})
const isHere = spawnSync('pandoc', ['--version']).status === 0
const skip = isHere ? false : 'pandoc is not installed'

const files = {
  rtf: String.raw`{\rtf1\ansi Der Brunnen war leer.{\footnote Seit Mai.} Am Abend kam Regen.\par}`,
  latex: String.raw`\documentclass{article}\begin{document}Der Brunnen war leer.\footnote{Seit Mai.} Am Abend kam Regen.\end{document}`,
  jats: '<article article-type="research-article"><body><p>Der Brunnen war leer.<xref ref-type="fn" rid="f1">1</xref> Am Abend kam Regen.</p></body><back><fn-group><fn id="f1"><p>Seit Mai.</p></fn></fn-group></back></article>',
  docbook:
    '<article xmlns="http://docbook.org/ns/docbook" version="5.0"><para>Der Brunnen war leer.<footnote><para>Seit Mai.</para></footnote> Am Abend kam Regen.</para></article>',
} as const

for (const [format, content] of Object.entries(files) as [keyof typeof files, string][]) {
  test(`${format} is told by its bytes`, () => {
    assert.deepEqual(detectFormat(Buffer.from(content), 'text.x'), { format })
  })

  test(`${format} is read by pandoc, with its note`, { skip }, async () => {
    const { text, problems } = await readByPandoc(format)(source(content), options)
    assert.deepEqual(problems, [])
    assert.deepEqual(
      passagesOf(text!.blocks).map(({ text }) => text),
      ['Der Brunnen war leer. Am Abend kam Regen.'],
    )
    assert.deepEqual(
      text!.notes.map(({ label, blocks }) => [
        label,
        ...passagesOf(blocks).map(({ text }) => text),
      ]),
      [['1', 'Seit Mai.']],
    )
  })
}

const read = async (format: keyof typeof files, content: string) => {
  const { text, source: words, problems } = await readByPandoc(format)(source(content), options)
  assert.deepEqual(problems, [])
  const said = (blocks: Parameters<typeof passagesOf>[0]) =>
    passagesOf(blocks).map(({ text }) => text)
  return {
    passages: said(text!.blocks),
    notes: text!.notes.map(({ blocks }) => said(blocks).join(' ')),
    words: words.lines.map(({ text }) => text),
  }
}

test('RTF of word processors keeps its notes and all letters', { skip }, async () => {
  const parts = [
    String.raw`{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}}{\*\generator X;}`,
    String.raw`{\pard \f0 F\u252?r \u252\'fcber \'84Wege\'93, \u-10179?\u-8704?.`,
    String.raw`{\super\chftn{\*\footnote\chftn\pard\plain \v0 W\u228?re es so.}} Gr\u252?n\par}`,
    // A line's end may end a control word.
    '{\\pard\\loch\nZwei\\par}}',
  ]
  const { passages, notes, words } = await read('rtf', parts.join(''))
  assert.deepEqual(passages.length, 2)
  assert.match(passages[0]!, /^Für über „Wege“, .*\. Grün$/u)
  assert.equal(passages[1], 'Zwei')
  assert.deepEqual(notes, ['Wäre es so.'])
  assert.deepEqual(words, ['Für über „Wege“, 😀.', 'Wäre es so.', 'Grün', 'Zwei'])
})

test('words that pandoc leaves out are among those to be found', { skip }, async () => {
  const field = String.raw`{\rtf1\ansi{\pard Siehe {\field{\*\fldinst HYPERLINK "x"}{\fldrslt dort}}.\par}}`
  assert.deepEqual((await read('rtf', field)).words, ['Siehe dort.'])
  const { words } = await read(
    'jats',
    '<article article-type="x"><body><p>Ein <italic>B</italic>eet<xref ref-type="fn" rid="a">1</xref> &amp; mehr.</p></body><back><fn-group><fn id="a"><label>1</label><p>Klein.</p></fn></fn-group></back></article>',
  )
  assert.deepEqual(words, ['Ein Beet', 'Klein.', '& mehr.'])
})

test('notes of JATS stand at their calls, but not those of a damaged file', () => {
  const whole =
    '<p>Eins<xref ref-type="fn" rid="a">1</xref>, zwei<xref ref-type="fn" rid="a">1</xref><xref ref-type="bibr" rid="b"/>.</p><fn-group><fn id="a"><label>1</label><p>Klein.</p></fn><fn id="c"><p>Ungerufen.</p></fn></fn-group>'
  assert.equal(
    inlineNotes(whole),
    '<p>Eins<fn><p>Klein.</p></fn>, zwei<xref ref-type="fn" rid="a">1</xref><xref ref-type="bibr" rid="b"/>.</p><fn-group><fn id="c"><p>Ungerufen.</p></fn></fn-group>',
  )
  for (const damaged of [
    '<xref ref-type="fn" rid="a">1</xref>' + '<fn id="a">'.repeat(50_000),
    '<fn id="a">x</fn>' + '<xref ref-type="fn" rid="a">'.repeat(50_000),
    '<fn id="a"'.repeat(50_000),
  ])
    assert.equal(inlineNotes(damaged), damaged)
})

const withoutPath = (t: TestContext) => {
  const { PATH } = process.env
  process.env.PATH = ''
  t.after(() => void (process.env.PATH = PATH))
}

test('without pandoc the format and the way out are named', async (t) => {
  withoutPath(t)
  const { problems } = await readByPandoc('rtf')(source(files.rtf), options)
  assert.equal(problems[0]?.name, 'unknown-format')
  assert.match(problems[0].message, /^This is RTF\. Install pandoc .+ save it as DOCX/)
})

test('what pandoc cannot read is a problem with its words', { skip }, async () => {
  const { problems } = await readByPandoc('rtf')(source('{\\rtf1 \\uc'), options)
  assert.ok(problems.length === 0 || problems[0]!.name === 'damaged-file')
  const broken = await readByPandoc('jats')(source('<article article-type="x"><body>'), options)
  assert.equal(broken.problems[0]?.name, 'damaged-file')
})
