import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { build } from '../../../src/edition/build.ts'
import { hashOfText } from '../../../src/edition/link/text-hash.ts'
import { hashOf, keepIn } from '../../../src/kept/keep.ts'
import { openStore } from '../../../src/kept/store.ts'
import { smallEdition } from '../../fixture-edition.ts'

const folder = mkdtempSync(join(tmpdir(), 'text-hash-'))
after(() => rmSync(folder, { recursive: true }))

test('the kept hash of a text is that of the text, whatever changes in it or around it', () => {
  const keep = keepIn(openStore(folder), 'code')
  const first = smallEdition()
  const texts = Object.keys(first).filter((path) => /^content\/texts\/.*\.md$/.test(path))
  const term = Object.keys(first).find((path) => path.startsWith('content/glossary/'))!
  const word = /\n\n.*?\b([A-Z][a-zäöü]{6,})\b/s.exec(
    first[texts[0]!]!.replace(/^---.*?---/s, ''),
  )![1]!
  const works = JSON.parse(first['content/bibliography.json']!) as { title: string }[]
  const edits: Record<string, string>[] = [
    {},
    {},
    { [texts[0]!]: `${first[texts[0]!]!}\n\nNoch ein Absatz.\n` },
    { [term]: first[term]!.replace(/^lemma: .*/m, `lemma: ${word}`).replace(/^forms: .*/m, '') },
    {
      'content/bibliography.json': JSON.stringify(
        works.map((work) => ({ ...work, title: `${work.title} anders` })),
      ),
    },
    { [texts[0]!]: first[texts[0]!]!.replace(/^title: .*/m, 'title: Anders') },
    {},
  ]
  const seen = new Set<string>()
  for (const edit of edits)
    for (const audience of ['local', 'public'] as const) {
      const { edition, problems } = build({ ...first, ...edit }, audience, undefined, keep)
      assert.ok(edition || audience === 'public', JSON.stringify(problems))
      for (const text of edition?.texts ?? []) {
        const hash = hashOfText(text, keep)
        assert.equal(hash, hashOf(text))
        seen.add(hash)
      }
    }
  assert.ok(seen.size > texts.length, 'the edits change what is hashed')
})
