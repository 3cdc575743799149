import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listNames, placesOf } from '../../../src/components/places.ts'
import { sitePagesOf } from '../../../src/edition/model/site-places.ts'
import type { Edition } from '../../../src/edition/model/model.ts'

type Listed = Pick<Edition, 'terms' | 'works' | 'sessions'>
const edition = (terms: number, works: number, sessions: number) =>
  ({ terms: Array(terms), works: Array(works), sessions: Array(sessions) }) as Listed

test('a part of the edition is there if it holds something', () => {
  assert.deepEqual(placesOf(edition(0, 0, 0)), [])
  assert.deepEqual(
    placesOf(edition(1, 1, 1)).map(({ says }) => says.replace('\u00a0', ' ')),
    [
      '1 Begriff, erklärt und mit allen Stellen',
      '1 Werk mit den Stellen, die sie nennen',
      '1 Sitzung mit Lektüre, Fragen und Aufgaben',
    ],
  )
  assert.deepEqual(
    placesOf(edition(12, 0, 3)).map(({ path }) => path),
    ['glossar/', 'seminar/'],
  )
})

test('the page of an empty part is not there for links either, what rests on nothing is', () => {
  const pages = sitePagesOf(edition(0, 2, 0))
  for (const page of ['literatur', 'suche', 'seminar/aufgabe', 'notizen'])
    assert.ok(pages.includes(page), page)
  for (const page of ['glossar', 'seminar']) assert.ok(!pages.includes(page), page)
})

test('names are listed in German', () => {
  assert.equal(listNames(['Glossar', 'Literatur', 'Seminar']), 'Glossar, Literatur und Seminar')
})
