import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shortName } from '../../../src/citation/index.ts'

const work = { id: 'x', type: 'book' } as const
const issued = { 'date-parts': [[2001]] }

test('a work in a few words has its names, title and year', () => {
  const author = [{ family: 'Weber', given: 'Ida' }]
  assert.equal(shortName({ ...work, author, title: 'Uhren', issued }), 'Weber: Uhren, 2001')
  assert.equal(
    shortName({ ...work, author: [...author, { literal: 'Werkstatt Nord' }], title: 'Uhren' }),
    'Weber/Werkstatt Nord: Uhren',
  )
  assert.equal(shortName({ ...work, editor: author, title: '<i>Uhren</i>' }), 'Weber: Uhren')
})

test('many names and long titles are cut', () => {
  const author = ['Alba', 'Benno', 'Cordes', 'Dorn'].map((family) => ({ family }))
  const title = `${'Eine lange Kunde von Uhren '.repeat(4)}und Pendeln`
  const short = shortName({ ...work, author, title, issued })
  assert.match(short, /^Alba u\. a\.: Eine lange .* …, 2001$/)
  assert.ok(short.length < 100)
})

test('what a work does not say is left out', () => {
  assert.equal(shortName({ ...work }), 'o. T.')
  assert.equal(shortName({ ...work, issued }), 'o. T., 2001')
})
