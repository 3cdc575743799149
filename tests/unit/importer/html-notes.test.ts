/** Notes of pages on the web, by the programs that wrote them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markdownOf, readSource, sentencesOf } from './read-source.ts'

interface Case {
  html: string
  /** Markdown without empty lines. */
  gives: string
}

const sheet = '<style>.c1{font-style:italic}.hoch{vertical-align:super}</style>'

const cases: Record<string, Case> = {
  'roman numbers that are raised, without links': {
    html: `<h1>Ton</h1><p>Ton<sup>i</sup> klebt<sup>ii</sup>.</p><h2>Anmerkungen</h2><p><sup>i</sup> Lehm.</p><p><sup>ii</sup> Nass.</p>`,
    gives: 'Ton[^1] klebt[^2].\n[^1]: Lehm.\n[^2]: Nass.',
  },
  'roman numbers in brackets, x as an exponent': {
    html: `<h1>Ton</h1><p>Ton[i] klebt[ii] wie e<sup>x</sup>.</p><h2>Anmerkungen</h2><p>[i] Lehm.</p><p>[ii] Nass.</p>`,
    gives: 'Ton[^1] klebt[^2] wie e<sup>x</sup>.\n[^1]: Lehm.\n[^2]: Nass.',
  },
  'Pandoc, with roles': {
    html: `<h1>Ton</h1><p>Ton<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> klebt.</p>
      <section class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1" role="doc-endnote"><p>Lehm.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>`,
    gives: 'Ton[^1] klebt.\n[^1]: Lehm.',
  },
  Word: {
    html: `<p class=MsoTitle>Das Beet<o:p></o:p></p><h1>Graben</h1>
      <p class=MsoNormal>Wer gräbt<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><![if !supportFootnotes]><span>[1]</span><![endif]></span></a>, findet<a style='mso-footnote-id:ftn2' href="#_ftn2" name="_ftnref2"><span class=MsoFootnoteReference>[2]</span></a>.</p>
      <div style='mso-element:footnote-list'><hr align=left size=1 width="33%">
      <div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> Mit dem <i>Spaten</i>.</p><p class=MsoFootnoteText>Tief.</p></div>
      <div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a style='mso-footnote-id:ftn2' href="#_ftnref2" name="_ftn2"><span class=MsoFootnoteReference>[2]</span></a> Rüben.</p></div></div>`,
    gives:
      '## Graben\nWer gräbt[^1], findet[^2].\n[^1]: Mit dem *Spaten*.\n    Tief.\n[^2]: Rüben.',
  },
  'Google Docs, with a comment': {
    html: `${sheet}<p class="title"><span>Der Teich</span></p><p><span>Das </span><span class="c1">Wasser</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span> steht.</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>
      <hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;Vom Regen.</span></p></div><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Stimmt das?</span></p></div>`,
    gives: 'Das *Wasser*[^1] steht.\n[^1]: Vom Regen.',
  },
  'LibreOffice, footnotes beside endnotes': {
    html: `<h1>Kies</h1><p>Kies<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> und Splitt<a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>1</sup></a>.</p>
      <div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Rund.</p></div>
      <div id="sdendnote1"><p class="sdendnote"><a class="sdendnotesym" name="sdendnote1sym" href="#sdendnote1anc">1</a>Spitz.</p></div>`,
    gives: 'Kies[^1] und Splitt[^e1].\n[^1]: Rund.\n[^e1]: Spitz.',
  },
  'Project Gutenberg': {
    html: `<h1>Heide</h1><p>Die Heide<a name="FNanchor_1_1" id="FNanchor_1_1"></a><a href="#Footnote_1_1" class="fnanchor">[1]</a> blüht.</p>
      <div class="footnotes"><h3>FUSSNOTEN:</h3><div class="footnote"><p><a name="Footnote_1_1" id="Footnote_1_1"></a><a href="#FNanchor_1_1"><span class="label">[1]</span></a> Im Herbst.</p></div></div>`,
    gives: 'Die Heide[^1] blüht.\n[^1]: Im Herbst.',
  },
  'Wikipedia, one note called twice': {
    html: `<h1>Kanne</h1><p>Blech.<sup id="cite_ref-M_1-0" class="reference"><a href="#cite_note-M-1"><span>[</span>1<span>]</span></a></sup> Zink.<sup id="cite_ref-M_1-1" class="reference"><a href="#cite_note-M-1">[1]</a></sup></p><h2>Einzelnachweise</h2>
      <ol class="references"><li id="cite_note-M-1"><span class="mw-cite-backlink">↑ <a href="#cite_ref-M_1-0"><sup>a</sup></a> <a href="#cite_ref-M_1-1"><sup>b</sup></a></span> <span class="reference-text">Meier, S. 3.</span></li></ol>`,
    gives: 'Blech.[^1] Zink.[^1]\n[^1]: Meier, S. 3.',
  },
  'Tufte, beside the text': {
    html: `<article><h1>Rand</h1><p>Der Rand<label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-1" class="margin-toggle"/><span class="sidenote">Hier <em>viel</em>.</span> ist breit.</p></article>`,
    gives: 'Der Rand[^1] ist breit.\n[^1]: Hier *viel*.',
  },
  'WordPress: Easy Footnotes': {
    html: `<h1>Moos</h1><p>Moos<span id="easy-footnote-1-10" class="easy-footnote-margin-adjust"></span><span class="easy-footnote"><a href="#easy-footnote-bottom-1-10" title="Weich."><sup>1</sup></a></span> wächst.</p>
      <ol class="easy-footnotes-wrapper"><li class="easy-footnote-single"><span id="easy-footnote-bottom-1-10" class="easy-footnote-margin-adjust"></span>Weich.<a class="easy-footnote-to-top" href="#easy-footnote-1-10"></a></li></ol>`,
    gives: 'Moos[^1] wächst.\n[^1]: Weich.',
  },
  'WordPress: Modern Footnotes': {
    html: `<h1>Moos</h1><p>Es<sup class="modern-footnotes-footnote" data-mfn="1"><a href="javascript:void(0)" role="button">1</a></sup><span class="modern-footnotes-footnote__note" data-mfn="1">Langsam.</span> wächst.</p>`,
    gives: 'Es[^1] wächst.\n[^1]: Langsam.',
  },
  'WordPress: a table, tooltips that repeat it': {
    html: `<h1>Farn</h1><p>Farn<span class="footnote_referrer"><a role="button"><sup class="footnote_plugin_tooltip_text">[1]</sup></a><span id="footnote_plugin_tooltip_text_1" class="footnote_tooltip">Alt.</span></span> ist alt.</p>
      <table class="footnotes_table footnote-reference-container"><tbody><tr><th class="footnote_plugin_index"><a role="button"><span>↑</span>1</a></th><td>Sehr alt.</td></tr></tbody></table>`,
    gives: 'Farn[^1] ist alt.\n[^1]: Sehr alt.',
  },
  'InDesign, as EPUB': {
    html: `${sheet}<h1>Torf</h1><p>Torf<span class="hoch"><span id="footnote-001-backlink" class="_idFootnoteLink"><a class="_idFootnoteLink" epub:type="noteref" href="#footnote-001">1</a></span></span> brennt.</p>
      <hr/><section class="_idFootnotes" epub:type="footnotes"><aside id="footnote-001" class="_idFootnote" epub:type="footnote"><p><a class="_idFootnoteAnchor" href="#footnote-001-backlink">1</a>	Trocken.</p></aside></section>`,
    gives: 'Torf[^1] brennt.\n[^1]: Trocken.',
  },
  'Substack, two paragraphs': {
    html: `<h1>Sand</h1><p>Sand<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a> rieselt.</p>
      <div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>Quarz.</p><p>Und Glimmer.</p></div></div>`,
    gives: 'Sand[^1] rieselt.\n[^1]: Quarz.\n    Und Glimmer.',
  },
  GitHub: {
    html: `<h1>Lehm</h1><p>Lehm<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref>1</a></sup> klebt.</p>
      <section data-footnotes class="footnotes"><h2 id="footnote-label">Footnotes</h2><ol><li id="user-content-fn-1"><p>Ton. <a href="#user-content-fnref-1" data-footnote-backref>↩</a></p></li></ol></section>`,
    gives: 'Lehm[^1] klebt.\n[^1]: Ton.',
  },
  LaTeXML: {
    html: `<h1>Moor</h1><p>Moor<span id="footnote1" class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>Nass.</span></span></span> sinkt.</p>`,
    gives: 'Moor[^1] sinkt.\n[^1]: Nass.',
  },
  'named anchors, several notes in a paragraph': {
    html: `<h1>Heu</h1><p>Das Heu <a name="r1"></a><a href="#f1"><sup>1</sup></a> trocknet (<a href="#f2">2</a>) gut <a href="#f3">[3]</a>.<hr>
      <p><a name="f1"></a>1 Wiesenheu. <a href="#r1">zurück</a><br><a name="f2"></a>2) Altes.<br><a name="f3">[3]</a> Neues.</p><hr><p>Stand: 1999</p>`,
    gives:
      'Das Heu[^1] trocknet[^2] gut[^3].\nStand: 1999\n[^1]: Wiesenheu.\n[^2]: Altes.\n[^3]: Neues.',
  },
  'a list of terms, stars': {
    html: `<h1>Kohl</h1><p>Kohl<a href="#n1" class="fn">*</a> und Kraut<a href="#n2">**</a>.</p><dl class="notes"><dt id="n1">*</dt><dd>Weiß.</dd><dt id="n2">**</dt><dd>Sauer.</dd></dl>`,
    gives: 'Kohl[^stern] und Kraut[^1].\n[^stern]: Weiß.\n[^1]: Sauer.',
  },
  'a table': {
    html: `<h1>Lauch</h1><p>Lauch<a href="#t1"><sup>1</sup></a> hier<a href="#t2"><sup>2</sup></a>.</p><table><tr><td><a name="t1">1</a></td><td>Porree.</td></tr><tr id="t2"><td>2</td><td>Dort.</td></tr></table><p>Danach.</p>`,
    gives: 'Lauch[^1] hier[^2].\nDanach.\n[^1]: Porree.\n[^2]: Dort.',
  },
  'behind each paragraph, beginning anew in each chapter': {
    html: `<h1>Zwei</h1><h2>Eins</h2><p>Wort<a id="c1" href="#n1" class="noteref">1</a>.</p><p class="fn" id="n1"><a href="#c1">1</a> Erste.</p><p>Danach.</p>
      <h2>Zwei</h2><p>Wort<a id="c2" href="#n2" class="noteref">1</a>, siehe <a href="#n1">Anm. 1</a>.</p><p class="fn" id="n2"><a href="#c2">1</a> Zweite, vgl. <a href="#n1">Anm. 1</a>.</p><p>Ende.</p>`,
    gives:
      '## Eins\nWort[^1].\nDanach.\n## Zwei\nWort[^2], siehe Anm. 1.\nEnde.\n[^1]: Erste.\n[^2]: Zweite, vgl. Anm. 1.',
  },
  'without links, beside a power of ten': {
    html: `<h1>Rüben</h1><p>Rüben<sup>1</sup> sind 10<sup>2</sup> Mal rund<sup>2</sup> und süß<sup>[3]</sup>.</p><h2>Anmerkungen</h2><p><sup>1</sup> Zuckerrüben.</p><p>Auch andere.</p><p>2. Fast.</p><p>[3] Manche.</p>`,
    gives:
      'Rüben[^1] sind 10<sup>2</sup> Mal rund[^2] und süß[^3].\n[^1]: Zuckerrüben.\n    Auch andere.\n[^2]: Fast.\n[^3]: Manche.',
  },
  'in an attribute of the call': {
    html: `<h1>Esche</h1><p>Die Esche<sup class="footnote" data-footnote="Ein Baum."><a href="#">1</a></sup> steht<a class="fn" href="javascript:;" title="Noch immer.">2</a>.</p>`,
    gives: 'Die Esche[^1] steht[^2].\n[^1]: Ein Baum.\n[^2]: Noch immer.',
  },
  'beside a list of works whose items are no notes': {
    html: `<h1>Moor</h1><p>Moor<a href="#fn1" id="r1"><sup>1</sup></a> (<a href="#w2">[2]</a>).</p><div id="fn1"><p>1 Nass.</p></div><h2>Literatur</h2><ol><li id="w1">Meier: Moor.</li><li id="w2">Feld: Gras.</li></ol>`,
    gives: 'Moor[^1] ([2]).\n## Literatur\n1. Meier: Moor.\n2. Feld: Gras.\n[^1]: Nass.',
  },
  'endnotes of Word in roman numbers, in a small page': {
    html: `<div><h2>Torf</h2><h3>von Otto Feld</h3><p>Erstes<a href="#_edn1" name="_ednref1"><sup>[i]</sup></a> Wort<a href="#_edn2" name="_ednref2"><sup>[ii]</sup></a>.</p><div><hr width="33%"><div id="edn1"><p><a href="#_ednref1" name="_edn1"><sup>[i]</sup></a> Erste.</p></div><div id="edn2"><p><a href="#_ednref2" name="_edn2"><sup>[ii]</sup></a> Zweite.</p></div></div></div>`,
    gives: 'Erstes[^1] Wort[^2].\n[^1]: Erste.\n[^2]: Zweite.',
  },
  'in the words themselves': {
    html: `<h3>Eiche</h3><p>Die Eiche<span class="footnote">Ein <i>Baum</i>.</span> steht.</p>`,
    gives: 'Die Eiche[^1] steht.\n[^1]: Ein *Baum*.',
  },
}

