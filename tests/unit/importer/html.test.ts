import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { markdownOf, readSource, sentencesOf } from './read-source.ts'

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
const read = (html: string | Uint8Array, beside: Record<string, Uint8Array> = {}) =>
  readSource(html, { file: 'seite.html', beside })
const dense = (markdown: string) => markdown.replace(/\n+/g, '\n')

async function gives(body: string, expected: string, head = ''): Promise<void> {
  assert.equal(dense(markdownOf(await read(page(`<h1>Probe</h1>${body}`, head)))), expected)
}

test('marks, by tags, classes and style sheets', async () => {
  await gives(
    '<p><i>a</i> <em>b</em> <b>c</b> <span class="smallcaps">d</span> <span class="x">e</span> H<sub>2</sub>O 1<sup>er</sup> <span style="letter-spacing:.2em">f</span> <cite>g</cite> <cite class="n">h</cite></p>',
    '*a* *b* **c** <sc>d</sc> <sc>e</sc> H<sub>2</sub>O 1<sup>er</sup> *f* *g* h',
    '<style>.x{font-variant:small-caps}cite.n{font-style:normal}</style>',
  )
  await gives(
    '<p><i>kursiv <span style="font-style:normal">gerade</span> kursiv</i></p>',
    '*kursiv* gerade *kursiv*',
  )
  await gives('<p>die <em class="gesperrt">Linné</em>sche Art</p>', 'die <em>Linné</em>sche Art')
  await gives('<div><i><p>eins</p><p>zwei</p></i></div>', '*eins*\n*zwei*')
})

test('a list that numbers headings is none', async () => {
  await gives(
    '<ol start="8"><li><h2>Literatur</h2><ol><li><h3>Hefte</h3></li></ol></li></ol><p>Eins.</p><ol><li>eins</li><li><h2>Ende</h2><p>Dann.</p></li><li>drei</li></ol>',
    '## Literatur\n### Hefte\nEins.\n1\\. eins\n## Ende\nDann.\n3\\. drei',
  )
})

test('block quotes, lists, definitions, verse, tables', async () => {
  await gives(
    '<blockquote><p>Zitat.</p></blockquote><div class="zitat">Noch eins.</div>',
    '> Zitat.\n> Noch eins.',
  )
  await gives(
    '<ul><li>eins<ul><li>darin</li></ul></li><li><p>zwei</p><p>mehr</p></li></ul><ol start="3"><li>drei</li></ol>',
    '- eins\n  - darin\n- zwei\n  mehr\n3\\. drei',
  )
  await gives('<dl><dt>Beet</dt><dd>ein Stück Erde</dd></dl>', '- **Beet**\n  ein Stück Erde')
  await gives(
    '<div class="poem"><div class="stanza"><span class="i0">Ein Vers,</span><br/><span class="i2">noch einer.</span></div><div class="stanza"><span class="i0">Allein.</span></div></div>',
    '| Ein Vers,\n|   noch einer.\n|\n| Allein.',
  )
  await gives('<p>Hanf, Seil<br>und Garn</p>', 'Hanf, Seil\\\nund Garn')
  await gives(
    '<table><caption>Preise</caption><tr><th>Ware</th><th>Euro</th></tr><tr><td>Leim</td><td>5</td></tr><tr><td colspan="2">nichts</td></tr></table>',
    '| Ware   | Euro |\n| ------ | ---- |\n| Leim   | 5    |\n| nichts |      |\n: Preise',
  )
  await gives('<table><tr><td><p>Nur</p><p>zum Ordnen.</p></td></tr></table>', 'Nur\nzum Ordnen.')
  await gives('<pre>eins\n  zwei</pre>', 'eins\\\n\u00A0\u00A0zwei')
  await gives('<p>Er sagt <q>Ja</q>, <ruby>東<rt>tō</rt></ruby>.</p>', 'Er sagt „Ja“, 東(tō).')
})

