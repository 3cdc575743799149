import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Anchors } from '../../../src/publish/site-steps/single-file/anchors.ts'
import { composeFile } from '../../../src/publish/site-steps/single-file/compose.ts'
import { embedFonts } from '../../../src/publish/site-steps/single-file/fonts.ts'
import { lowerHeadings } from '../../../src/publish/site-steps/single-file/headings.ts'
import { rewriteLinks } from '../../../src/publish/site-steps/single-file/links.ts'
import { partsOfEdition, partsOfText } from '../../../src/publish/site-steps/single-file/parts.ts'
import { placedOf, type Aimed } from '../../../src/publish/site-steps/single-file/search.ts'
import { insideHtml } from '../../../src/publish/site-steps/single-file/script.ts'
import {
  joinLists,
  pagesOf,
  withoutSite,
  type SitePage,
  type SitePages,
} from '../../../src/publish/site-steps/single-file/site-pages.ts'
import {
  hashOfSelection,
  outlineOf,
} from '../../../src/publish/site-steps/single-file/shared-page.ts'
import { joinStyles } from '../../../src/publish/site-steps/single-file/styles.ts'
import { textOrder } from '../../../src/publish/site-steps/single-file/text-order.ts'
import { siteOf } from './site-of.ts'
import { byTag, find, parseHtml, toHtml } from '../../../src/publish/hast.ts'
import { targetInFile, targetOf } from '../../../src/publish/links.ts'

const site = new URL('https://example.org/sub/')
const parsePage = (html: string) => withoutSite(parseHtml(html))

const page = (path: string, main: string) => ({
  path,
  tree: parsePage(
    `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>T</title>` +
      `<link rel="manifest" href="/sub/m.json"><script>early()</script><style>p{color:red}</style></head>` +
      `<body><main id="inhalt">${main}</main><footer class="site-footer"></footer>` +
      `<script type="module" src="/sub/a.js"></script></body></html>`,
  ),
})

const text = page(
  'texte/x/',
  '<h1>X</h1><p id="abs-1"><a href="/sub/glossar/ptx/">PTX</a> <a href="/sub/literatur/#lit-a">A</a> ' +
    '<a href="/sub/seminar/">S</a> <a href="https://elsewhere.example/">E</a></p><p data-on-site>weg</p>',
)
const pagesWith = (made: readonly SitePage[]) => {
  const byPath = new Map(made.map((one) => [one.path, one]))
  return pagesOf([...byPath.keys()], async (path) => structuredClone(byPath.get(path)!))
}
const made = [
  page('', '<h1>Titel</h1><p id="abs-1">Probe</p>'),
  text,
  page('glossar/', '<div class="sheet"><h1>Glossar</h1><p>Vorwort</p></div>'),
  page(
    'glossar/ptx/',
    '<div class="sheet"><h1>PTX</h1><h2 id="stellen">Stellen</h2><a href="/sub/literatur/#lit-b">B</a></div>',
  ),
  page('glossar/gpu/', '<div class="sheet"><h1>GPU</h1></div>'),
  page(
    'literatur/',
    '<div class="sheet"><h1>Literatur</h1><p class="lead">L</p><ol><li id="lit-a">A</li><li id="lit-b">B</li><li id="lit-c">C</li></ol></div>',
  ),
]
const pages = pagesWith(made)

/** What the file of the text is ordered with, which may take what of these pages its links lead to. */
async function orderOf(pages: SitePages, records = placedOf([], {})) {
  const files = Object.fromEntries(
    [text, ...made].map(({ path, tree }) => [`${path}index.html`, toHtml(tree)]),
  )
  const { site: built, remove } = await siteOf(
    { ...files, 'texte/x/nachweis.json': '{}' },
    { address: site.href },
  )
  const around = { published: true, pictures: [] }
  const { inputs, order } = await textOrder(text.path, built, pages, records, around, async () => ({
    engine: { version: '', include_characters: [], wasm: new Uint8Array() },
    postings: [],
  }))
  const ordered = await order()
  await remove()
  return { inputs, ordered }
}

