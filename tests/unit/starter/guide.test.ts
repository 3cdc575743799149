/** The guide of a new edition: what it says to write gives what it shows. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Code, Heading, RootContent, Table } from 'mdast'
import { build } from '../../../src/edition/build.ts'
import { freezeSource } from '../../../src/edition/ledger/freeze-source.ts'
import type { Edition, Text } from '../../../src/edition/model/model.ts'
import { reasonToOmit } from '../../../src/edition/read/rights.ts'
import { parseMarkdown } from '../../../src/markdown/parse.ts'
import { editionFiles } from '../../../src/starter/edition-files.ts'
import { commandsOf } from '../../../src/command/commands.js'
import { engineFolder, enginePackage } from '../../../src/workspace/index.ts'

const answers = {
  ...{ title: 'Uhren', editors: 'A. Perron', licence: 'CC-BY-4.0', address: '', language: 'de' },
}
const guide = editionFiles(answers)['ANLEITUNG.md']!
const nodes = parseMarkdown(guide).children
const [text, ledger] = ['content/texts/bahnhofsuhr.md', 'content/texts/bahnhofsuhr.ledger.json']

/** What a reader sees of a text, and what `check` and `freeze` say, line by line. */
function linesOf({ texts, terms, works }: Edition, keys: ReadonlyMap<string, string>): string[] {
  const { title, author, sections, paragraphs, notes, occurrences }: Text = texts.find(
    ({ path }) => path === text,
  )!
  return [
    `${title}, von ${author.join(', ')}`,
    ...sections.map(({ title }) => `Abschnitt „${title}“`),
    ...paragraphs.map(({ number, wording }) => `Abs. ${number}: ${wording}`),
    ...notes.map(({ label, wording }) => `Anm. ${label}: ${wording}`),
    ...occurrences.map(
      ({ term, paragraph, context: [, form] }) =>
        `Glosse in ${paragraph!.replace('abs-', 'Abs. ')} bei „${form}“: ${terms.find(({ slug }) => slug === term)!.glossWording}`,
    ),
    ...[...keys.values()].map(
      (key) => `[@${key}]  ${works.find(({ work }) => work.id === key)?.work.title}`,
    ),
  ]
}

test('what the guide says to write gives what it shows, beside the example', () => {
  const sources: Record<string, string> = Object.fromEntries(
    Object.entries(editionFiles(answers)).filter(([path]) => path.startsWith('content/')),
  )
  let said: string[] = []
  let shown = 0
  for (const node of nodes) {
    if (node.type !== 'code' || !['markdown', 'json', 'text'].includes(node.lang ?? '')) continue
    if (node.lang !== 'text') {
      sources[node.meta!] = `${node.value}\n`
      continue
    }
    const { edition, problems, madeKeys } = build(sources, 'local')
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error'),
      [],
    )
    const frozen = freezeSource(text, sources[text]!, sources[ledger] ?? null)
    said = [...linesOf(edition!, madeKeys), ...frozen.lines]
    for (const line of node.value.split('\n')) {
      assert.ok(said.includes(line), `${line}\nis not among\n${said.join('\n')}`)
      shown += 1
    }
    if (node.value === frozen.lines[0]) sources[ledger] = frozen.written!
  }
  assert.ok(shown >= 14, String(shown))
})

test('its table of rights is that of the builds', () => {
  const { children } = nodes.find((node): node is Table => node.type === 'table')!
  const words = (node: unknown): string =>
    [...JSON.stringify(node).matchAll(/"value":"([^"]*)"/g)].map(([, value]) => value).join('')
  for (const row of children.slice(1)) {
    const [status, , inPublic, inCourse] = row.children.map(words)
    const admitted = (audience: 'public' | 'course') =>
      reasonToOmit({ status } as Text['rights'], audience) === null ? 'ja' : 'nein'
    assert.deepEqual([inPublic, inCourse], [admitted('public'), admitted('course')], status)
  }
})

test('it has a part for each step, and names commands that there are', () => {
  const isHeading = (node: RootContent): node is Heading => node.type === 'heading'
  assert.equal(nodes.filter(isHeading).filter(({ depth }) => depth === 2).length, 8)
  const commands = commandsOf(engineFolder, enginePackage().scripts)
  const named = [...guide.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!)
  assert.ok(named.length > 8)
  for (const name of named) assert.ok(commands.has(name), name)
  const yaml = nodes.filter((node): node is Code => node.type === 'code' && node.lang === 'yaml')
  const [look, address] = yaml.map(({ value }) => value)
  const files = editionFiles({ ...answers, address: 'https://example.org/uhren/' })
  assert.ok(files['content/edition.yaml']!.includes(address!))
  const sources = { 'content/edition.yaml': `${files['content/edition.yaml']}${look}\n` }
  const { edition, problems } = build(sources, 'local', () => ({ fault: null }))
  assert.deepEqual(problems, [])
  assert.deepEqual(edition!.meta.ornament, '/schmuck.svg')
})