test('paragraphs of Word that are lists', async () => {
  await gives(
    "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>erstens</p><p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>darin</p><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>zweitens</p>",
    '1. erstens\n   - darin\n2. zweitens',
  )
})

test('paragraphs of a filtered file of Word that are lists, their numbers not asked about', async () => {
  const item = (sign: string, words: string, indent = '-18.0pt') =>
    `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:${indent}'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span>${words}</p>`
  const symbol = "<span style='font-family:Symbol'>·</span>"
  const page = `<p>Es gibt:</p>${item(symbol, 'den <i>Rechen</i>')}${item(symbol, 'die Gabel')}<p>Und:</p>${item('3.', 'das Seil')}${item('4.', 'den Pflock')}${item('a)', 'das Netz')}<p>Ende.</p>`
  await gives(
    page,
    'Es gibt:\n- den *Rechen*\n- die Gabel\nUnd:\n3. das Seil\n4. den Pflock\na)\u00a0\u00a0\u00a0\u00a0 das Netz\nEnde.',
  )
  const { source } = await read(page)
  assert.deepEqual(source?.signs, ['·', '·', '3.', '4.'])
  await gives(item('3.', 'Mai 1920 kam er.', '0pt'), '3.\u00a0\u00a0\u00a0\u00a0 Mai 1920 kam er.')
  await gives("<p style='text-indent:-18pt'>3. Mai 1920 kam er.</p>", '3\\. Mai 1920 kam er.')
})

test('a link leads where it leads in the end, and is no emphasis for its underline', async () => {
  const underlined = (link: string) =>
    `<p>Im <span style="text-decoration:underline">${link}</span>.</p>`
  const wrapped = [
    'https://www.google.com/url?q=https://amt.example/a%3Fb%3D1&amp;sa=D&amp;usg=x',
    'https://www.google.de/url?sa=t&amp;url=https%3A%2F%2Famt.example%2Fa%3Fb%3D1',
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Famt.example%2Fa%3Fb%3D1&amp;data=x',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Famt.example%2Fa%3Fb%3D1&amp;h=x',
  ]
  for (const address of wrapped)
    await gives(underlined(`<a href="${address}">Amt</a>`), 'Im [Amt](https://amt.example/a?b=1).')
  await gives(
    '<p>Im <u><a href="https://amt.example/">Amt</a></u>.</p>',
    'Im [Amt](https://amt.example/).',
  )
  await gives(
    '<p><a href="https://www.google.com/url?q=javascript:a">Amt</a></p>',
    '[Amt](https://www.google.com/url?q=javascript:a)',
  )
  await gives(underlined('Amt'), 'Im *Amt*.')
  await gives(
    underlined('Amt <a href="https://amt.example/">hier</a>'),
    'Im *Amt [hier](https://amt.example/)*.',
  )
})

test('pages, languages and links', async () => {
  await gives(
    '<p>eins <span class="pagenum"><a id="Page_12">[S. 12]</a></span>zwei <span epub:type="pagebreak" title="13"></span>drei<a id="page_xiv"></a> vier</p>',
    'eins [](page:12)zwei [](page:13)drei [](page:xiv)vier',
  )
  await gives(
    '<p>so <span lang="en-GB">bigger <i lang="de">größer</i> better</span> und <span lang="de-AT">das</span></p>',
    'so [bigger](lang:en-GB) *größer* [better](lang:en-GB) und das',
  )
  await gives(
    '<p><a href="https://a.example/b">dort</a>, <a href="#x">hier</a></p>',
    '[dort](https://a.example/b), hier',
  )
})

test('headings begin with level 1 and skip none', async () => {
  await gives('<h2>Eins</h2><h4>Tief</h4><h3>Zwei</h3><p>x</p>', '## Eins\n### Tief\n### Zwei\nx')
})

