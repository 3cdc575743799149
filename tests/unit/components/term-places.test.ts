import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOfTerm, shownAs } from '../../../src/components/term-places.ts'
import type { Occurrence, Term, Text } from '../../../src/edition/model/model.ts'

const shelf = (texts: number, each: number) => {
  const slugs = Array.from({ length: texts }, (_, i) => `text-${i}`)
  const occurrences = slugs.flatMap((text) =>
    Array.from({ length: each }, (_, i) => ({ text, paragraph: `abs-${i + 1}` }) as Occurrence),
  )
  const all = [...slugs, 'ohne'].map((slug) => ({ slug }) as Text)
  return placesOfTerm({ occurrences } as Term, all)
}

test('places stand with their texts, in the order of the edition', () => {
  assert.deepEqual(
    shelf(2, 3).map(({ text, found }) => [text.slug, found.length]),
    [
      ['text-0', 3],
      ['text-1', 3],
    ],
  )
  assert.deepEqual(shelf(0, 0), [])
})

test('places are folded by text on a shelf, and links alone where there are very many', () => {
  assert.deepEqual(shownAs(shelf(6, 80)), { form: 'open' })
  assert.deepEqual(shownAs(shelf(7, 1)), { form: 'folded' })
  assert.deepEqual(shownAs(shelf(100, 5)), { form: 'folded' })
  assert.deepEqual(shownAs(shelf(100, 6)), { form: 'links', most: 15 })
  assert.deepEqual(shownAs(shelf(1000, 9)), { form: 'links', most: 1 })
  assert.deepEqual(shownAs(shelf(3000, 1)), { form: 'links', most: 1 })
})
