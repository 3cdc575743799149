import assert from 'node:assert/strict'
import { test } from 'node:test'
import { misnamedFields } from '../../../src/edition/read/misnamed-fields.ts'
import { readWorks } from '../../../src/edition/read/read-works.ts'

/** Path → name that was meant, of one work. */
const meantIn = (work: object) =>
  Object.fromEntries(
    misnamedFields([work]).map(({ inside, meant }) => [inside.slice(1).join('.'), meant]),
  )

test('a field whose name is not that of CSL-JSON is told the right one', () => {
  for (const [written, meant] of Object.entries({
    ...{
      authors: 'author',
      Autor: 'author',
      auther: 'author',
      Author: 'author',
      editors: 'editor',
    },
    ...{
      publisher_place: 'publisher-place',
      publisherPlace: 'publisher-place',
      Ort: 'publisher-place',
    },
    ...{
      container: 'container-title',
      booktitle: 'container-title',
      container_title: 'container-title',
    },
    ...{
      'container-titel': 'container-title',
      journal: 'container-title',
      series: 'collection-title',
    },
    ...{ doi: 'DOI', url: 'URL', isbn: 'ISBN', year: 'issued', date: 'issued', Jahr: 'issued' },
    ...{ pages: 'page', vol: 'volume', publiser: 'publisher', titel: 'title', lang: 'language' },
    ...{ urldate: 'accessed', Verlag: 'publisher', Übersetzerin: 'translator', typ: 'type' },
  }))
    assert.deepEqual(meantIn({ [written]: 'x' }), { [written]: meant }, written)
  assert.deepEqual(
    meantIn({
      author: [
        { family: 'Rad', given: 'E.' },
        { lastName: 'Takt', firstname: 'A.' },
        { name: 'Werk' },
      ],
      issued: { date_parts: [[2011]] },
    }),
    {
      'author.1.lastName': 'family',
      'author.1.firstname': 'given',
      'author.2.name': 'literal',
      'issued.date_parts': 'date-parts',
    },
  )
})

/** All variables of CSL 1.0.2, and what Zotero, Better BibTeX, Crossref and others write beside them. */
const fine =
  `type id citation-key categories language journalAbbreviation shortTitle author chair collection-editor compiler
  composer container-author contributor curator director editor editorial-director executive-producer guest host
  illustrator interviewer narrator organizer original-author performer producer recipient reviewed-author
  script-writer series-creator translator accessed available-date event-date issued original-date submitted abstract
  annote archive archive_collection archive_location archive-place authority call-number chapter-number
  citation-number citation-label collection-number collection-title container-title container-title-short dimensions
  division DOI edition event event-title event-place first-reference-note-number genre ISBN ISSN issue jurisdiction
  keyword locator medium note number number-of-pages number-of-volumes original-publisher original-publisher-place
  original-title page page-first part part-title PMCID PMID printing publisher publisher-place references
  reviewed-genre reviewed-title scale section source status supplement title title-short URL version volume
  volume-title volume-title-short year-suffix custom

  uri uris select library itemKey itemID system_id attachments collections relations dateAdded dateModified tags extra
  license rights file files

  reference-count references-count is-referenced-by-count content-domain prefix member created deposited indexed score
  resource subtitle relation journal-issue alternative-id issn-type isbn-type subject reference assertion
  short-container-title posted group-title article-number update-policy published-print published-online funder`.split(
    /\s+/,
  )

test('what programs write is never taken for another field, in the right form or beside it', () => {
  for (const field of fine) assert.deepEqual(meantIn({ [field]: 'x' }), {}, field)
  assert.deepEqual(meantIn({ URL: 'https://example.org', url: 'x', issued: {}, year: 2011 }), {})
  assert.deepEqual(meantIn({ year: '', authors: null }), {})
  const crossref = {
    author: [{ family: 'Rad', given: 'E.', sequence: 'first', affiliation: [{ name: 'Werk' }] }],
    issued: { 'date-parts': [[2011]], 'date-time': '2011-01-01T00:00:00Z', timestamp: 1 },
    reference: [{ key: '1', year: '2001', author: 'Takt' }],
  }
  assert.deepEqual(meantIn(crossref), {})
  for (const data of [null, 7, 'x', {}, [null, 'x', [1]], [{ author: 'x', issued: [1] }]])
    assert.deepEqual(misnamedFields(data), [])
})

test('the place is that of the name, and what is meant is not also called missing', () => {
  const source = `[
  { "id": "rad-2011", "type": "book",
    "titel": "Die Feder",
    "authors": "E. Rad",
    "year": 2011 }
]`
  const { data, problems } = readWorks('content/bibliography.json', source)
  assert.equal(data, null)
  assert.deepEqual(
    problems.map(
      ({ line, column, message }) => `${line}:${column} ${message.split('. Correct')[0]}`,
    ),
    [
      '3:5 The data are not as expected at “0.titel”: nothing reads this field; write “title” if that is meant',
      '4:5 The data are not as expected at “0.authors”: nothing reads this field; write “"author": [{"family": "Muster", "given": "Ada"}]” if that is meant',
      '5:5 The data are not as expected at “0.year”: nothing reads this field; write “"issued": {"date-parts": [[2011]]}” if that is meant',
    ],
  )
})