test('title, subtitle and authors', async () => {
  const { text } = await read(
    page(
      '<h1>VOM HEU</h1><p class="subtitle">Ein Versuch</p><p>von Prof. Dr. Maria Testmann</p><p>Heu.</p>',
      '<title>Vom Heu – Eine Seite</title>',
    ),
  )
  assert.deepEqual(text!.head, {
    title: 'Vom Heu',
    subtitle: 'Ein Versuch',
    authors: ['Maria Testmann'],
  })
  const meta = await read(
    page(
      '<h1>Kapitel</h1><p>a</p><h1>Zwei</h1><p>b</p>',
      '<title>Das Buch | Verlag</title><meta name="citation_author" content="Testmann, Maria"><meta name="citation_author" content="Feld, Otto">',
    ),
  )
  assert.deepEqual(meta.text!.head, {
    title: 'Das Buch',
    subtitle: null,
    authors: ['Maria Testmann', 'Otto Feld'],
  })
  assert.equal(dense(markdownOf(meta)), '## Kapitel\na\n## Zwei\nb')
})

test('what belongs to the page and not to its text is left out and named', async () => {
  const result = await read(
    page(
      '<header><a href="/">Die Seite</a></header><nav>Start</nav><main><article><h1>Heu</h1><nav id="TOC"><ul><li><a href="#a">Anfang</a></li></ul></nav><p>Das Heu.</p><div class="sharedaddy">Teilen</div><p hidden>Verborgen.</p><script>var x</script></article></main><aside class="sidebar">Neuestes</aside><div class="cookie-banner">Kekse</div><footer>Impressum</footer>',
    ),
  )
  assert.equal(markdownOf(result), 'Das Heu.')
  const said = sentencesOf(result, 'dropped').join('\n')
  for (const words of [
    'Die Seite',
    'Start',
    'Anfang',
    'Teilen',
    'Verborgen',
    'Neuestes',
    'Kekse',
    'Impressum',
  ])
    assert.ok(said.includes(words), words)
})

test('pictures beside the page and in it; missing ones are asked about', async () => {
  const png = Buffer.from('89504e470d0a1a0a', 'hex')
  const result = await read(
    page(
      `<h1>Bilder</h1><figure><img src="bilder/a%20b.png" alt="Ein Weg"><figcaption>Abb. 1</figcaption></figure><p>Text <img src="data:image/png;base64,${png.toString('base64')}" alt="Tor"> weiter.</p><p><img src="https://x.example/fern.png" alt="Fern"></p>`,
    ),
    { 'bilder/a b.png': png },
  )
  assert.equal(
    dense(markdownOf(result)),
    "![Ein Weg](/probe-1.png 'Abb. 1')\nText weiter.\n![Tor](/probe-2.png)".replaceAll("'", '"'),
  )
  assert.deepEqual(
    result.text!.pictures.map(({ name }) => name),
    ['probe-1.png', 'probe-2.png'],
  )
  assert.ok(sentencesOf(result, 'dropped').some((sentence) => sentence.includes('fern.png')))
})

test('the encoding that the page declares', async () => {
  const body = (declared: string) => `${declared}<html><body><h1>Ähre</h1><p>süß</p></body></html>`
  const meta = (charset: string) => `<meta charset="${charset}">`
  const latin = (text: string) => Buffer.from(text, 'latin1')
  const utf16 = Buffer.from(`\uFEFF${body('')}`, 'utf16le')
  for (const bytes of [
    latin(body(meta('iso-8859-1'))),
    latin(body('<?xml version="1.0" encoding="windows-1252"?>')),
    latin(body('')),
    Buffer.from(body('')),
    Buffer.from(`\uFEFF${body('')}`),
    Buffer.from(body(meta('iso-8859-1'))),
    utf16,
  ]) {
    const result = await readSource(bytes, { file: 'seite.html', format: 'html' })
    assert.equal(result.text!.head.title, 'Ähre')
    assert.equal(markdownOf(result), 'süß')
  }
  const wrong = await read(latin(body(meta('utf-8'))))
  assert.equal(markdownOf(wrong), 'süß')
  assert.ok(wrong.remarks.some(({ topic, question }) => topic === 'characters' && question))
})

