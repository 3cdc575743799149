import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Work } from '../../../src/citation/csl.ts'
import { toBibtex, toCslJson, toRis } from '../../../src/citation/exports.ts'
import { bibliography, work } from './reading.ts'

test('BibTeX of a journal article', () => {
  assert.equal(
    toBibtex([work('poell-2019')]),
    `@article{poell-2019,
  author = {Poell, Thomas and Nieborg, David and van Dijck, José},
  title = {{Platformisation}},
  journal = {Internet Policy Review},
  volume = {8},
  number = {4},
  pages = {1--13},
  year = {2019},
  doi = {10.14763/2019.4.1425},
  langid = {en},
  annote = {Daten: Anm. 7 des edierten Aufsatzes; dort «Plattformisation», in Anm. 44 und 46 «van Dijk»: hier berichtigt.},
}
`,
  )
})

test('BibTeX keeps institutions, shortened lists, interviewers, months and TeX special characters', () => {
  assert.match(
    toBibtex([work('deepseek-v3-2025')]),
    /author = \{\{DeepSeek-AI\} and Liu, Aixin and .* and others\}/,
  )
  assert.match(toBibtex([work('tompros-2025')]), /note = \{interviewt von Scott Young\}/)
  assert.match(
    toBibtex([work('lehane-2025')]),
    /@techreport\{[^]*institution = \{OpenAI\},[^]*month = mar,/,
  )
  assert.match(toBibtex([work('burkhardt-rieder-2024')]), /journal = \{Big Data \\& Society\}/)
  assert.match(toBibtex([work('subin-2025')]), /title = \{\{Nvidia Sheds Almost \\\$600 Billion/)
})

test('RIS of a chapter, with CRLF and one line per field', () => {
  assert.deepEqual(toRis([work('fuller-cramer-2008')]).split('\r\n'), [
    'TY  - CHAP',
    'ID  - fuller-cramer-2008',
    'AU  - Fuller, Matthew',
    'AU  - Cramer, Florian',
    'A2  - Fuller, Matthew',
    'TI  - Interface',
    'T2  - Software Studies: A Lexicon',
    'SP  - 149',
    'EP  - 153',
    'PB  - MIT Press',
    'CY  - Cambridge (MA)',
    'PY  - 2008',
    'DA  - 2008///',
    'DO  - 10.7551/mitpress/7725.003.0022',
    'LA  - en',
    'N1  - Daten: Anm. 21 des edierten Aufsatzes; Verlag ergänzt.',
    'ER  - ',
    '',
  ])
})

test('RIS has dates as far as known and does not wrap long URLs', () => {
  const ris = toRis([work('lehane-2025')])
  assert.match(ris, /\r\nDA {2}- 2025\/03\/13\/\r\n/)
  assert.match(ris, /\r\nY2 {2}- 2025\/09\/15\/\r\n/)
  assert.match(ris, /\r\nUR {2}- https:\/\/cdn\.openai\.com\/\S{100,}\.pdf\r\n/)
})

test('a locator is written into the note', () => {
  const one = work('poell-2019')
  assert.match(toBibtex([one], 'Abs. 14, S. 104'), /\n {2}note = \{Abs\. 14, S\. 104\},\n/)
  assert.match(toRis([one], 'Abs. 14, S. 104'), /\r\nN1 {2}- Abs\. 14, S\. 104, Daten/)
})

test('every work becomes one record in each format', () => {
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length
  assert.equal(count(toBibtex(bibliography), /^@\w+\{/gm), bibliography.length)
  assert.equal(count(toRis(bibliography), /^TY {2}- /gm), bibliography.length)
  assert.equal(count(toRis(bibliography), /^ER {2}- /gm), bibliography.length)
  const back: Work[] = JSON.parse(toCslJson(bibliography))
  assert.deepEqual(back, bibliography)
})
