/**
 * The importer on the real scan, if available. The expected references were listed by hand from its notes; the wording
 * is compared with an independent reading of the scan.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import type { Nodes } from 'mdast'
import { parseMarkdown } from '../../../src/markdown/parse.ts'
import { readText } from '../../../src/edition/read/read-text.ts'
import { importScan } from './import-scan.ts'
import type { Work } from '../../../src/importer/imported-text.ts'
import { editions, fixtures, sourcesIn } from '../../fixture-edition.ts'
import { findSource } from '../../source.ts'

const file = findSource()
const isHere = file !== null && basename(file) === 'fritz-am-harten-kern.txt'
const skip = isHere
  ? false
  : 'the scan is not here: set EDITION_SOURCE, or put it into ../shared/source'

const gold: Record<string, string[]> = JSON.parse(
  readFileSync(join(fixtures, 'importer/source-references.json'), 'utf8'),
)

const options = { file: 'scan.txt', slug: 'scan', rights: 'unknown' }
const imported = (bibliography: readonly Work[], firstPage: number | null = null) =>
  importScan(readFileSync(file!), { ...options, bibliography, firstPage })

const known: Work[] = JSON.parse(sourcesIn(editions.whole)['content/bibliography.json']!)

test('the source: every note and every work', { skip }, () => {
  const { text, bibliography, counts } = imported(known)
  assert.deepEqual(
    { ...counts, questions: undefined },
    {
      paragraphs: 32,
      quotes: 2,
      headings: 9,
      notes: 91,
      works: 65,
      references: 102,
      questions: undefined,
    },
  )
  assert.equal(bibliography, null)
  const { data: read, problems } = readText('content/private/scan.md', text)
  assert.deepEqual(problems, [])
  const mentions = read!.notes.map(({ label, mentions }) => [
    label,
    mentions.map(({ work }) => work),
  ])
  assert.deepEqual(Object.fromEntries(mentions), gold)
  assert.deepEqual(
    mentions.map(([label]) => label),
    Object.keys(gold),
  )
})

test('the source without a bibliography: the same works, read from the notes', { skip }, () => {
  const { text, bibliography } = imported([])
  const works = JSON.parse(bibliography!) as Work[]
  const { data: read } = readText('content/private/scan.md', text)
  const keyOf = new Map<string, string>()
  for (const { label, mentions } of read!.notes) {
    const expected = gold[label]!
    assert.equal(mentions.length, expected.length, `note ${label}`)
    for (const [i, { work }] of mentions.entries()) {
      const key = keyOf.get(work) ?? expected[i]!
      keyOf.set(work, key)
      assert.equal(key, expected[i], `note ${label}`)
    }
  }
  assert.equal(works.length, new Set(Object.values(gold).flat()).size)
  for (const work of works) {
    const entry = known.find(({ id }) => id === keyOf.get(work.id))!
    for (const field of ['issued', 'volume', 'issue', 'page', 'accessed', 'version', 'DOI'])
      assert.deepEqual(work[field], entry[field], `${field} of ${work.id}`)
  }
})

test('the source letter for letter', { skip }, () => {
  const { text } = imported(known, 105)
  const tree = parseMarkdown(text)
  const scan = readScan(readFileSync(file!, 'utf8'))
  const blocks = tree.children.filter(
    ({ type }) => type !== 'yaml' && type !== 'footnoteDefinition',
  )
  const notes = tree.children.filter((node) => node.type === 'footnoteDefinition')
  assert.equal(blocks.map(wordsOf).join(' ').replace(/\s+/g, ''), scan.text.replace(/\s+/g, ''))
  assert.deepEqual(
    notes.map((note) => note.children.map(wordsOf).join(' ')),
    scan.notes,
  )
  const [{ value: frontmatter } = { value: '' }] = tree.children.filter(
    ({ type }) => type === 'yaml',
  ) as { value: string }[]
  for (const line of scan.head)
    assert.ok(frontmatter.toLowerCase().includes(line.toLowerCase()), line)
})

test('the source page by page', { skip }, () => {
  const { text } = imported(known, 105)
  const pages = [...text.matchAll(/\[\]\(page:(\d+)\)/g)].map(([, page]) => Number(page))
  assert.deepEqual(pages, [105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118])
  assert.match(text, /zugrei\[\]\(page:110\)fen/)
})

/** The words of the scan: notes begin with raised digits, and continue after a colon at the end of a block. */
function readScan(scan: string) {
  const blocks = scan.split('\n').filter((line) => line.trim())
  const head = blocks.splice(0, 3).map(plain)
  const notes: string[] = []
  let text = ''
  let open = false
  for (const block of blocks) {
    const note = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]+ (.*)$/.exec(block)
    if (note) notes.push(plain(note[1]!))
    else if (open) notes.push(`${notes.pop()} ${plain(block)}`)
    else text = `${text.replace(/(?<=\p{L})-$/u, '')} ${plain(block)}`
    open = note !== null && block.endsWith(':')
  }
  return { head, notes, text }
}

function plain(block: string): string {
  return block
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, '')
    .replace(/<([^<>]+)>/g, '‹$1›')
    .replace(/\$\\langle x\$/, '<x')
    .replaceAll('\\$', '$')
    .replace(/\[([^[\]]+)\]\(https?:[^()]+\)/g, '$1')
    .replace(/(?<!\p{L})\*|\*(?!\p{L})/gu, '')
}

function wordsOf(node: Nodes): string {
  if (node.type === 'footnoteReference') return ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

for (const [name, indent] of [
  ['four spaces', '    '],
  ['a tab', '\t'],
] as const)
  test(`the source with every line indented by ${name}`, { skip }, () => {
    const scan = readFileSync(file!, 'utf8').replace(/^(?=.*\S)/gm, indent)
    const settings = { ...options, bibliography: known, firstPage: 105 }
    assert.deepEqual(importScan(Buffer.from(scan), settings), imported(known, 105))
  })
