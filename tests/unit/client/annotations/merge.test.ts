import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { join, merge, rewrite } from '../../../../src/client/annotations/exchange/merge.ts'
import { readEntry } from '../../../../src/client/annotations/exchange/shape.ts'
import {
  foreignEntry,
  type Annotation,
  type Entry,
} from '../../../../src/client/annotations/model.ts'
import { made } from './made.ts'

const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`
const first = made({ body: 'Am Anfang' })
const early = rewrite(first, 'Zu Hause geschrieben', at(1))
const late = rewrite(first, 'Im Seminar geschrieben', at(2))
const removedAt = (hour: number): Entry => ({ id: first.id, text: 'uhren', removed: at(hour) })
const bodyOf = (entry: Entry) => (entry as Annotation).body
const mapOf = (...entries: Entry[]) => new Map(entries.map((entry) => [entry.id, entry]))

describe('a merge', () => {
  it('adds what is new, and changes nothing the second time', () => {
    const others = [made(), made(), first]
    const once = merge(mapOf(first), others)
    assert.deepEqual([once.added, once.same, once.changed.length], [2, 1, 2])
    const twice = merge(mapOf(...once.changed, first), others)
    assert.deepEqual([twice.same, twice.changed.length], [3, 0])
  })

  it('keeps entries that cannot be shown once, and counts them', () => {
    const other = foreignEntry({ id: 'x', body: 7 }, at(1))
    const once = merge(mapOf(first), [other, other, foreignEntry({ id: 'y' }, at(1))])
    assert.deepEqual([once.foreign, once.same, once.added], [2, 1, 0])
    const twice = merge(mapOf(...once.changed), [foreignEntry({ id: 'x', body: 7 }, at(3))])
    assert.deepEqual([twice.same, twice.changed], [1, []])
    const removed = { id: other.id, text: '', removed: at(2) }
    assert.deepEqual(join(removed, other), removed)
    assert.deepEqual(readEntry(removed), removed)
    assert.deepEqual(readEntry(other), other)
    assert.equal(readEntry({ ...other, foreign: { id: 'z' } }), null)
  })

  it('keeps what both sides know beyond the model', () => {
    const bodies = [{ value: 'a' }]
    const one = { ...early, more: { fields: { rights: 'x' }, bodies } }
    const two = { ...late, more: { fields: { audience: 'y' }, bodies: [...bodies, 'b'] } }
    for (const both of [join(one, two), join(two, one)])
      assert.deepEqual((both as Annotation).more, {
        fields: { rights: 'x', audience: 'y' },
        bodies: [...bodies, 'b'],
      })
    assert.deepEqual((join(early, two) as Annotation).more, two.more)
    assert.deepEqual((join(one, late) as Annotation).more, one.more)
  })

  it('keeps the newer version, whichever side it is on', () => {
    for (const [here, there] of [
      [first, late],
      [late, first],
    ] as const)
      assert.equal(bodyOf(join(here, there)), 'Im Seminar geschrieben')
    assert.equal(merge(mapOf(first), [late]).updated, 1)
    assert.equal(merge(mapOf(late), [first]).same, 1)
  })

  it('keeps both wordings, once, if both sides have changed the note', () => {
    const both = join(early, late)
    assert.deepEqual(both, join(late, early))
    assert.equal(
      bodyOf(both),
      'Im Seminar geschrieben\n\n— andere Fassung dieser Notiz —\n\nZu Hause geschrieben',
    )
    for (const again of [early, late, first]) {
      assert.deepEqual(join(both, again), both)
      assert.deepEqual(join(again, both), both)
    }
    assert.equal(merge(mapOf(early), [late]).joined, 1)
  })

  it('keeps words if only the colour is newer', () => {
    const recoloured = { ...first, colour: 'rot' as const, modified: at(9) }
    const joined = join(late, recoloured) as Annotation
    assert.deepEqual([joined.colour, joined.body], ['rot', 'Im Seminar geschrieben'])
  })

  it('accepts that words were removed', () => {
    const shorter = rewrite(late, 'Im Seminar', at(5))
    const none = rewrite(late, '', at(6))
    assert.equal(bodyOf(join(late, shorter)), 'Im Seminar')
    assert.equal(bodyOf(join(none, late)), '')
  })

  it('keeps removals, and what was written after them', () => {
    assert.deepEqual(join(late, removedAt(3)), removedAt(3))
    assert.deepEqual(join(removedAt(3), late), removedAt(3))
    assert.deepEqual(join(removedAt(1), late), late)
    assert.equal(merge(mapOf(late), [removedAt(3)]).removed, 1)
    assert.equal(merge(mapOf(removedAt(3)), [late]).same, 1)
  })

  it('has the same result in every order', () => {
    const blue = { ...rewrite(first, 'Am Anfang, und weiter', at(4)), colour: 'blau' as const }
    const all = [first, early, late, blue]
    const orders = all.flatMap((a) => all.map((b) => [a, b, ...all]))
    const wordings = orders.map((order) =>
      order.reduce<Entry>((one, next) => join(one, next), order[0]!),
    )
    for (const words of ['Zu Hause geschrieben', 'Im Seminar geschrieben', 'Am Anfang, und weiter'])
      for (const result of wordings) assert.ok(bodyOf(result).includes(words), bodyOf(result))
  })
})
