/**
 * Builds contain no trace of texts they must not show. The words below occur only in two texts of the fixtures, in works
 * and terms that only these use, and in notes on the data of works.
 */
import assert from 'node:assert/strict'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync, inflateRawSync } from 'node:zlib'
import { pagesIn } from '../site-files.ts'
import { builtSites, type SiteName } from '../e2e/sites.ts'
import { texts } from '../fixture-edition.ts'
import { readDocument } from './documents.ts'

const ofUnknown = /zaunk[öo]e?nig|quirxel/i
const ofTeaching = /girlitz|wrasel/i

/** Files that contain the words in name or content, compressed or not. */
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

/** Contents of the files in a ZIP (EPUB), located by its central directory. */
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

test('the local site has every text and shows which are not free', async () => {
  assert.ok((await traces('local', ofUnknown)).length > 3)
  const rights = readDocument('local', `texte/${texts.unclear}/`).querySelectorAll('.rights')
  assert.equal(rights.length, 1)
  assert.match(rights[0]!.textContent, /Rechte ungeklärt/)
})

test('the public site has no trace of a text that is not free', async () => {
  assert.deepEqual(await traces('public', ofUnknown), [])
  assert.deepEqual(await traces('public', ofTeaching), [])
})

test('the course site has the text for teaching, no trace of the other, and nothing for search engines', async () => {
  assert.deepEqual(await traces('course', ofUnknown), [])
  const ofCourse = await traces('course', ofTeaching)
  assert.ok(ofCourse.includes(join('texte', texts.forTeaching, 'index.html')))
  const { folder } = builtSites().course
  for (const page of await pagesIn(folder)) {
    const html = await readFile(join(folder, page), 'utf8')
    assert.ok(html.includes('<meta name="robots" content="noindex"'), page)
  }
  assert.match(await readFile(join(folder, 'robots.txt'), 'utf8'), /Disallow: \//)
})

test('the local site has the works and terms of every text', () => {
  const terms = readDocument('local', 'glossar/').querySelectorAll('#quirxelmoos, #wraselton')
  const works = readDocument('local', 'literatur/').querySelectorAll('[id*=quirxel], [id*=girlitz]')
  assert.deepEqual([terms.length, works.length], [2, 3])
})

test('a build prints which texts, works and terms it leaves out, and why', () => {
  const { public: open, course, local } = builtSites()
  const unknown = `left out: content/private/${texts.unclear}.md (its rights are unknown)`
  const teaching = `left out: content/texts/${texts.forTeaching}.md (it may be shown to a closed course only)`
  assert.ok(open.output.includes(unknown))
  assert.ok(open.output.includes(teaching))
  const unused = 'left out: content/glossary/quirxelmoos.md (no text or page of this build uses it)'
  assert.ok(open.output.includes(unused))
  assert.ok(course.output.includes(unused))
  assert.ok(course.output.includes(unknown))
  assert.ok(!course.output.includes(teaching))
  assert.ok(!local.output.includes('left out'))
})

const { imported } = builtSites()
const skip = imported === null && 'there is no scan: see tests/source.ts'

test('the public site contains no paragraph of an imported text', { skip }, async () => {
  const { copy, public: open } = builtSites()
  const source = await readFile(join(copy, `content/private/${imported}.md`), 'utf8')
  // Notes are not compared, since the bibliography may have the same works.
  const runs = source
    .split(/\n\n+/)
    .filter((block) => !block.startsWith('[^'))
    .map((block) => block.replace(/[^\p{L}]+/gu, ' ').slice(40, 120))
  const long = runs.filter((run) => run.length === 80)
  assert.ok(long.length > 20)
  for (const page of await pagesIn(open.folder)) {
    const html = await readFile(join(open.folder, page), 'utf8')
    const words = html.replace(/<[^>]*>/g, '').replace(/[^\p{L}]+/gu, ' ')
    assert.equal(long.filter((run) => words.includes(run)).length, 0, page)
  }
})
