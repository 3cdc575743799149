import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test, type TestContext } from 'node:test'
import { passagesOf } from '../../../src/importer/imported-text.ts'
import { detectFormat } from '../../../src/importer/readers/detect-format.ts'
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
} as const

for (const [format, content] of Object.entries(files) as [keyof typeof files, string][]) {
  test(`${format} is told by its bytes`, () => {
    assert.deepEqual(detectFormat(Buffer.from(content), 'text.x'), { format })
  })

  test(`${format} is read by pandoc, with its note`, { skip }, async () => {
    const { text, remarks, problems } = await readByPandoc(format)(source(content), options)
    assert.deepEqual(problems, [])
    if (text!.notes.length === 0) {
      // Older versions of pandoc do not read the notes of JATS.
      assert.equal(format, 'jats')
      assert.ok(remarks.some(({ question, text }) => question && text.includes('1 Anmerkungen')))
      return
    }
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
