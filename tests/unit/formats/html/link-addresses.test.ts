import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../../../src/edition/build.ts'
import { createCitationEngine } from '../../../../src/citation/index.ts'
import type { Work } from '../../../../src/citation/csl.ts'
import { isWebAddress, mayBeLink } from '../../../../src/contract/link-address.ts'
import { createUrls, entryToHtml, pageToHtml } from '../../../../src/formats/html/index.ts'
import { parseMarkdown } from '../../../../src/markdown/parse.ts'
import { smallEdition } from '../../../fixture-edition.ts'

const refused = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\u0000script:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript\u200b:alert(1)',
  'vbscript:x',
  'data:text/html,x',
  'file:///etc/passwd',
  'blob:https://example.org/x',
]
const accepted = [
  'https://example.org/',
  'HTTP://example.org/',
  'mailto:ada@example.org',
  '/glossar/ptx/',
  '#abs-3',
  '../ein:satz',
]

test('a link leads within the site, to the web or to mail', () => {
  for (const url of refused) assert.equal(mayBeLink(url), false, url)
  for (const url of accepted) assert.equal(mayBeLink(url), true, url)
})

test('only the address of a page is one of the web', () => {
  const others = ['example.org/x', '//example.org/', 'https://', 'https:example', 'mailto:a@b.org']
  for (const url of [...refused, ...others]) assert.equal(isWebAddress(url), false, url)
  assert.equal(isWebAddress('https://example.org/a_(b)?c=d#e'), true)
})

const markdown = [
  '[Wort](javascript:alert%281%29)',
  '[Wort](JAVASCRIPT:x)',
  '[Wort](java&#x0A;script:x)',
  '[Wort](&#9;javascript:x)',
  '[Wort](<  vbscript:x>)',
  '[Wort](data:text/html;base64,eA==)',
  '[Wort][1]\n\n[1]: file:///etc/passwd',
]
for (const source of markdown)
  test(`no form of the address makes a link, and a text with it is refused: ${source}`, () => {
    const surroundings = { urls: createUrls('/'), terms: [] }
    const html = pageToHtml(parseMarkdown(source), surroundings)
    assert.match(html, /Wort/)
    assert.doesNotMatch(html, /<a /)
    const small = smallEdition()
    for (const path of [
      'content/texts/uhren.md',
      'content/pages/ueber.md',
      'content/glossary/takt.md',
    ]) {
      const sources = { ...small, [path]: `${small[path]!}\n${source}\n` }
      const { edition, problems } = build(sources, 'local')
      assert.equal(edition, null)
      assert.equal(problems[0]!.path, path)
    }
  })

for (const URL of refused)
  test(`the address of a work is no link: ${JSON.stringify(URL)}`, () => {
    const work: Work = { id: 'x', type: 'webpage', title: 'Titel', URL }
    const [entry] = createCitationEngine([work]).bibliography()
    assert.doesNotMatch(entryToHtml(entry!), /<a /)
  })
