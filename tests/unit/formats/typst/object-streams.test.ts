import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { packObjects } from '../../../../src/formats/typst/object-streams.ts'

const drawing = `bytes("<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'/>")`
const written: Record<string, string> = {
  'one page': '#set document(title: "Brücke")\nEin Satz.',
  'notes, links and pictures on many pages': `#set document(title: "Fluss", author: ("A", "B"), keywords: ("Wehr (alt)", "\\\\ endobj"))
    #outline()
    ${Array.from({ length: 40 }, (_, i) => `= Teil ${i}\n#lorem(120)#footnote[Note ${i} #link("https://a.example/${i}")] <t${i}>\n#link(<t${(i * 7) % 40}>)[stream endstream endobj]`).join('\n\n')}
    #image(${drawing}, alt: "Strich") `,
  'an attached file':
    '#set document(title: "A")\n#pdf.attach("/daten.txt", bytes("7 0 obj endobj xref"), description: "Daten")\nWort',
}

/** Everything in a PDF that pdf.js tells of. */
async function contentsOf(document: PDFDocumentProxy) {
  const pages = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const annotations = await page.getAnnotations()
    const { items } = await page.getTextContent()
    pages.push({
      // pdf.js numbers fonts through all documents.
      text: items.map((item) => ('str' in item ? { ...item, fontName: '' } : item)),
      tree: await page.getStructTree(),
      links: annotations.map(({ rect, url, dest }) => ({ rect, url, dest })),
    })
  }
  const { info, metadata } = await document.getMetadata()
  return {
    pages,
    info,
    metadata: metadata?.getRaw(),
    outline: await document.getOutline(),
    attachments: await document.getAttachments(),
    mark: await document.getMarkInfo(),
  }
}

async function read(pdf: Uint8Array) {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0, stopAtErrors: true })
  try {
    return await contentsOf(await loading.promise)
  } finally {
    await loading.destroy()
  }
}

for (const [what, source] of Object.entries(written))
  test(`packing keeps all of a PDF: ${what}`, async () => {
    const compiler = NodeCompiler.create()
    const pdf = compiler.pdf({ mainFileContent: source }, { pdfStandard: 'ua-1' })
    const packed = packObjects(pdf)
    assert.ok(packed.length < pdf.length)
    assert.deepEqual(await read(packed), await read(pdf))
    assert.deepEqual(packObjects(pdf), packed)
  })

test('a PDF of another writer is refused, not damaged', () => {
  const compiler = NodeCompiler.create()
  const pdf = compiler.pdf({ mainFileContent: 'Wort' })
  assert.throws(() => packObjects(packObjects(pdf)), /no plain table/)
  assert.throws(() => packObjects(pdf.subarray(0, -40)), /no plain table/)
  const moved = Buffer.concat([pdf.subarray(0, 20), Buffer.from('%'), pdf.subarray(20)])
  assert.throws(() => packObjects(moved), /table/)
})
