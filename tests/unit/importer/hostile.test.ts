/** Files that are made to take all time and memory are refused by their sentence, at the place where it shows. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { importFile } from '../../../src/importer/import-file.ts'
import { ImportError } from '../../../src/importer/problems.ts'
import { checkNotes } from '../../../src/importer/readers/scan/check-notes.ts'
import { makeText, writers } from '../../import/made-texts.ts'

async function refusal(file: string, content: Uint8Array | string): Promise<string> {
  const bytes = typeof content === 'string' ? strToU8(content) : content
  const options = {
    ...{ file, slug: 'text', rights: 'unknown', bibliography: [], format: null },
    ...{ pages: null, firstPage: null, notes: null, columns: null },
  }
  try {
    await importFile({ file, bytes, beside: () => null }, options)
    return 'imported'
  } catch (error) {
    if (error instanceof ImportError) return error.message
    throw error
  }
}

const million = 1_000_000
const html = (body: string) => `<!doctype html><html><title>Ufer</title><body>${body}</body></html>`
const tei = (body: string, type = '') =>
  `${type}<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${body}</body></text></TEI>`
const markdown = (body: string) => `---\ntitle: Ufer\nlang: de\n---\n\n# Ufer\n\n${body}\n`

const refused: [what: string, file: string, content: string, says: RegExp][] = [
  ['deep HTML', 'a.html', html('<div>'.repeat(million)), /^a\.html:1:\d+: .+ inside each other/],
  ['wide HTML', 'a.html', html('<i>a</i>'.repeat(million)), /^a\.html:1:\d+: .+ more than 600000/],
  ['deep TEI', 'a.xml', tei('<div>'.repeat(million)), /^a\.xml:1:\d+: .+ more than 400 elements/],
  ['wide TEI', 'a.xml', tei('<p/>'.repeat(2 * million)), /^a\.xml:1:\d+: .+ more than 1500000/],
  ['deep quotes', 'a.md', markdown('>'.repeat(50_000) + ' a'), /^a\.md:\d+:1: .+ 300 quotes/],
  ['quotes with spaces', 'a.md', markdown('> '.repeat(50_000)), /^a\.md:\d+:1: .+ 300 quotes/],
  ['deep brackets', 'a.md', markdown('['.repeat(50_000)), /^a\.md:\d+:1: .+ 300 brackets/],
  ['deep notes', 'a.md', markdown('^[a '.repeat(50_000)), /^a\.md:\d+:1: .+ 300 brackets/],
  ['open links', 'a.md', markdown('[a]('.repeat(50_000)), /^a\.md:\d+:1: .+ 300 brackets/],
]
for (const [what, file, content, says] of refused)
  test(`${what} is refused with the place`, async () => {
    assert.match(await refusal(file, content), says)
  })

test('entities that grow, or that read files, are not expanded', async () => {
  const grown = Array.from(
    { length: 30 },
    (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
  )
  const type = `<!DOCTYPE TEI [<!ENTITY e0 "Ufer">${grown.join('')}<!ENTITY x SYSTEM "file:///etc/hosts">]>`
  for (const name of ['e30', 'x'])
    assert.match(await refusal('a.xml', tei(`<p>&${name};</p>`, type)), /undefined entity/)
})

test('parts of an archive that unpack to more than any text are named', async () => {
  const parts = { docx: 'word/document.xml', odt: 'content.xml', epub: 'c0.xhtml' } as const
  for (const [ending, part] of Object.entries(parts) as [keyof typeof parts, string][]) {
    const files = unzipSync(writers[ending](makeText(100, 1)))
    const grown = strFromU8(files[part]!).replace(/<\/[^<]+>$/, (end) => ' '.repeat(65e6) + end)
    const bomb = zipSync({ ...files, [part]: [strToU8(grown), { level: 1 }] })
    assert.match(await refusal(`a.${ending}`, bomb), /it holds more than 64 MB of text/, ending)
  }
})

test('brackets one after the other are read, however many', async () => {
  const many = markdown('[a] (b) {c} '.repeat(2000) + '\n\n' + '( '.repeat(200))
  assert.equal(await refusal('a.md', many), 'imported')
})

test('a note whose number has as many digits as you like is a gap', () => {
  const scan = {
    file: 'a.txt',
    text: '',
    positionOf: (offset: number) => ({ line: offset, column: 1 }),
  }
  const note = (number: number, offset: number) => ({
    ...{ label: String(number), opened: false, number, offset, parts: [] },
  })
  for (const number of [5_000_000_000, 1e44, Infinity]) {
    const notes = [note(1, 1), note(number, 2)]
    const { problems } = checkNotes(scan, { pieces: [], notes, remarks: [] })
    const gaps = problems.filter(({ name }) => name === 'note-gap')
    assert.deepEqual(
      gaps.map(({ line }) => line),
      [2],
      String(number),
    )
  }
})
