import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readSite } from '../../../src/publish/site-steps/search/read-site.ts'

test('what has no word, like an asterism, is nothing to find', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'site-'))
  await mkdir(join(folder, 'texte/x'), { recursive: true })
  await writeFile(
    join(folder, 'texte/x/index.html'),
    '<h1>X</h1><article data-text="x"><h2 id="r">§</h2><p id="abs-1">***</p><p id="abs-2">Ein Wort</p></article>',
  )
  const address = new URL('https://example.org/')
  const { records } = await readSite({ folder, address, audience: 'public', log: () => {} })
  assert.deepEqual(
    records.map(({ url }) => url),
    ['/texte/x/#abs-2'],
  )
  await rm(folder, { recursive: true })
})
