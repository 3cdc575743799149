import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { build } from '../../../src/edition/build.ts'
import { freezeSource } from '../../../src/edition/ledger/freeze-source.ts'
import { fixtures, smallEdition } from '../../fixture-edition.ts'

const path = 'content/texts/uhren.md'
const beside = 'content/texts/uhren.ledger.json'
const source = smallEdition()[path]!
const frozen = freezeSource(path, source, null).written!
const withNew = source.replace('> Die', 'Am Rad sitzt ein Anker und hält es an.\n\n> Die')
const raised = (text: string) => text.replace("version: '1.0'", "version: '1.1'")

test('the first freeze creates a ledger, a second one does not change it', () => {
  const first = freezeSource(path, source, null)
  assert.deepEqual(first.lines, [
    'content/texts/uhren.md: version 1.0 is frozen in content/texts/uhren.ledger.json',
    '  4 paragraphs, 1 to 4',
  ])
  assert.deepEqual(freezeSource(path, source, first.written), {
    written: null,
    lines: ['content/texts/uhren.md: nothing new since version 1.0'],
    refused: false,
  })
})

test('a frozen version cannot change; a new version records what is new', () => {
  const same = freezeSource(path, withNew, frozen)
  assert.equal(same.written, null)
  assert.equal(same.refused, true)
  assert.match(same.lines.join('\n'), /Abs\. 2a is new\n.*Raise “version”/)
  const next = freezeSource(path, raised(withNew), frozen)
  assert.deepEqual(next.lines.slice(1), ['  Abs. 2a is new'])
  const { problems } = build(
    { ...smallEdition(), [path]: raised(withNew), [beside]: next.written! },
    'public',
  )
  assert.deepEqual(problems, [])
})

test('a split paragraph is distinguished from a new one', () => {
  const split = source.replace(' Wer beides', '\n\nWer beides')
  const { lines } = freezeSource(path, raised(split), frozen)
  assert.deepEqual(lines.slice(1), ['  Abs. 2 is reworded', '  Abs. 2a is new, split from 2'])
})

test('a text with open questions is not frozen', () => {
  const folder = join(fixtures, 'problems/unsettled-paragraph', path)
  const { written, refused, lines } = freezeSource(path, readFileSync(folder, 'utf8'), frozen)
  assert.equal(written, null)
  assert.equal(refused, true)
  assert.match(lines.join('\n'), /uhren\.md:26:1: .*\[unsettled-paragraph\]/)
})

test('marks are no longer needed after the freeze', () => {
  const marked = raised(source).replace('Ein Pendel', '[](abs:2) Ein Pendel')
  const { written, lines } = freezeSource(path, marked, frozen)
  assert.match(lines.join('\n'), /1 mark\(s\) .* can be removed/)
  assert.equal(freezeSource(path, marked.replace('[](abs:2) ', ''), written).written, null)
})

test('numbers that may still change are not published', () => {
  const sources = { ...smallEdition(), [path]: withNew, [beside]: frozen }
  assert.notEqual(build(sources, 'local').edition, null)
  for (const audience of ['course', 'public'] as const) {
    const { edition, problems } = build(sources, audience)
    assert.equal(edition, null)
    assert.deepEqual(
      problems.map(({ name, severity }) => [name, severity]),
      [['unfrozen-paragraph', 'error']],
    )
  }
})

test('a damaged ledger is reported with its line', () => {
  const twice = frozen.replace('"number": "2"', '"number": "1"')
  assert.match(
    freezeSource(path, source, twice).lines[0]!,
    /uhren\.ledger\.json:7:\d+: .*stands twice.*\[invalid-data\]/,
  )
  assert.equal(build({ ...smallEdition(), [beside]: '{' }, 'local').edition, null)
})
