/** Texts that a build may not show leave no trace in it. The words below stand in tests/fixtures/site alone. */
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, inflateRawSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { pagesIn } from '../../src/publish/pages.ts'
import { builtSites, type SiteName } from './sites.ts'

const ofUnknown = /zaunk[öo]e?nig|quirxel/i
const ofTeaching = /girlitz|wrasel/i

/** Files that hold the words, in name or content, in whatever they are packed. */
async function traces(site: SiteName, words: RegExp): Promise<string[]> {
  const { folder } = builtSites()[site]
  const found: string[] = []
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    const bytes = (await stat(path)).isFile() ? await readFile(path) : Buffer.alloc(0)
    if (words.test(name) || unpacked(bytes).some((part) => words.test(part.toString('utf8'))))
      found.push(name)
  }
  return found
}

function unpacked(bytes: Buffer): Buffer[] {
  if (bytes.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))) return [gunzipSync(bytes)]
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return [bytes, ...zipped(bytes)]
  return [bytes]
}

/** Contents of the files of a ZIP (an EPUB), by its central directory. */
function zipped(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (
    let at = bytes.indexOf('PK\u0001\u0002');
    at >= 0;
    at = bytes.indexOf('PK\u0001\u0002', at + 4)
  ) {
    const [packed, size, header] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
    const content = bytes.subarray(start, start + size)
    parts.push(packed === 8 ? inflateRawSync(content) : content)
  }
  return parts
}

test('the local site holds every text, and says which are not free', async ({ page }) => {
  expect((await traces('local', ofUnknown)).length).toBeGreaterThan(3)
  await page.goto(`${builtSites().local.url}texte/zaunkoenig-q7x/`)
  await expect(page.locator('.rights')).toContainText('Rechte ungeklärt')
})

test('the public site has no trace of a text that is not free', async () => {
  expect(await traces('public', ofUnknown)).toEqual([])
  expect(await traces('public', ofTeaching)).toEqual([])
})

test('the course site has the text for teaching, no trace of the other, and nothing for search engines', async () => {
  expect(await traces('course', ofUnknown)).toEqual([])
  expect(await traces('course', ofTeaching)).toContain(join('texte', 'girlitz-w4y', 'index.html'))
  const { folder } = builtSites().course
  for (const page of await pagesIn(folder))
    expect(await readFile(join(folder, page), 'utf8'), page).toContain(
      '<meta name="robots" content="noindex"',
    )
  expect(await readFile(join(folder, 'robots.txt'), 'utf8')).toContain('Disallow: /')
})

test('a build names what it leaves out, and why', () => {
  const { public: open, course, local } = builtSites()
  const unknown = 'left out: content/private/zaunkoenig-q7x.md (its rights are unknown)'
  const teaching =
    'left out: content/texts/girlitz-w4y.md (it may be shown to a closed course only)'
  expect(open.output).toContain(unknown)
  expect(open.output).toContain(teaching)
  expect(course.output).toContain(unknown)
  expect(course.output).not.toContain(teaching)
  expect(local.output).not.toContain('left out')
})

test('no paragraph of an imported text stands in the public site', async () => {
  const { imported, copy, public: open } = builtSites()
  test.skip(imported === null, 'there is no scan')
  const source = await readFile(join(copy, `content/private/${imported}.md`), 'utf8')
  // Notes name works, which the bibliography may name too.
  const runs = source
    .split(/\n\n+/)
    .filter((block) => !block.startsWith('[^'))
    .map((block) => block.replace(/[^\p{L}]+/gu, ' ').slice(40, 120))
  const long = runs.filter((run) => run.length === 80)
  expect(long.length).toBeGreaterThan(20)
  for (const page of await pagesIn(open.folder)) {
    const html = await readFile(join(open.folder, page), 'utf8')
    const words = html.replace(/<[^>]*>/g, '').replace(/[^\p{L}]+/gu, ' ')
    expect(long.filter((run) => words.includes(run)).length, page).toBe(0)
  }
})
