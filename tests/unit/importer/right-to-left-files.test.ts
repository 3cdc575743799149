/** Hebrew and Arabic in files that keep them in reading order. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeDocx, paragraph } from './made-docx.ts'
import { makeOdt, style } from './made-odt.ts'
import { markdownOf, readSource } from './read-source.ts'

const expected =
  'Das Wort [שלום](lang:he) steht hier,[^1] und das geht.\n\n' +
  '[בעיר Berlin יש 132 ספרים.](lang:he)\n\n' +
  '[^1]: Auch [كتاب صغير](lang:ar), ein kleines Buch.'

test('an ODT file, whose default for such scripts is another one', async () => {
  const complex = (name: string, language: string, country: string) =>
    style(name, '', {
      family: 'text',
      words: `style:language-complex="${language}" style:country-complex="${country}"`,
    })
  const span = (name: string, words: string) =>
    `<text:span text:style-name="${name}">${words}</text:span>`
  const note = `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Auch ${span('T2', 'كتاب صغير')}, ein kleines Buch.</text:p></text:note-body></text:note>`
  const automatic =
    complex('T1', 'he', 'IL') +
    complex('T2', 'ar', 'EG') +
    complex('T3', 'hi', 'IN') +
    style('P1', 'Standard', { paragraph: 'style:writing-mode="rl-tb" fo:text-align="end"' })
  const made = (first: string) =>
    makeOdt({
      automatic,
      text: `<text:p text:style-name="Standard">Das Wort ${span(first, 'שלום')} steht hier,${note} und das geht.</text:p><text:p text:style-name="P1">${span('T1', 'בעיר Berlin יש 132 ספרים.')}</text:p>`,
    })
  const read = async (first: string) =>
    markdownOf(await readSource(made(first), { file: 'x.odt', format: 'odt' }))
  assert.equal(await read('T1'), expected)
  assert.equal(await read('T3'), expected.replace('[שלום](lang:he)', 'שלום'))
})

test('a DOCX file', async () => {
  const run = (words: string, language: string) =>
    `<w:r><w:rPr><w:rtl/><w:lang w:bidi="${language}"/></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
  const plain = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
  const call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
  const docx = makeDocx({
    body:
      paragraph(
        `${plain('Das Wort ')}${run('שלום', 'he-IL')}${plain(' steht hier,')}${call}${plain(' und das geht.')}`,
      ) + `<w:p><w:pPr><w:bidi/></w:pPr>${run('בעיר Berlin יש 132 ספרים.', 'he-IL')}</w:p>`,
    footnotes: {
      1: paragraph(`${plain('Auch ')}${run('كتاب صغير', 'ar-EG')}${plain(', ein kleines Buch.')}`),
    },
  })
  assert.equal(markdownOf(await readSource(docx, { file: 'x.docx', format: 'docx' })), expected)
})

test('an HTML page', async () => {
  const html = `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"></head><body><h1>Probe</h1>
<p>Das Wort <span lang="he" dir="rtl">שלום</span> steht hier,<sup><a href="#n1" id="r1">1</a></sup> und <bdi>das</bdi> geht.</p>
<p dir="rtl" lang="he">בעיר Berlin יש 132 ספרים.</p>
<ol><li id="n1">Auch <span lang="ar" dir="rtl">كتاب صغير</span>, ein kleines Buch. <a href="#r1">↩</a></li></ol></body></html>`
  assert.equal(markdownOf(await readSource(html, { file: 'x.html', format: 'html' })), expected)
})
