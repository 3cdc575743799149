import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sortKey } from '../../../../src/citation/sort.ts'
import { createUrls, worksPages } from '../../../../src/formats/html/index.ts'

/** Works by the families of their authors, so many of each. */
const listOf = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([family, count]) =>
    Array.from({ length: count }, (_, i) => ({
      key: `${family.toLowerCase()}-${i}`,
      pieces: [],
      sortKey: sortKey({ id: 'x', type: 'book', title: 'Uhren', author: [{ family }] }),
    })),
  )

const named = (counts: Readonly<Record<string, number>>) =>
  worksPages(listOf(counts)).map(({ slug, name, entries }) => [slug, name, entries.length])

test('a list of works is one page, or one of each letter where it is long', () => {
  assert.deepEqual(named({ Alba: 250 }), [])
  assert.deepEqual(named({ Alba: 100, Ähre: 50, Benno: 101 }), [
    ['a', 'A', 150],
    ['b', 'B', 101],
  ])
})

test('a letter that is too long for a page has several, and what begins with none has its own', () => {
  assert.deepEqual(named({ 1848: 2, Sand: 501, Ωμέγα: 1 }), [
    ['weitere', 'Weitere', 3],
    ['s', 'S 1', 250],
    ['s-2', 'S 2', 250],
    ['s-3', 'S 3', 1],
  ])
})

test('every work is on one page, and its address is there', () => {
  const list = listOf({ Alba: 300, Benno: 7 })
  const pages = worksPages(list)
  assert.deepEqual(
    pages.flatMap(({ entries }) => entries),
    list,
  )
  const urls = createUrls('/unter/', list)
  assert.equal(urls.work('alba-0'), '/unter/literatur/a/#lit-alba-0')
  assert.equal(urls.work('alba-299'), '/unter/literatur/a-2/#lit-alba-299')
  assert.equal(urls.work('benno-6'), '/unter/literatur/b/#lit-benno-6')
  assert.equal(
    createUrls('/unter/', list.slice(0, 9)).work('alba-0'),
    '/unter/literatur/#lit-alba-0',
  )
})
