/**
 * `npm run test:round-trip`: writes the fixture edition's long text in other formats by pandoc and LibreOffice, imports
 * the files and compares. Formats whose program is not installed are skipped. The edition's own PDF, EPUB and TEI of
 * three texts are imported, too; their pages are in tests/sites.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diffArrays } from 'diff'
import type { Nodes, PhrasingContent, Root } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { visit } from 'unist-util-visit'
import { parse } from 'yaml'
import { parseMarkdown } from '../../src/markdown/parse.ts'
import { build } from '../../src/edition/build.ts'
import { editions, richText, sourcesIn, texts } from '../fixture-edition.ts'
import { imported, read } from './imported.ts'
import { comparedWith, formOf, unexplained, type Part } from './own-forms.ts'

const source = sourcesIn(editions.whole)['content/texts/zwanzig-von-132.md']!
const folder = mkdtempSync(join(tmpdir(), 'round-trip-'))
process.on('exit', () => rmSync(folder, { recursive: true }))

const tree = parseMarkdown(source)
const plain = pandocTree(tree)
const wanted = read(plain)
writeFileSync(join(folder, 'text.md'), pandocMarkdown(plain))

const ways: Record<string, string[][]> = {
  'text.docx': [['pandoc', 'text.md', '-o', 'text.docx']],
  'text.odt': [['pandoc', 'text.md', '-o', 'text.odt']],
  'text.epub': [['pandoc', 'text.md', '-o', 'text.epub']],
  'text.html': [['pandoc', '-s', 'text.md', '-o', 'text.html']],
  'text.tei.xml': [['pandoc', '-s', '-t', 'tei', 'text.md', '-o', 'text.tei.xml']],
  'office/text.docx': [
    [
      'soffice',
      '--headless',
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      'office',
      'text.odt',
    ],
  ],
  'office/text.odt': [
    ['soffice', '--headless', '--convert-to', 'odt', '--outdir', 'office', 'text.docx'],
  ],
  'office/text.pdf': [
    ['soffice', '--headless', '--convert-to', 'pdf', '--outdir', 'office', 'text.docx'],
  ],
  'text.md': [],
}

const rows = [
  [
    'file',
    'notes',
    'called as before',
    'different words',
    'headings',
    'italic words',
    'foreign passages',
    'quotes',
    'pages',
  ],
]
for (const [file, commands] of Object.entries(ways)) {
  const missing = commands.find(
    ([program, ...args]) => spawnSync(program!, args, { cwd: folder }).status !== 0,
  )
  if (missing) {
    rows.push([file, `skipped: ${missing[0]} is not here or failed`])
    continue
  }
  const got = await imported(join(folder, file))
  const streams = [wanted, got].map(({ words, notes }) => [
    ...words,
    ...notes.flatMap((note) => note.words),
  ])
  const changes = diffArrays(streams[0]!, streams[1]!).filter(
    ({ added, removed }) => added || removed,
  )
  if (process.argv.includes('--differences'))
    for (const { added, value } of changes)
      console.log(`${file} ${added ? '+' : '-'} ${value.join(' ')}`)
  const different = changes.reduce((sum, { value }) => sum + value.length, 0)
  const called = got.notes.filter(({ before }, i) => before === wanted.notes[i]?.before).length
  rows.push([
    file,
    `${got.notes.length}/${wanted.notes.length}`,
    `${called}/${wanted.notes.length}`,
    String(different),
    `${got.headings.length}/${wanted.headings.length}`,
    `${got.italics.length}/${wanted.italics.length}`,
    `${got.languages.length}/${wanted.languages.length}`,
  ])
  if (got.notes.length !== wanted.notes.length || called !== wanted.notes.length || different > 0)
    process.exitCode = 1
}

/** The edition's own forms, all parts of which are compared. */
const { edition } = build({ ...sourcesIn(editions.whole), ...richText() }, 'local')
for (const slug of [texts.long, texts.small, 'formeln'])
  for (const form of ['pdf', 'epub', 'xml'] as const) {
    const text = edition!.texts.find((text) => text.slug === slug)!
    const got = await comparedWith(text, `text.${form}`, await formOf(text, edition!, form))
    const share = (part: Part) => {
      const lost = got.differences[part].filter((one) => one.startsWith('-')).length
      return `${got.wanted[part] - lost}/${got.wanted[part]}`
    }
    const faults = unexplained(got, `text.${form}`)
    rows.push([
      `own/${slug}.${form}`,
      share('notes'),
      share('calls'),
      String(got.differences.words.length),
      share('headings'),
      share('italics'),
      share('languages'),
      share('quotes'),
      share('pages'),
    ])
    for (const fault of faults) console.log(`own/${slug}.${form} ${fault}`)
    if (faults.length > 0) process.exitCode = 1
  }

const widths = rows[0]!.map((_, i) =>
  Math.max(...rows.map((row) => (row.length > 2 || i === 0 ? (row[i] ?? '').length : 0))),
)
for (const row of rows)
  console.log(widths.map((width, i) => (row[i] ?? '').padEnd(width)).join('  '))

/** The text without what only the edition's Markdown knows: links of its schemes, page marks, citations. */
function pandocTree(root: Root): Root {
  const copy = structuredClone(root)
  visit(copy, (node) => {
    if (!('children' in node)) return
    node.children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
      if (child.type === 'pageBreak' || child.type === 'image') return []
      if (child.type === 'citation')
        return [{ type: 'text', value: child.value.replace(/[[\]@]/g, '') }]
      if (child.type === 'workRef' || child.type === 'glossRef') return child.children
      if (child.type === 'link') return child.url.startsWith('http') ? [child] : child.children
      return [child]
    }) as never
  })
  return copy
}

function pandocMarkdown(root: Root): string {
  const yaml = root.children.find((node) => node.type === 'yaml')
  const { title, author, subtitle } = parse(yaml?.type === 'yaml' ? yaml.value : '{}') as Record<
    string,
    string
  >
  const head = JSON.stringify({ title, subtitle, author, lang: 'de' })
  const body = toMarkdown(
    { ...root, children: root.children.filter((node) => node.type !== 'yaml') },
    {
      extensions: [gfmFootnoteToMarkdown(), gfmTableToMarkdown()],
      handlers: {
        foreign: (
          node: { language: string; children: PhrasingContent[] },
          _: unknown,
          state: never,
          info: never,
        ) => span(node.children, `lang=${node.language}`, state, info),
        styled: (
          node: { style: string; children: PhrasingContent[] },
          _: unknown,
          state: never,
          info: never,
        ) =>
          span(
            node.children,
            `.${node.style === 'small-caps' ? 'smallcaps' : node.style}`,
            state,
            info,
          ),
      } as never,
    },
  )
  return `---\n${head}\n---\n\n${body}`
}

function span(
  children: PhrasingContent[],
  attribute: string,
  state: { containerPhrasing: (node: unknown, info: unknown) => string },
  info: object,
): string {
  const words = state.containerPhrasing(
    { type: 'paragraph', children },
    { ...info, before: '[', after: ']' },
  )
  return `[${words}]{${attribute}}`
}
