import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../../src/edition/build.ts'
import { wholeEdition } from '../../../src/formats/whole-edition.ts'
import { smallEdition } from '../../fixture-edition.ts'

const offered = (setting: string, words = 0) => {
  const sources: Record<string, string> = { ...smallEdition() }
  sources['content/edition.yaml'] += `\n${setting}\n`
  const { edition, problems } = build(sources, 'local')
  assert.ok(edition, JSON.stringify(problems))
  const [text] = edition.texts
  return wholeEdition({ ...edition, texts: [{ ...text!, words: text!.words + words }] })
}

test('the whole edition is offered as a file and as a book up to their sizes', () => {
  assert.deepEqual(offered(''), { file: true, book: true })
  assert.deepEqual(offered('', 190_000), { file: true, book: true })
  assert.deepEqual(offered('', 200_000), { file: false, book: true })
  assert.deepEqual(offered('', 510_000), { file: false, book: false })
})

test('the size is a setting of the edition', () => {
  assert.deepEqual(offered('whole: 0'), { file: false, book: false })
  assert.deepEqual(offered('whole: 1'), { file: false, book: true })
  assert.deepEqual(offered('whole: 40', 510_000), { file: true, book: true })
  assert.deepEqual(offered('forms: [pdf]'), { file: true, book: false })
})

test('a size that is none is a problem', () => {
  const sources: Record<string, string> = { ...smallEdition() }
  sources['content/edition.yaml'] += '\nwhole: -1\n'
  const [problem] = build(sources, 'local').problems
  assert.equal(problem?.name, 'invalid-data')
})