const partsIn = async (pages: SitePages) =>
  partsOfText(text, (await orderOf(pages)).ordered, (from, href) => targetOf(site, from, href))

const compose = async (published: boolean) =>
  composeFile({
    first: structuredClone(text),
    parts: await partsIn(pages),
    site,
    published,
    styles: ['p{color:red}'],
    script: 'late()',
    search: () => [],
    encode: () => 'eA==',
  })

test('the file of a text contains only the entries that it links to', async () => {
  const html = await compose(true)
  assert.match(html, /<section class="file-part" id="glossar-ptx">/)
  assert.match(html, /id="lit-a"/)
  assert.match(html, /id="lit-b"/, 'what an entry of the glossary rests on')
  assert.doesNotMatch(html, /lit-c|GPU|Vorwort|data-on-site/)
  assert.equal(html.match(/<h1/g)?.length, 1)
})

test('links lead into the file, else to the web; without public address they become text', async () => {
  const published = await compose(true)
  assert.match(published, /href="#glossar-ptx"/)
  assert.match(published, /href="#lit-a"/)
  assert.match(published, /href="https:\/\/example.org\/sub\/seminar\/"/)
  const unpublished = await compose(false)
  assert.match(unpublished, /<span data-not-here="" title="[^"]*">S<\/span>/)
  assert.doesNotMatch(unpublished, /example\.org/)
  assert.match(unpublished, /href="https:\/\/elsewhere.example\/"/)
})

test('the file requests nothing, and its policy forbids requests', async () => {
  const html = await compose(false)
  assert.doesNotMatch(html, /manifest|type="module"|src=/)
  const policy = /content="(default-src [^"]*)"/.exec(html)![1]!.replaceAll('&#x27;', "'")
  assert.equal(policy.match(/'sha256-/g)?.length, 3, 'two scripts and a style')
  assert.doesNotMatch(policy, /'self'|unsafe-inline|https?:/)
})

test('the whole edition begins with texts and groups pages by chapter', async () => {
  const [first, glossary, bibliography] = await partsOfEdition(pages)
  assert.equal(first!.path, 'texte/x/')
  assert.deepEqual(
    glossary!.parts.map(({ path }) => path),
    ['glossar/ptx/', 'glossar/gpu/'],
  )
  assert.equal(bibliography!.path, 'literatur/')
})

test('an id that two pages have is kept by the first; references are adjusted', () => {
  const tree = () =>
    find(
      parsePage('<p id="a">A</p><label for="a" aria-labelledby="a b">B</label><p id="b">'),
      byTag('body'),
    )
  const anchors = new Anchors()
  const [one, two] = [tree(), tree()]
  anchors.add('texte/x/', one)
  anchors.add('texte/y/', two)
  assert.equal(anchors.find('texte/x/#a'), 'a')
  assert.equal(anchors.find('texte/y/#a'), 'texte-y--a')
  assert.equal(anchors.find('texte/y/'), 'texte-y')
  assert.equal(anchors.find('texte/z/'), null)
  assert.equal(anchors.find('texte/y/#c'), null)
  assert.match(toHtml(two), /<label for="texte-y--a" aria-labelledby="texte-y--a texte-y--b">/)
})

test('all ids of further texts are prefixed with their name, which the text records', async () => {
  const twoTexts = pagesWith(
    ['x', 'y'].map((slug) =>
      page(`texte/${slug}/`, `<article data-text="${slug}"><p id="abs-${slug}">P</p></article>`),
    ),
  )
  const html = await composeFile({
    first: page('', '<h1>Titel</h1>'),
    parts: await partsOfEdition(twoTexts),
    site,
    published: false,
    styles: [],
    script: 'late()',
    search: () => [],
    encode: () => 'eA==',
  })
  assert.match(html, /<article data-text="x"><p id="abs-x">/)
  assert.match(html, /<article data-text="y" data-ids="texte-y--"><p id="texte-y--abs-y">/)
})

