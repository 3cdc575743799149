import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { NodeFilter, parseHTML } from 'linkedom'
import { wordingOf as wordingOnPage } from '../../../src/client/text-on-page/wording.ts'
import { paragraphId } from '../../../src/contract/ids.ts'
import { collapseSpaces } from '../../../src/contract/wording.ts'
import { build } from '../../../src/edition/build.ts'
import { createUrls, textToHtml } from '../../../src/formats/html/index.ts'
import { searchRecords } from '../../../src/formats/search/index.ts'
import { wordingOf } from '../../../src/markdown/wording.ts'
import { smallEdition } from '../../fixture-edition.ts'

/** Paragraphs as an editor writes them → their words, soft hyphens shown as `¬`. */
const paragraphs: Record<string, string> = {
  'Ein *kursives **und fettes*** Wort.': 'Ein kursives und fettes Wort.',
  'Tech\u00adno\u00adlogie trennt sich.': 'Tech¬no¬logie trennt sich.',
  'Auf S.\u00a07, z.\u202fB. am\u20095. Mai und S. 8.': 'Auf S. 7, z. B. am 5. Mai und S. 8.',
  'Eine Zeile\nund die nächste.': 'Eine Zeile und die nächste.',
  'Ein Umbruch  \nmitten im Satz.': 'Ein Umbruch mitten im Satz.',
  'Ein Ruf[^1] mitten im *Satz[^2]*.': 'Ein Ruf mitten im Satz.',
  'Ein Wort auf zwei Sei[](page:8)ten.': 'Ein Wort auf zwei Seiten.',
  'Zwei Seiten [](page:9) und ein Satz.': 'Zwei Seiten und ein Satz.',
  'Es gilt $E = mc^2$ und\n$$ x_1 \\text{ oder } y $$\nhier.': 'Es gilt E=mc2 und x1 oder y hier.',
  '> Ein Zitat,\n> *Zeile* für Zeile.\n>\n> > Darin eines[^1].':
    'Ein Zitat, Zeile für Zeile. Darin eines.',
}
const notes: Record<string, string> = {
  '1': 'Eine Note, S.\u00a04,\n    mit *Kursivem* und Tren\u00adnung.',
  '2': 'Noch eine.  \n    Mit Umbruch.',
}
const source = [
  '---\ntitle: Probe\nauthor: Redaktion\nrights: { status: open }\n---',
  ...Object.keys(paragraphs),
  ...Object.entries(notes).map(([label, note]) => `[^${label}]: ${note}`),
].join('\n\n')

// Without its sessions, which lead to places of the text that this one replaces.
const small = Object.entries(smallEdition()).filter(
  ([path]) => !path.startsWith('content/seminar/'),
)
const sources = { ...Object.fromEntries(small), 'content/texts/uhren.md': source }
const { edition, problems } = build(sources, 'local')
assert.ok(edition, problems.map(({ name }) => name).join())
const { texts, terms, works } = edition
const text = texts.find(({ slug }) => slug === 'uhren')!
const urls = createUrls('/')
const html = textToHtml(text, { urls, terms, works })
const { document } = parseHTML(`<!doctype html><body>${html}</body>`)
Object.assign(globalThis, { NodeFilter })
after(() => Reflect.deleteProperty(globalThis, 'NodeFilter'))
const onPage = (selector: string) => wordingOnPage(document.querySelector(selector)!)

const blocks = text.tree.children.filter(
  ({ type }) => type === 'paragraph' || type === 'blockquote',
)

test('paragraphs have the same words in Markdown, on the page and in the search', () => {
  const expected = Object.values(paragraphs)
  const { records } = searchRecords(edition, urls)
  assert.equal(text.paragraphs.length, expected.length)
  for (const [i, { number }] of text.paragraphs.entries()) {
    const words = expected[i]!.replaceAll('¬', '\u00ad')
    const page = onPage(`#${paragraphId(number)}`).text
    assert.equal(wordingOf(blocks[i]!), words)
    assert.equal(collapseSpaces(page), words)
    const record = records.find(({ url }) => url === urls.text('uhren', paragraphId(number)))
    assert.equal(record?.content, expected[i]!.replaceAll('¬', ''))
  }
})

test('notes have the same words in Markdown and on the page', () => {
  assert.equal(text.notes.length, 2)
  for (const { id, wording } of text.notes)
    assert.equal(collapseSpaces(onPage(`#${id} [data-wording]`).text), wording)
  assert.match(text.notes[0]!.wording, /^Eine Note, S\. 4, mit Kursivem und Tren\u00adnung\.$/)
})

test('each character of the words of a page is one of its characters', () => {
  for (const { number } of text.paragraphs) {
    const { text, pieces } = onPage(`#${paragraphId(number)}`)
    assert.equal(
      text.length,
      pieces.reduce((sum, { node }) => sum + node.data.length, 0),
    )
    for (const { node, start } of pieces)
      assert.equal(text.slice(start, start + node.data.length), node.data.replace(/\s/g, ' '))
  }
})

test('what is hidden on a page is none of its words', () => {
  const { document: page } = parseHTML('<p>Ein <span aria-hidden="true"><b>7</b></span>Wort</p>')
  assert.equal(wordingOnPage(page.querySelector('p')!).text, 'Ein Wort')
})