for (const [name, { html, gives }] of Object.entries(cases))
  test(`notes: ${name}`, async () => {
    const read = await readSource(`<!DOCTYPE html><html lang="de"><body>${html}</body></html>`, {
      file: 'seite.html',
    })
    assert.equal(markdownOf(read).replace(/\n+/g, '\n'), gives)
  })

test('comments are listed in the report', async () => {
  const read = await readSource(
    `<html><body>${cases['Google Docs, with a comment']!.html}</body></html>`,
    {
      file: 'seite.html',
    },
  )
  assert.ok(sentencesOf(read, 'dropped').some((sentence) => sentence.includes('Stimmt das?')))
})

test('a call without its note and a note without its call stay in the text and are asked about', async () => {
  const read = await readSource(
    `<html><body><h1>Klee</h1><p>Klee<a role="doc-noteref" href="#fehlt">7</a>.</p><p>Gras<a role="doc-noteref" href="#a">1</a>.</p>
     <aside id="a" role="doc-footnote">Hoch.</aside><aside id="b" role="doc-footnote">Niemand ruft.</aside></body></html>`,
    { file: 'seite.html' },
  )
  assert.equal(
    markdownOf(read).replace(/\n+/g, '\n'),
    'Klee7.\nGras[^1].\nNiemand ruft.\n[^1]: Hoch.',
  )
  const asked = read.remarks.filter(({ question }) => question).map(({ text }) => text)
  assert.ok(asked.some((sentence) => sentence.includes('„7“')))
  assert.ok(asked.some((sentence) => sentence.includes('Niemand ruft')))
})
