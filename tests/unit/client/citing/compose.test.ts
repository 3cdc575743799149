import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compose, type Choice, type Cited } from '../../../../src/client/citing/compose.ts'
import type { CitationData } from '../../../../src/client/citing/data.ts'
import { citationData } from '../../../../src/citation/index.ts'
import { textAsWork } from '../../../../src/citation/text-work.ts'

const text = {
  slug: 'uhren',
  title: 'Von Uhren & Menschen',
  author: ['Ada van der Werk'],
  language: 'de',
  date: '2026-11-23',
  version: '1.0',
}
const work = textAsWork(text, { title: 'Uhrenkunde' }, 'https://lesen.example/texte/uhren/')
const data: CitationData = JSON.parse(JSON.stringify(citationData(work)))
const words = (text: string, html = text) => ({ text, html })
const address = 'https://lesen.example/texte/uhren/?fassung=1.0#abs-2'
const cited: Cited = {
  locator: 'Abs. 2–3, S. 104',
  label: 'paragraph',
  address,
  quotation: [words('Die Uhr geht.', 'Die <em>Uhr</em> geht.'), words('Sie steht.')],
  notes: [{ label: '7', words: words('Ebd.'), resolved: [words('Rella: Metall, 2024.')] }],
}
const choose = (choice: Partial<Choice>): Choice => ({
  form: 'ausgabe',
  withNotes: false,
  onlyReference: false,
  ...choice,
})
const written = (choice: Partial<Choice>, subject = cited) =>
  compose(subject, choose(choice), data).text

test('quotation and reference in the style of the edition', () => {
  assert.equal(
    written({}),
    `„Die Uhr geht.\n\nSie steht.“\n\nAda van der Werk: Von Uhren & Menschen, in: Uhrenkunde, Fassung 1.0, 23.11.2026, Abs. 2–3, S. 104, ${address}.`,
  )
})

test('the HTML for word processors keeps emphasis', () => {
  const { html } = compose(cited, choose({}), data)
  assert.match(html, /^<p>„Die <em>Uhr<\/em> geht\.<\/p>\n<p>Sie steht\.“<\/p>\n<p>/)
  assert.match(html, /Uhren &amp; Menschen, in: <i>Uhrenkunde<\/i>/)
})

test('Chicago, MLA and APA', () => {
  const [reference] = written({ form: 'chicago' }).split('\n\n').slice(-1)
  assert.equal(
    reference,
    `Ada van der Werk, „Von Uhren & Menschen“, Uhrenkunde, Fassung 1.0 (23. November 2026): Abs. 2–3, S. 104, ${address}.`,
  )
  assert.deepEqual(written({ form: 'mla' }).split('\n\n').slice(1), [
    'Sie steht.“ (van der Werk, Abs. 2–3, S. 104)',
    `van der Werk, Ada. „Von Uhren & Menschen“. Uhrenkunde, Fassung 1.0, 23. November 2026, ${address}.`,
  ])
  assert.deepEqual(written({ form: 'apa' }).split('\n\n').slice(1), [
    'Sie steht.“ (van der Werk, 2026, Abs. 2–3, S. 104)',
    `van der Werk, A. (2026, 23. November). Von Uhren & Menschen (Fassung 1.0). Uhrenkunde. ${address}`,
  ])
})

test('only the reference; notes on request', () => {
  assert.match(written({ onlyReference: true }), /^Ada van der Werk: [^„]*\.$/)
  assert.equal(written({ form: 'apa', onlyReference: true }).split('\n\n').length, 2)
  assert.match(
    written({ withNotes: true }),
    /\.\n\nAnm\. 7: Ebd\. \[Vollständig: Rella: Metall, 2024\.\]$/,
  )
})

test('a citation of the whole text has neither quotation nor locator', () => {
  const whole: Cited = { ...cited, locator: '', address: 'https://x.example/', quotation: [] }
  assert.equal(
    written({}, whole),
    'Ada van der Werk: Von Uhren & Menschen, in: Uhrenkunde, Fassung 1.0, 23.11.2026, https://x.example/.',
  )
  assert.doesNotMatch(written({ form: 'mla' }, whole), /\(/)
  for (const form of ['bibtex', 'ris', 'csl'] as const)
    assert.doesNotMatch(written({ form }, whole), /Abs\.|[\ue000-\uf8ff]/)
})

test('files have locator and address', () => {
  assert.match(written({ form: 'bibtex' }), /note = \{Fassung 1\.0, Abs\. 2–3, S\. 104\}/)
  assert.ok(written({ form: 'bibtex' }).includes(`url = {${address}}`))
  assert.match(written({ form: 'ris' }), /\r\nN1 {2}- Fassung 1\.0, Abs\. 2–3, S\. 104\r\n/)
  assert.ok(written({ form: 'ris' }).includes(`\r\nUR  - ${address}\r\n`))
  const [item] = JSON.parse(written({ form: 'csl' }))
  assert.deepEqual(
    [item.URL, item.note, item.custom],
    [address, 'Abs. 2–3, S. 104', { locator: '2–3', label: 'paragraph' }],
  )
})
