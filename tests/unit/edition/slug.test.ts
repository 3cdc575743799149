import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headingId } from '../../../src/edition/transforms/sections.ts'
import { readSlug } from '../../../src/edition/read/read-slug.ts'

test('headings become slugs', () => {
  const cases = {
    'Architektur und Kompression': 'architektur-und-kompression',
    'Übergänge & Größen: «Straße»': 'uebergaenge-groessen-strasse',
    'Café à la carte': 'cafe-a-la-carte',
    'Nutzer*innen – und 132': 'nutzer-innen-und-132',
    '  …  ': 'abschnitt',
  }
  for (const [title, slug] of Object.entries(cases)) assert.equal(headingId(title), slug)
})

test('the name of a file is its slug if it is valid in an address', () => {
  assert.deepEqual(readSlug('content/texts/zwanzig-von-132.md'), {
    slug: 'zwanzig-von-132',
    problems: [],
  })
  for (const path of ['content/texts/Von Uhren.md', 'content/glossary/größe.md'])
    assert.deepEqual(
      readSlug(path).problems.map(({ name }) => name),
      ['invalid-name'],
    )
})
