import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { decompress } from 'wawoff2'
import { isRightToLeft, scripts, scriptsIn } from '../../../src/contract/scripts.ts'
import { build } from '../../../src/edition/build.ts'
import { withFaces } from '../../../src/edition/read/letters-with-faces.ts'
import { textToEpub } from '../../../src/formats/epub/index.ts'
import { createUrls, textToHtml } from '../../../src/formats/html/index.ts'
import { compilePdf } from '../../../src/formats/typst/compile.ts'
import { readFace } from '../../../src/publish/forms/make-form.ts'
import { smallEdition } from '../../fixture-edition.ts'

const require = createRequire(import.meta.url)
const head = '---\ntitle: Probe\nauthor: Redaktion\nrights: { status: open }\n---\n\n'
const cases = {
  greek: 'Das Wort [ἄνθρωπος](lang:grc) und *ᾠδή*, auch λόγος.',
  hebrew: 'Das Wort [שָׁלוֹם](lang:he) steht hier.',
  arabic: 'Das Wort [كتاب](lang:ar) steht hier.',
  none: 'Kein solches Wort, aber Москва und Gauß.',
}
const { edition, problems } = build(
  {
    ...smallEdition(),
    ...Object.fromEntries(
      Object.entries(cases).map(([name, words]) => [`content/texts/${name}.md`, head + words]),
    ),
  },
  'local',
)
assert.ok(edition, JSON.stringify(problems))
const textOf = (slug: string) => edition.texts.find((text) => text.slug === slug)!
const around = {
  ...{ edition: 'Probe', address: 'https://edition.example/', reference: 'Probe' },
  ...{ terms: edition.terms, works: new Map(), bibliography: [], figure: () => null },
  absolute: (url: string) => url,
}

/** Names of the fonts in a PDF, and its words. */
async function readPdf(slug: string): Promise<{ fonts: string[]; words: string }> {
  const made = await compilePdf(textOf(slug), around, { paper: 'a5', size: 10.5 })
  assert.ok('pdf' in made, 'fault' in made ? made.fault : '')
  const pdf = await getDocument({
    data: new Uint8Array(made.pdf),
    fontExtraProperties: true,
    verbosity: 0,
  }).promise
  const fonts = new Set<string>()
  const words: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    await page.getOperatorList()
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item)) continue
      words.push(item.str)
      if (item.fontName && page.commonObjs.has(item.fontName))
        fonts.add((page.commonObjs.get(item.fontName) as { name: string }).name)
    }
  }
  return { fonts: [...fonts], words: words.join('') }
}

const expected: Record<keyof typeof cases, { font: RegExp | null; word: string; file: string }> = {
  greek: { font: /EditionGreek/, word: 'ἄνθρωπος', file: 'gentium-book-plus' },
  hebrew: { font: /EditionHebrew/, word: 'ל', file: 'noto-serif-hebrew' },
  arabic: { font: /EditionArabic/, word: 'ك', file: 'noto-naskh-arabic' },
  none: { font: null, word: 'Москва', file: '@' },
}
const others = /Edition(?:Greek|Hebrew|Arabic)/

for (const [slug, { font, word, file }] of Object.entries(expected)) {
  test(`a PDF has the faces of its scripts and no others: ${slug}`, async () => {
    const { fonts, words } = await readPdf(slug)
    const more = fonts.filter((name) => others.test(name))
    assert.ok(
      font ? more.length > 0 && more.every((name) => font.test(name)) : more.length === 0,
      fonts.join(),
    )
    assert.ok(words.normalize('NFC').includes(word), words)
  })

  test(`an EPUB has the faces of its scripts and no others: ${slug}`, () => {
    const urls = createUrls('https://edition.example/')
    const files = { fonts: {}, face: readFace, figure: () => null }
    const bytes = textToEpub(textOf(slug), { ...around, urls, works: [] } as never, files)
    const names = Object.keys(unzipSync(bytes)).filter((name) => name.endsWith('.woff2'))
    assert.ok(
      names.every((name) => name.includes(file)),
      names.join(),
    )
    assert.equal(names.length > 0, font !== null)
    const css = new TextDecoder().decode(unzipSync(bytes)['EPUB/edition.css'])
    for (const name of names) assert.ok(css.includes(name.replace('EPUB/', '')), name)
  })
}

test('words of languages that run from right to left are isolated', () => {
  const html = textToHtml(textOf('hebrew'), {
    urls: createUrls('/'),
    terms: edition.terms,
    works: [],
  })
  assert.match(html, /<span lang="he" dir="rtl">/)
  for (const language of ['he', 'ar', 'ar-EG', 'fa', 'yi', 'ur']) assert.ok(isRightToLeft(language))
  for (const language of ['de', 'grc', 'hr', 'arn', 'hex', 'en-IL'])
    assert.ok(!isRightToLeft(language), language)
})

test('only letters of other scripts ask for faces', () => {
  assert.deepEqual(scriptsIn('Gauß, Łódź, Москва, „5 °C“ – ½'), [])
  for (const [word, family] of [
    ['Δt', 'Edition Greek'],
    ['ᾠδή', 'Edition Greek'],
    ['שלום', 'Edition Hebrew'],
    ['سلام', 'Edition Arabic'],
  ] as const)
    assert.deepEqual(
      scriptsIn(word).map((script) => script.family),
      [family],
    )
})

test('the letters that are said to have faces are those of the fonts', async () => {
  const held = new Set<number>()
  const files = [
    'source-serif/OTF/SourceSerif4-Regular.otf',
    'source-sans/OTF/SourceSans3-Regular.otf',
    ...scripts.flatMap(({ faces }) =>
      faces.filter(({ bold, italic }) => !bold && !italic).map(({ file }) => file),
    ),
  ]
  for (const file of files) {
    const bytes = readFileSync(require.resolve(file))
    const font = file.endsWith('woff2') ? Buffer.from(await decompress(bytes)) : bytes
    for (const point of pointsOf(font)) held.add(point)
  }
  const said = withFaces
    .trim()
    .split(/\s+/)
    .flatMap((run) => {
      const [first, last = first] = run.split('-').map((point) => parseInt(point, 16))
      return Array.from({ length: last! - first! + 1 }, (_, i) => first! + i)
    })
  const actual = [...held].filter((point) => point >= 0x20).sort((a, b) => a - b)
  assert.deepEqual(said, actual)
})

/** Code points in the tables of formats 4 and 12 of a font’s character map. */
function pointsOf(font: Buffer): number[] {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
  const cmap = font.readUInt32BE(
    records.find((at) => font.toString('latin1', at, at + 4) === 'cmap')! + 8,
  )
  const runs = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) => {
    const at = cmap + font.readUInt32BE(cmap + 8 + 8 * i)
    const format = font.readUInt16BE(at)
    if (format === 12)
      return Array.from({ length: font.readUInt32BE(at + 12) }, (_, group) => [
        font.readUInt32BE(at + 16 + 12 * group),
        font.readUInt32BE(at + 20 + 12 * group),
      ])
    if (format !== 4) return []
    const size = font.readUInt16BE(at + 6)
    return Array.from({ length: size / 2 }, (_, segment) => [
      font.readUInt16BE(at + 16 + size + 2 * segment),
      font.readUInt16BE(at + 14 + 2 * segment),
    ]).filter(([first]) => first !== 0xffff)
  })
  return runs
    .flat()
    .flatMap(([first, last]) => Array.from({ length: last! - first! + 1 }, (_, i) => first! + i))
}
