/** What only the style sheet of a page or a book says: headings, quotations, raised and lowered characters. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { markdownOf, readSource, sentencesOf } from './read-source.ts'

const long = 'Der Vater grub einen Graben durch den Garten, und der Nachbar sah ihm zu.'

const html = (style: string, body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Der Graben</title><style>${style}</style></head><body>${body}</body></html>`

const read = (style: string, body: string) => readSource(html(style, body), { file: 'g.html' })

/** As LibreOffice writes them: classes without names, and no headings. */
function book(style: string, pages: readonly string[]): Uint8Array {
  const page = (body: string) =>
    `<html xmlns="http://www.w3.org/1999/xhtml"><head><link href="s.css" rel="stylesheet" type="text/css"/></head><body>${body}</body></html>`
  const items = pages.map(
    (_, i) => `<item id="p${i}" href="p${i}.xhtml" media-type="application/xhtml+xml"/>`,
  )
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Der Graben</dc:title><dc:creator>Maria Testmann</dc:creator><dc:language>de</dc:language></metadata><manifest><item id="s" href="s.css" media-type="text/css"/>${items.join('')}</manifest><spine>${pages.map((_, i) => `<itemref idref="p${i}"/>`).join('')}</spine></package>`
  return zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'b.opf': strToU8(opf),
    's.css': strToU8(style),
    ...Object.fromEntries(pages.map((body, i) => [`p${i}.xhtml`, strToU8(page(body))])),
  })
}

test('raised and lowered by class, by style, by lengths and by place', async () => {
  const reading = await read(
    '.a { vertical-align: sub } .b { vertical-align: -20%; font-size: 8pt } .c { position: relative; top: -0.33em; font-size: 0.58em }',
    `<p>${long} H<span class="a">2</span>O, CO<span class="b">2</span>, x<span class="c">3</span>, y<span style="vertical-align: 4pt">4</span>, <span style="vertical-align: 1px">gerade</span>, <span style="position: relative; top: 3px">so</span>.</p>`,
  )
  assert.match(
    markdownOf(reading),
    /H<sub>2<\/sub>O, CO<sub>2<\/sub>, x<sup>3<\/sup>, y<sup>4<\/sup>, gerade, so\.$/,
  )
})

test('paragraphs that are set in are quotations; lists, hanging lines and what stands at the right are none', async () => {
  const reading = await read(
    '.q { margin-left: 36pt } .p { padding-left: 1.5cm } .h { margin: 0 0 0 36pt; text-indent: -36pt } .r { margin-left: 8cm } .f { text-indent: 36pt }',
    `<p>${long} ${long} ${long}</p><p class="q">Wer einen Graben zieht, muss wissen, wohin.</p><p class="q">Sonst steht das Wasser im Keller des Hauses.</p><p class="f">${long} ${long}</p><p class="p">Eingerückt ist auch dieses Zitat aus dem Buch.</p><p>Ende.</p><p class="h">Testmann, Maria: Vom Graben und vom Garten, 1999.</p><p class="q">1. Ein Punkt einer Aufzählung, die so gesetzt ist.</p><p class="r">Am Ufer des Sees, im Mai des Jahres 1999</p>`,
  )
  assert.deepEqual(markdownOf(reading).match(/^>.*$/gm), [
    '> Wer einen Graben zieht, muss wissen, wohin.',
    '>',
    '> Sonst steht das Wasser im Keller des Hauses.',
    '> Eingerückt ist auch dieses Zitat aus dem Buch.',
  ])
  assert.equal(sentencesOf(reading, 'quotes').length, 3)
})

test('where all is set in, nothing is a quotation', async () => {
  const reading = await read('p { margin-left: 2cm }', `<p>${long}</p><p>${long}</p>`)
  assert.doesNotMatch(markdownOf(reading), /^>/m)
})

test('a book without headings has those that are larger, in levels; title and author are not repeated', async () => {
  const bytes = book(
    '.t { font-size: 28pt; font-weight: bold } .k { font-size: 115%; font-weight: bold } .u { font-size: 14pt; font-weight: bold; font-style: italic } .v { font-weight: bold }',
    [
      `<p><span class="t">Der Graben</span></p><p>Maria Testmann</p><p>${long}</p>`,
      `<p><span class="k">Das Ufer</span></p><p>${long}</p><p><span class="u">Die Böschung</span></p><p>${long}</p><p><span class="v">Nur fett</span></p><p>${long}</p>`,
      `<p><span class="k">Das Haus</span></p><p>${long}</p>`,
    ],
  )
  const reading = await readSource(bytes, { file: 'g.epub' })
  assert.equal(
    markdownOf(reading),
    [
      long,
      '## Das Ufer',
      long,
      '### Die Böschung',
      long,
      '**Nur fett**',
      long,
      '## Das Haus',
      long,
    ].join('\n\n'),
  )
})

test('a running foot of LibreOffice is left out', async () => {
  const reading = await read('', `<p>${long}</p><div title="footer"><p>1</p></div>`)
  assert.equal(markdownOf(reading), long)
})
