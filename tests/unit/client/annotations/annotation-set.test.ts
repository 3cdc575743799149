import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toAnnotationSet } from '../../../../src/client/annotations/exchange/annotation-set.ts'
import { around, made } from './made.ts'

test('a set has one body and one target for each paragraph of a note, and says what it is about', () => {
  const one = made({ body: 'Warum?', colour: 'grau' })
  const two = { ...made({}), id: '11111111-1111-4111-8111-111111111111' }
  const across = { ...two, parts: [two.parts[0]!, { ...two.parts[0]!, id: 'abs-3' }] }
  const removed = { id: '22222222-2222-4222-8222-222222222222', text: 'uhren', removed: around.now }
  const set = toAnnotationSet([one, across, removed], around)
  assert.equal(set.type, 'AnnotationSet')
  assert.deepEqual(set.about['dc:identifier'], [around.address(one.text)])
  assert.equal(set.items.length, 3)
  assert.equal(new Set(set.items.map(({ id }) => id)).size, 3)
  for (const { target, body, id } of set.items) {
    assert.match(id, /^urn:uuid:[0-9a-f-]{36}$/)
    assert.equal(target.selector[0]!.exact, one.parts[0]!.exact)
    assert.equal(body.type, 'TextualBody')
  }
  const noted = set.items.filter(({ body }) => body.value)
  assert.deepEqual(
    noted.map(({ body }) => [body.value, body.keyword, body.color]),
    [['Warum?', 'Notiz', 'purple']],
  )
  assert.deepEqual(toAnnotationSet([], around).items, [])
})
