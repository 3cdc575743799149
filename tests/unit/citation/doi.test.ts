import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citationData, doiAddress, ownTemplate } from '../../../src/citation/index.ts'
import { textAsWork } from '../../../src/citation/text-work.ts'
import { build } from '../../../src/edition/build.ts'
import { smallEdition } from '../../fixture-edition.ts'

const path = 'content/texts/uhren.md'
const withDoi = (doi: string) => {
  const sources = smallEdition()
  const source = sources[path]!.replace('---\n', `---\ndoi: ${doi}\n`)
  return build({ ...sources, [path]: source }, 'local')
}

test('a DOI is taken in each form in which it is written', () => {
  for (const written of [
    '10.5072/uhren.1',
    'doi:10.5072/uhren.1',
    '"DOI: 10.5072/uhren.1"',
    'https://doi.org/10.5072/uhren.1',
    'http://dx.doi.org/10.5072/uhren.1',
    'doi.org/10.5072/uhren.1',
  ])
    assert.equal(withDoi(written).edition?.texts[0]!.doi, '10.5072/uhren.1', written)
  assert.equal(withDoi('10.1002/(SICI)1:2<3::AID-X>3.0.CO;2-N').edition?.texts[0]!.doi?.length, 37)
})

test('what is no DOI is told with its place and how to write one', () => {
  for (const written of ['"10.5072"', '10.5072/', '5072/uhren', '"10.5072/u hren"', '10.5072/a.']) {
    const [problem] = withDoi(written).problems
    assert.equal(`${problem?.name} ${problem?.line}:${problem?.column}`, 'invalid-frontmatter 2:6')
    assert.match(problem!.message, /at “doi”: it must be a DOI such as 10\.5281\/zenodo\.1234567/)
  }
})

test('signs that would end an address are escaped in it', () => {
  assert.equal(doiAddress('doi:10.5072/a#b?c<d>'), 'https://doi.org/10.5072/a%23b%3Fc%3Cd%3E')
})

const text = {
  ...{ slug: 'uhren', title: 'Von Uhren', author: ['Ada Werk'], language: 'de' },
  ...{ date: '2026-11-23', version: '1.0', doi: '10.5072/uhren.1' },
}
const address = 'https://lesen.example/texte/uhren/'
const printed = {
  id: 'werk-2025',
  type: 'article-journal',
  'container-title': 'Zeit',
  DOI: '10.1000/zeit.34',
}

test('a text is cited by its own DOI, a place in it by the address; files for Zotero have both', () => {
  const work = textAsWork(text, { title: 'Uhrenkunde' }, address, printed)
  assert.equal(work.DOI, text.doi)
  assert.match(ownTemplate(work, text.doi).whole, /, https:\/\/doi\.org\/10\.5072\/uhren\.1\.$/)
  const { styles, bibtex, ris, csl } = citationData(work, text.doi)
  for (const { whole, place } of Object.values(styles)) {
    assert.ok(whole.includes('https://doi.org/10.5072/uhren.1'), whole)
    assert.ok(!place.includes('doi.org') && place.includes('\ue000'), place)
  }
  assert.match(bibtex, /doi = \{10\.5072\/uhren\.1\}/)
  assert.match(ris, /^DO {2}- 10\.5072\/uhren\.1$/m)
  assert.equal(csl.DOI, text.doi)
})

test('of a text with the DOI of its print alone the edition is cited by its address', () => {
  const { doi: _, ...without } = text
  const work = textAsWork(without, { title: 'Uhrenkunde' }, address, printed)
  assert.equal(work.DOI, printed.DOI)
  assert.ok(!ownTemplate(work).whole.includes('doi.org'))
})
