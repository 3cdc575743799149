import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { builtSites } from '../e2e/sites.ts'
import { copyEdition } from '../edition-copy.ts'
import { sourcesIn, texts } from '../fixture-edition.ts'

type Listed = [path: string, seal: string, needs?: 1 | number[]]

const { base, folder } = builtSites().public

const workerIn = (folder: string) => readFile(join(folder, 'sw.js'), 'utf8')
const listedIn = (worker: string) =>
  JSON.parse(/^const FILES = (.+)$/m.exec(worker)![1]!) as Listed[]

/** Bytes that a server sends compressed. */
async function bytesOf(folder: string, path: string): Promise<number> {
  const name = decodeURI(path).replace(/(^|\/)$/, '$1index.html')
  const bytes = await readFile(join(folder, name))
  // Files of the index are compressed already.
  return bytes[0] === 0x1f ? bytes.length : gzipSync(bytes).length
}

/** What is stored when the long text has been opened, besides its page. */
function storedWith(files: readonly Listed[]): string[] {
  const always = files.filter(([, , needs]) => needs === 1).map(([path]) => path)
  const text = files.find(([path]) => path === textPath)!
  assert.ok(Array.isArray(text[2]) && text[2].length > 0)
  assert.ok(always.includes('offline/'))
  return [...always, ...text[2].map((index) => files[index]![0])]
}

const textPath = `texte/${texts.long}/`
const sum = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0)

test('beside the page that is read, at most 700 KB are fetched unasked', async () => {
  const worker = await workerIn(folder)
  const paths = storedWith(listedIn(worker))
  const bytes = sum(await Promise.all(paths.map((path) => bytesOf(folder, path))))
  assert.ok(bytes + gzipSync(worker).length <= 700_000, `${bytes} bytes`)
})

test('when a sentence has been added to the text, who returns fetches at most 180 KB', async () => {
  const copy = await copyEdition()
  try {
    const path = `content/texts/${texts.long}.md`
    const source = sourcesIn(copy.folder)[path]!
    const at = source.indexOf('. ', source.length / 3) + 1
    const more = ' So steht es dort, und wer genauer hinsieht, der findet davon noch mehr.'
    await copy.write({ [path]: source.slice(0, at) + more + source.slice(at) })
    const { code, output } = await copy.node(['src/publish/cli.ts', 'build'], {
      SITE: 'https://lesen.example',
      BASE: base,
    })
    assert.equal(code, 0, output)
    const site = join(copy.folder, 'dist')
    const worker = await workerIn(site)
    const files = listedIn(worker)
    const before = new Set(listedIn(await workerIn(folder)).map(([path, seal]) => path + seal))
    const stored = new Set([...storedWith(files), textPath])
    const fetched = files.filter(([path, seal]) => stored.has(path) && !before.has(path + seal))
    const paths = fetched.map(([path]) => path)
    assert.ok(paths.includes(textPath) && paths.some((path) => path.startsWith('suche/index/')))
    const bytes = await Promise.all(paths.map((path) => bytesOf(site, path)))
    const said = paths.map((path, i) => `${bytes[i]} ${path}`).join('\n')
    assert.ok(sum(bytes) + gzipSync(worker).length <= 180_000, said)
  } finally {
    await copy.remove()
  }
})
