import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Findable, SearchRecord } from '../../../src/formats/search/index.ts'
import { keepNothing, type KeepAwaited } from '../../../src/kept/keep.ts'
import { findPostings } from '../../../src/publish/site-steps/search/find-postings.ts'
import { runPagefind } from '../../../src/publish/site-steps/search/run-pagefind.ts'
import { writeIndex } from '../../../src/publish/site-steps/search/write-index.ts'
import { makeShelf } from '../../bench/shelf.ts'

const contents = [
  'Häuser und Hunde, der Hund im Haus und die Hunde bei den Häusern.',
  'Die «bigger is better»-Ideologie der H100-GPUs – und 5,6 Millionen camelCaseWorte.',
  'Qxqxq',
  'Café und Cafe, 1997–2004.',
  'Hund',
]

test('what Pagefind finds in records that were joined is what it finds in each alone', async () => {
  const joined = await runPagefind([contents, contents.toReversed()])
  const alone = await runPagefind(contents.map((content) => [content]))
  assert.deepEqual(joined.postings[0], alone.postings.flat())
  assert.deepEqual(joined.postings[1], alone.postings.flat().toReversed())
})

/** Paragraphs of a shelf as records. */
function recordsOf(texts: Readonly<Record<string, string>>): SearchRecord[] {
  return Object.entries(texts).flatMap(([text, markdown]) =>
    markdown
      .split('\n\n')
      .slice(1)
      .map((content, i) => ({
        ...{ kind: 'paragraph' as const, url: `/texte/${text}/#abs-${i + 1}`, content, text },
        paragraph: String(i + 1),
      })),
  )
}

const withTexts = (records: SearchRecord[]): Findable => ({ records, texts: {} })

async function filesOf(records: SearchRecord[], keep: KeepAwaited = keepNothing) {
  const files = writeIndex(withTexts(records), await findPostings(records, keep))
  return new Map(files.map(({ path, content }) => [path, Buffer.from(content).toString('base64')]))
}

test('a word more in one text changes few files of the index, a paragraph more those of its text', async () => {
  const records = recordsOf(makeShelf(4, []).texts)
  const before = await filesOf(records)
  const changedIn = async (records: SearchRecord[], folder: string) => {
    const now = [...(await filesOf(records)).keys()].filter((path) => path.startsWith(folder))
    return { changed: now.filter((path) => !before.has(path)).length, all: now.length }
  }
  const longer = records.map((record, i) =>
    i === 40 ? { ...record, content: `${record.content} Nebelkammer` } : record,
  )
  assert.deepEqual((await changedIn(longer, 'index/')).changed, 1)
  assert.deepEqual((await changedIn(longer, 'fragment/')).changed, 1)
  const more = records.toSpliced(40, 0, { ...records[40]!, url: '/texte/text-1/#abs-40a' })
  const { changed, all } = await changedIn(more, 'fragment/')
  assert.ok(changed <= 2, `${changed} of ${all}`)
})

test('of a changed text alone are the words sought again', async () => {
  const records = recordsOf(makeShelf(3, [], 1).texts)
  const kept = new Map<string, unknown>()
  let made = 0
  const keep: KeepAwaited = async (kind, inputs, make) => {
    const name = JSON.stringify([kind, inputs])
    const making = kept.has(name) ? null : make()
    if (making && kind === 'postings') made += 1
    const value = making ? await making : kept.get(name)
    kept.set(name, value)
    return value as Awaited<ReturnType<typeof make>>
  }
  await filesOf(records, keep)
  assert.equal(made, 3)
  const changed = records.with(0, { ...records[0]!, content: 'Etwas anderes.' })
  const again = await filesOf(changed, keep)
  assert.equal(made, 4)
  assert.deepEqual(again, await filesOf(changed))
})
