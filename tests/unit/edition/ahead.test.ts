import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openReader, textPaths } from '../../../src/edition/ahead.ts'
import { build } from '../../../src/edition/build.ts'
import { readContentFiles } from '../../../src/edition/read/content-files.ts'
import { keepIn, type Keep } from '../../../src/kept/keep.ts'
import { openStore } from '../../../src/kept/store.ts'
import { copyEdition } from '../../edition-copy.ts'

test('what was read ahead is what a build finds, which reads no text again', async (t) => {
  const copy = await copyEdition()
  t.after(() => copy.remove())
  const store = join(copy.folder, 'store')
  const before = { ...process.env }
  Object.assign(process.env, { EDITION: copy.folder, EDITION_CACHE: store })
  t.after(() => {
    process.env = before
  })
  const { sources } = readContentFiles()
  const alone = build(sources, 'local')
  const read = openReader('code')
  for (const path of textPaths()) read(path)
  const anew: unknown[] = []
  const kept = keepIn(openStore(store), 'code')
  const keep: Keep = (kind, inputs, make) =>
    kept(kind, inputs, () => {
      if (kind === 'read' && textPaths().includes(String(inputs[0]))) anew.push(inputs[0])
      return make()
    })
  const ahead = build(sources, 'local', undefined, keep)
  assert.deepEqual(anew, [])
  assert.ok(textPaths().length > 1)
  assert.deepEqual(ahead.edition!.texts, alone.edition!.texts)
  assert.deepEqual(ahead.problems, alone.problems)
  rmSync(store, { recursive: true })
})
