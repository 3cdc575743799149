import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { builtSites } from '../e2e/sites.ts'
import { texts } from '../fixture-edition.ts'

type Listed = [path: string, integrity: string, needs?: 1 | number[]]

const { folder } = builtSites().public
const worker = await readFile(join(folder, 'sw.js'), 'utf8')
const files = JSON.parse(/^const FILES = (.+)$/m.exec(worker)![1]!) as Listed[]

/** Bytes that a server sends compressed. */
async function bytesOf(path: string): Promise<number> {
  const name = decodeURI(path).replace(/(^|\/)$/, '$1index.html')
  return gzipSync(await readFile(join(folder, name))).length
}

test('beside the page that is read, at most 700 KB are fetched unasked', async () => {
  const always = files.filter(([, , needs]) => needs === 1).map(([path]) => path)
  const text = files.find(([path]) => path === `texte/${texts.long}/`)!
  assert.ok(Array.isArray(text[2]))
  const needed = text[2].map((index) => files[index]![0])
  assert.ok(always.includes('offline/') && needed.length > 0)
  const sizes = await Promise.all([...always, ...needed].map(bytesOf))
  const sum = sizes.reduce((sum, size) => sum + size, gzipSync(worker).length)
  assert.ok(sum <= 700_000, `${sum} bytes`)
})
