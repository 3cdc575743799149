import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../../../src/edition/build.ts'
import { createUrls, textToHtml, usedBy } from '../../../../src/formats/html/index.ts'
import { editions, sourcesIn } from '../../../fixture-edition.ts'

test('what a text uses is all that its page shows: the whole edition gives the same', () => {
  const { edition } = build(sourcesIn(editions.whole), 'local')
  const { texts, terms, works } = edition!
  const known = {
    terms: new Map(terms.map((term) => [term.slug, term])),
    works: new Map(works.map((entry) => [entry.work.id, entry])),
  }
  const urls = createUrls('/')
  for (const text of texts) {
    const used = usedBy(text, known)
    assert.equal(textToHtml(text, { urls, ...used }), textToHtml(text, { urls, terms, works }))
    assert.ok(used.terms.length < terms.length && used.works.length < works.length)
    assert.ok([...used.terms].every(({ occurrences }) => occurrences.length === 0))
  }
})
