import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { markdownOf, readSource, sentencesOf } from './read-source.ts'

const dense = (markdown: string) => markdown.replace(/\n+/g, '\n')
const page = (body: string, type = '') =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><link rel="stylesheet" href="../stil.css"/></head><body${type && ` epub:type="${type}"`}>${body}</body></html>`

const pages: Record<string, string> = {
  'text/cover.xhtml': page('<img src="../bild.png" alt=""/>', 'cover'),
  'text/titel.xhtml': page('<h1>Vom Heu</h1><p>Maria Testmann</p>', 'titlepage'),
  'nav.xhtml': page(
    '<nav epub:type="toc"><ol><li><a href="text/eins.xhtml">Eins</a></li></ol></nav>',
  ),
  'text/eins.xhtml': page(
    '<section><h1>Eins</h1><p><span id="s7" epub:type="pagebreak" title="7"/>Das <span class="k">Heu</span><a epub:type="noteref" id="r1" href="noten.xhtml#n1">1</a> trocknet.</p><figure><img src="../bild.png" alt="Ein Weg"/></figure></section>',
  ),
  'text/zwei.xhtml': page(
    '<h1>Zwei</h1><p>Das Gras<a epub:type="noteref" id="r1" href="noten.xhtml#n2">2</a> wächst, siehe <a href="eins.xhtml">oben</a>.</p>',
  ),
  'text/noten.xhtml': page(
    '<h1>Anmerkungen</h1><aside epub:type="footnote" id="n1"><p><a href="eins.xhtml#r1">1</a> Trocken.</p></aside><aside epub:type="footnote" id="n2"><p><a href="zwei.xhtml#r1">2</a> Grün.</p></aside>',
    'endnotes',
  ),
}

const items = (names: readonly string[]) =>
  names
    .map(
      (name, i) =>
        `<item id="i${i}" href="${name}" media-type="application/xhtml+xml"${name === 'nav.xhtml' ? ' properties="nav"' : ''}/>`,
    )
    .join('')

function book(
  own: Record<string, string> = pages,
  others: Record<string, Uint8Array> = {},
): Uint8Array {
  const names = Object.keys(own)
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Vom Heu</dc:title><dc:creator>Maria Testmann</dc:creator><dc:language>de</dc:language></metadata><manifest>${items(names)}<item id="css" href="stil.css" media-type="text/css"/><item id="png" href="bild.png" media-type="image/png"/></manifest><spine>${names.map((_, i) => `<itemref idref="i${i}"/>`).join('')}</spine></package>`
  return zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/inhalt.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'OEBPS/inhalt.opf': strToU8(opf),
    'OEBPS/stil.css': strToU8('.k{font-variant:small-caps}'),
    'OEBPS/bild.png': Buffer.from('89504e470d0a1a0a', 'hex'),
    ...Object.fromEntries(names.map((name) => [`OEBPS/${name}`, strToU8(own[name]!)])),
    ...others,
  })
}

test('pages in reading order, notes in a file of their own, pictures, style sheets', async () => {
  const result = await readSource(book(), { file: 'heu.epub' })
  assert.deepEqual(result.text!.head, {
    title: 'Vom Heu',
    subtitle: null,
    authors: ['Maria Testmann'],
  })
  assert.equal(
    dense(markdownOf(result)),
    '## Eins\n[](page:7)Das <sc>Heu</sc>[^1] trocknet.\n![Ein Weg](/probe-1.png)\n## Zwei\nDas Gras[^2] wächst, siehe oben.\n[^1]: Trocken.\n[^2]: Grün.',
  )
  assert.equal(result.text!.pictures.length, 1)
  const dropped = sentencesOf(result, 'dropped').join('\n')
  for (const words of ['Titelseite', 'Inhaltsverzeichnis', 'Anmerkungen'])
    assert.ok(dropped.includes(words), words)
})

test('notes that begin anew in each file with the same names', async () => {
  const chapter = (words: string) =>
    page(
      `<h1>${words}</h1><p>${words}<sup><a id="r" href="#n">1</a></sup>.</p><hr/><p id="n"><a href="#r">1</a> Zu ${words}.</p>`,
    )
  const result = await readSource(book({ 'a.xhtml': chapter('Heu'), 'b.xhtml': chapter('Gras') }), {
    file: 'heu.epub',
  })
  assert.equal(
    dense(markdownOf(result)),
    '## Heu\nHeu[^1].\n## Gras\nGras[^2].\n[^1]: Zu Heu.\n[^2]: Zu Gras.',
  )
})

test('damaged books are refused with their place', async () => {
  const whole = book()
  const names = async (bytes: Uint8Array) =>
    (await readSource(bytes, { file: 'heu.epub', format: 'epub' })).problems.map(
      ({ name, path }) => `${path}: ${name}`,
    )
  assert.deepEqual(await names(whole.subarray(0, 700)), ['heu.epub: damaged-file'])
  assert.deepEqual(await names(zipSync({ mimetype: strToU8('application/epub+zip') })), [
    'heu.epub: damaged-file',
  ])
  assert.deepEqual(
    await names(book(pages, { 'OEBPS/inhalt.opf': strToU8('<package><manifest>') })),
    ['heu.epub, OEBPS/inhalt.opf: damaged-file'],
  )
  assert.deepEqual(
    await names(
      book(pages, {
        'META-INF/encryption.xml': strToU8(
          '<encryption><CipherReference URI="OEBPS/text/eins.xhtml"/></encryption>',
        ),
      }),
    ),
    ['heu.epub, META-INF/encryption.xml: damaged-file'],
  )
  assert.deepEqual(await names(book({ 'a.xhtml': page(`${'<div>'.repeat(3000)}x`) })), [
    'heu.epub, OEBPS/a.xhtml: damaged-file',
  ])
})

const material = new URL('../../../../shared/material/', import.meta.url)
const skip = existsSync(material) ? false : 'the real files are not there'

test('the same text in EPUB and Markdown', { skip }, async () => {
  const wordsOf = async (name: string) => {
    const result = await readSource(readFileSync(new URL(name, material)), { file: name })
    assert.equal(result.text!.notes.length, 2)
    // The Markdown has three dots for an ellipsis, the EPUB its picture.
    return markdownOf(result)
      .replace(/!\[\]\(\S+\)\n*/g, '')
      .replaceAll('...', '…')
      .split(/\s+/)
  }
  assert.deepEqual(await wordsOf('infoprax.epub'), await wordsOf('infoprax.md'))
})
