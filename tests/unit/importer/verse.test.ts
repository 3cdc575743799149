/** Verse and drama, which are written as the edition writes them where a source says that they are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMarkdown } from '../../../src/markdown/parse.ts'
import { writeMarkdown } from '../../../src/markdown/write.ts'
import { makeDocx, paragraph, run, style, usualStyles } from './made-docx.ts'
import { makeOdt, style as odtStyle, usualStyles as odtStyles } from './made-odt.ts'
import { markdownOf, readSource } from './read-source.ts'

const tei = (inner: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div><head>Lied</head>${inner}</div></body></text></TEI>`
const fromTei = async (inner: string) =>
  markdownOf(await readSource(tei(inner), { file: 'x.xml', format: 'tei' }))
const fromHtml = async (inner: string) =>
  markdownOf(
    await readSource(
      `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"></head><body><h1>Probe</h1>${inner}</body></html>`,
      { file: 'x.html', format: 'html' },
    ),
  )

const poem = '| Der Besen steht,\n|   die Asche weht\n|\n| *und* niemand kehrt.[^1]'

test('stanzas of TEI are one poem, with notes and indents', async () => {
  const note = '<note n="1">Seit Jahren.</note>'
  const lines = [
    '<l>Der Besen steht,</l><l rend="indent">die Asche weht</l>',
    `<l><hi rend="italic">und</hi> niemand kehrt.${note}</l>`,
  ]
  const expected = `## Lied\n\n${poem}\n\n[^1]: Seit Jahren.`
  assert.equal(
    await fromTei(`<lg type="poem"><lg>${lines[0]}</lg><lg>${lines[1]}</lg></lg>`),
    expected,
  )
  assert.equal(await fromTei(`<lg>${lines[0]}</lg><lg>${lines[1]}</lg>`), expected)
  assert.equal(
    await fromTei('<l>Der Besen steht,</l><l>die Asche weht.</l>'),
    '## Lied\n\n| Der Besen steht,\n| die Asche weht.',
  )
})

test('verse of HTML by its classes; breaks alone are none', async () => {
  const expected = '| Der Besen steht,\n|   die Asche weht\n|\n| und niemand kehrt.'
  for (const inner of [
    '<div class="poem"><div class="stanza"><span class="i0">Der Besen steht,</span><br><span class="i2">die Asche weht</span></div><div class="stanza"><span class="i0">und niemand kehrt.</span></div></div>',
    '<p class="verse"><span class="line">Der Besen steht,</span><br>\n<span class="line indent-1">die Asche weht</span><br>\n<span class="line stanza">und niemand kehrt.</span></p>',
  ])
    assert.equal(await fromHtml(inner), expected)
  assert.equal(await fromHtml('<p>Am Markt 3<br>12345 Ort</p>'), 'Am Markt 3\\\n12345 Ort')
  assert.equal(await fromHtml('<pre>eins\nzwei</pre>'), 'eins\\\nzwei')
})

test('verse of word processors by its style', async () => {
  const expected =
    'Vorn.\n\n| Der Besen steht,\n| die Asche weht\n|\n| und niemand kehrt.\n\nHinten.'
  const words = ['Der Besen steht,', 'die Asche weht', '', 'und niemand kehrt.']
  const docx = makeDocx({
    styles: usualStyles + style('Gedicht', 'Gedicht'),
    body:
      paragraph(run('Vorn.')) +
      words
        .map((line) => `<w:p><w:pPr><w:pStyle w:val="Gedicht"/></w:pPr>${line && run(line)}</w:p>`)
        .join('') +
      paragraph(run('Hinten.')),
  })
  assert.equal(markdownOf(await readSource(docx, { file: 'x.docx', format: 'docx' })), expected)
  const p = (line: string, name: string) => `<text:p text:style-name="${name}">${line}</text:p>`
  const odt = makeOdt({
    styles: odtStyles + odtStyle('Gedicht', 'Standard'),
    text:
      p('Vorn.', 'Standard') +
      p('Der Besen steht,<text:line-break/>die Asche weht', 'Gedicht') +
      p('', 'Gedicht') +
      p('und niemand kehrt.', 'Gedicht') +
      p('Hinten.', 'Standard'),
  })
  assert.equal(markdownOf(await readSource(odt, { file: 'x.odt', format: 'odt' })), expected)
})

test('verse stays verse whatever its lines look like', () => {
  for (const source of [
    '| - Kein Punkt\n| # keine Überschrift\n| 1. keine Liste\n',
    '| Ein Strich\n| \\---\n',
    '> | Im Zitat\n> |   eine Zeile\n',
    '- | In der Liste\n  | eine Zeile\n',
    'Vorn.[^1]\n\n[^1]: | In der Note\n    | eine Zeile\n',
  ]) {
    const tree = parseMarkdown(source)
    assert.ok(JSON.stringify(tree).includes('verseLine'), source)
    assert.equal(writeMarkdown(tree), source)
  }
})

const scene =
  '::: drama\n\n*Ein Hof.*\n\n<sc>Magd.</sc> *leise* Er schläft.[^1]\n\n<sc>Knecht.</sc>\n\n| Dann gehen wir\n| noch vor dem Tag.\n\n:::'

test('speeches are a drama', async () => {
  const spoken =
    '<stage>Ein Hof.</stage><sp><speaker>Magd.</speaker><stage>leise</stage><p>Er schläft.<note n="1">Schon lange.</note></p></sp>' +
    '<sp><speaker>Knecht.</speaker><l>Dann gehen wir</l><l>noch vor dem Tag.</l></sp>'
  assert.equal(await fromTei(spoken), `## Lied\n\n${scene}\n\n[^1]: Schon lange.`)
  const markdown = `# Lied\n\n${scene}\n\nDanach.\n\n[^1]: Schon lange.\n`
  assert.equal(
    markdownOf(await readSource(markdown, { file: 'x.md', format: 'markdown' })),
    markdown.replace('# Lied\n\n', '').trim(),
  )
  assert.equal(
    await fromHtml(
      '<p class="drama"><em class="stage">Ein Hof.</em></p><p class="drama"><span class="speaker small-caps">Magd.</span> Er schläft.</p><p>Danach.</p>',
    ),
    '::: drama\n\n*Ein Hof.*\n\n<sc>Magd.</sc> Er schläft.\n\n:::\n\nDanach.',
  )
})