test('the file of a text has no occurrences in other texts', async () => {
  const entry = page(
    'glossar/ptx/',
    '<h3 data-of-text="x">X</h3><ol data-of-text="x"><li>hier</li></ol><ol data-of-text="y"><li>dort</li></ol>',
  )
  const [glossary] = await partsIn(pagesWith([...made, entry]))
  const html = toHtml({ type: 'root', children: glossary!.parts[0]!.content })
  assert.match(html, /hier/)
  assert.doesNotMatch(html, /dort/)
})

test('the file of a text is made of the same when another text has a paragraph more', async () => {
  const record = (url: string): Aimed => ({
    record: { kind: 'paragraph', url: `/sub/${url}`, content: 'Wort' },
    target: url,
  })
  const own = ['texte/x/#abs-1', 'glossar/ptx/', 'literatur/#lit-a'].map(record)
  const inputsAfter = async (others: Aimed[]) =>
    (await orderOf(pages, placedOf([...others, ...own], {}))).inputs
  const before = await inputsAfter([record('texte/a/#abs-1')])
  assert.deepEqual(await inputsAfter(['texte/a/#abs-1', 'texte/a/#abs-2'].map(record)), before)
  const [first, ...rest] = own
  const moved = (await orderOf(pages, placedOf([...rest, first!], {}))).ordered.records
  assert.deepEqual(moved, [...rest, first])
})

test('menu entries without target are removed', () => {
  const body = find(
    parsePage(
      '<nav><ul><li><a href="/sub/a/">A</a></li><li><a href="/sub/b/">B</a></li></ul></nav>',
    ),
    byTag('body'),
  )
  const anchors = new Anchors()
  anchors.add('b/', find(parsePage('<p>B</p>'), byTag('body')))
  rewriteLinks(body, { page: '', site, published: false, anchors })
  assert.equal(toHtml(body.children[0]!), '<nav><ul><li><a href="#b">B</a></li></ul></nav>')
})

test('headings keep the tags that styles depend on, with aria-level', () => {
  const body = find(parsePage('<h1>A</h1><h2>B</h2>'), byTag('body'))
  lowerHeadings(body.children, 1)
  assert.equal(toHtml(body), '<body><h2 class="part-title">A</h2><h2 aria-level="3">B</h2></body>')
})

test('fonts are embedded if any of their characters occurs', () => {
  const css =
    '@font-face{font-family:A;src:url(/a.woff2) format("woff2");font-display:optional}' +
    '@font-face{font-family:B;src:url("/b.woff2");unicode-range:u+370-3ff,u+2??}p{color:red}'
  const embed = (text: string) => embedFonts(css, { text, smallCapitals: false }, () => 'Zm9udA==')
  const data = 'data:font/woff2;base64,Zm9udA=='
  assert.equal(
    embed('Text'),
    `@font-face{font-family:A;src:url(${data}) format("woff2");font-display:block}p{color:red}`,
  )
  assert.match(embed('α'), /font-family:B/)
  assert.match(embed('ȁ'), /font-family:B/)
})

test('fonts of small capitals are embedded if there are any', () => {
  const css = "@font-face{font-family:'A Capitals';src:url(/a.woff2)}"
  const embed = (smallCapitals: boolean) =>
    embedFonts(css, { text: 'Text', smallCapitals }, () => 'Zm9udA==')
  assert.equal(embed(false), '')
  assert.match(embed(true), /A Capitals/)
})

test('long scripts and styles are written as the others are', () => {
  const long = '.a > b { content: "&<$1\\0" }\n'.repeat(400)
  const html = `<style>${long}</style><p>a &#x3C; b</p><script>${long}</script><style>p{}</style>`
  const tree = parseHtml(html)
  assert.equal(toHtml(find(tree, byTag('head'))), `<head><style>${long}</style></head>`)
  assert.equal(
    toHtml(find(tree, byTag('body'))),
    `<body><p>a &#x3C; b</p><script>${long}</script><style>p{}</style></body>`,
  )
  assert.equal(toHtml(find(tree, byTag('head'))), `<head><style>${long}</style></head>`)
})