test('elements closed in their start tag, as in XHTML', async () => {
  const xhtml = `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><h1>X</h1><p><a id="a"/>eins <i>zwei</i></p><div/><p>drei</p></body></html>`
  assert.equal(dense(markdownOf(await read(xhtml))), 'eins *zwei*\ndrei')
})

test('what is no text is refused with its place', async () => {
  const refused = async (html: string) =>
    (await read(html)).problems.map(({ name, line, message }) => [name, line, message])
  assert.deepEqual(
    (await refused('<html><body><script>x</script></body></html>'))[0]?.slice(0, 2),
    ['damaged-file', 1],
  )
  const [deep] = await refused(`<html><body>\n${'<div>'.repeat(5000)}x`)
  assert.equal(deep?.[0], 'damaged-file')
  assert.equal(deep[1], 2)
  assert.equal((await refused(`<p>${'<font size=1>x<p>'.repeat(500)}`))[0]?.[0], 'damaged-file')
})

const material = new URL('../../../../shared/material/', import.meta.url)
const isThere = existsSync(material)
const skip = isThere ? false : 'the real files are not there'

test('a book of Project Gutenberg', { skip }, async () => {
  const result = await read(readFileSync(new URL('freud-massenpsychologie.latin1.htm', material)))
  const { blocks, notes } = result.text!
  assert.equal(notes.length, 38)
  assert.equal(blocks.filter(({ kind }) => kind === 'heading').length, 12)
  assert.ok(notes.every((note) => JSON.stringify(note.blocks).length < 40_000))
  assert.equal(markdownOf(result).match(/\]\(page:/g)?.length, 140)
})

test('an article of a template', { skip }, async () => {
  const result = await read(readFileSync(new URL('infoprax.html', material)))
  assert.equal(result.text!.notes.length, 2)
})

test('permalinks, glosses among paragraphs and references made full are named, not text', async () => {
  const result = await readSource(
    page(
      `<h1>Probe</h1><main><article>
<p id="p1">Ein Beet<a role="doc-noteref" href="#n1" id="r1">1</a> mit <a role="doc-glossref" href="#g1">Hanf</a>. <a href="#p1">¶</a></p>
<div id="g1" role="note"><p><dfn>Hanf</dfn> Eine Faser.</p><a role="doc-backlink" href="#p1">↑</a></div>
<blockquote id="p2">Ein Zitat.</blockquote><a href="https://garten.example/beet#p2">Abs. 2</a>
<p>Siehe <a href="#p1">1</a>.</p>
<h2 id="kraut">Kraut <a href="#kraut">#</a></h2><p>Noch ein Absatz.</p>
</article></main><ol role="doc-endnotes"><li id="n1" role="doc-endnote"><p>Anmerkung 1 <a role="doc-backlink" href="#r1">↩</a> <a role="doc-backlink" href="#r1">↩ 2</a></p><p>Zum Beet.</p><p class="resolved">Beetmann: Beete.</p></li></ol>`,
    ),
    { file: 'seite.html' },
  )
  assert.equal(
    dense(markdownOf(result)),
    'Ein Beet[^1] mit Hanf.\n> Ein Zitat.\nSiehe 1.\n## Kraut\nNoch ein Absatz.\n[^1]: Zum Beet.',
  )
  const dropped = sentencesOf(result, 'dropped').join('\n')
  for (const words of ['3 Verweise von Absätzen', 'Hanf Eine Faser', 'Beetmann: Beete'])
    assert.ok(dropped.includes(words), dropped)
})

test('italics of a heading as a whole are its form, those of words in it are kept', async () => {
  await gives(
    '<h2>Vom Beet</h2><p>a</p><h2>Zu <i>Der Garten</i></h2><p>b</p>',
    '## Vom Beet\na\n## Zu *Der Garten*\nb',
    '<style>h2{font-style:italic;font-variant:small-caps}i{font-style:normal}h2 i{font-style:italic}</style>',
  )
})