test('rules shared by pages are kept once', () => {
  const shared = '@layer a,b;.x::before{content:"};{"}@media print{p{a:b}q{c:d}}'
  assert.equal(
    joinStyles([`${shared}y{}`, `${shared}z{}`]),
    '@layer a,b;\n.x::before{content:"};{"}\n@media print{p{a:b}q{c:d}}\ny{}\nz{}',
  )
})

test('a script cannot close its element', () => {
  assert.equal(insideHtml("a='</script>';b='<!--'"), "a='<\\/script>';b='<\\!--'")
})

test('addresses of the site are distinguished from foreign ones', () => {
  assert.equal(targetOf(site, 'texte/x/', '#abs-1'), 'texte/x/#abs-1')
  assert.equal(targetOf(site, 'texte/x/', '/sub/glossar/index.html'), 'glossar/')
  assert.equal(targetOf(site, 'texte/x/', '/other/'), null)
  assert.equal(targetOf(site, 'texte/x/', 'mailto:a@example.org'), null)
})

test('a page with a template is rejected', () => {
  assert.throws(() => parsePage('<template><p>x</p></template>'), /template/)
})

test('the hash of what a file takes of a page changes with that alone', () => {
  const list = (own: string, other: string, cited = 'A', uncited = 'B') =>
    outlineOf(
      parsePage(
        `<main><ol data-of-text="y"><li>${other}</li></ol><ol data-of-text="x"><li>${own}</li></ol>` +
          `<ul><li id="lit-a">${cited}<i data-of-text="y">${other}</i></li><li id="lit-b">${uncited}</li></ul></main>`,
      ),
    )
  const hash = (...words: Parameters<typeof list>) =>
    hashOfSelection(list(...words), { text: 'x', works: new Set(['lit-a']) })
  const first = hash('hier', 'dort')
  assert.equal(hash('hier', 'anderswo, weiter weg'), first)
  assert.equal(hash('hier', 'dort', 'A', 'C'), first)
  assert.notEqual(hash('da', 'dort'), first)
  assert.notEqual(hash('hier', 'dort', 'C'), first)
})

test('in a file the pages of a long list of works are one list, and links lead into it', () => {
  const list = (...ids: string[]) =>
    `<div class="sheet"><h1>Literatur</h1><ol class="bibliography">${ids
      .map((id) => `<li id="lit-${id}"><p>Werk ${id}</p></li>`)
      .join('')}</ol></div>`
  const { tree } = page(
    'literatur/',
    '<div class="sheet"><h1>Literatur</h1><nav class="letters"><a href="/sub/literatur/s/">S</a></nav>' +
      '<section><ul><li id="lit-s1">s</li></ul></section><section><ul><li id="lit-s2">s</li></ul></section></div>',
  )
  // They come by the names of their files: s-2 before s.
  joinLists(
    tree,
    [list('s2', 's3'), list('s1')].map((main) => page('x', main).tree),
  )
  assert.equal(
    toHtml(find(tree, byTag('main'))),
    `<main id="inhalt">${list('s1', 's2', 's3')}</main>`,
  )
  assert.equal(targetInFile(site, 'texte/x/', '/sub/literatur/s-2/#lit-s2'), 'literatur/#lit-s2')
  assert.equal(targetInFile(site, 'texte/x/', '/sub/literatur/#lit-s2'), 'literatur/#lit-s2')
  assert.equal(targetInFile(site, 'texte/x/', '/sub/glossar/s/'), 'glossar/s/')
})

test('a list of works on one page stays as it is', () => {
  const { tree } = made.at(-1)!
  const before = toHtml(tree)
  joinLists(tree, [])
  assert.equal(toHtml(tree), before)
})
