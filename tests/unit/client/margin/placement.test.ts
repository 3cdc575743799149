import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  place,
  totalDistance,
  type Column,
  type Item,
} from '../../../../src/client/margin/placement.ts'
import { leastDistance } from './brute-force.ts'
import { seeded } from './random.ts'

const random = seeded(4)
const whole = (below: number) => Math.floor(random() * below)
const sorted = (numbers: number[]) => numbers.sort((a, b) => a - b)

function randomItems(most: number, length: number): Item[] {
  const anchors = sorted(Array.from({ length: 1 + whole(most) }, () => whole(length)))
  return anchors.map((anchor) => ({ anchor, height: 1 + whole(12) }))
}

function assertLawful(items: readonly Item[], tops: readonly number[], column: Column) {
  assert.equal(tops.length, items.length)
  tops.forEach((top, i) => {
    assert.ok(Number.isInteger(top))
    assert.ok(top >= column.top)
    const end = top + items[i]!.height
    if (i + 1 < tops.length) assert.ok(tops[i + 1]! >= end + column.gap, 'order and distance')
    for (const band of column.bands ?? [])
      assert.ok(end + column.gap <= band.top || top >= band.bottom + column.gap, 'clear of bands')
  })
}

describe('placement', () => {
  it('keeps items with enough room level with their calls', () => {
    const items = [
      { anchor: 10, height: 20 },
      { anchor: 40, height: 5 },
    ]
    assert.deepEqual(place(items, { gap: 3, top: 0, bottom: 100 }), [10, 40])
  })

  it('keeps the first of two competing items level with its call', () => {
    const items = [
      { anchor: 10, height: 20 },
      { anchor: 15, height: 20 },
    ]
    assert.deepEqual(place(items, { gap: 0, top: 0, bottom: 100 }), [10, 30])
  })

  it('moves items up near the end of the text', () => {
    const items = [
      { anchor: 60, height: 20 },
      { anchor: 90, height: 20 },
    ]
    assert.deepEqual(place(items, { gap: 5, top: 0, bottom: 100 }), [55, 80])
  })

  it('exceeds the end of the text rather than dropping items', () => {
    const items = [
      { anchor: 0, height: 80 },
      { anchor: 0, height: 80 },
    ]
    assert.deepEqual(place(items, { gap: 5, top: 0, bottom: 100 }), [0, 85])
  })

  it('equals the brute-force optimum in 2000 random columns', () => {
    for (let n = 0; n < 2000; n++) {
      const items = randomItems(9, 90)
      const column = { gap: whole(4), top: whole(5), bottom: 60 + whole(80) }
      const least = leastDistance(items, column)
      const tops = place(items, column)
      assertLawful(items, tops, column)
      if (least === Infinity) continue
      assert.equal(totalDistance(items, tops), least)
      assert.ok(tops.at(-1)! + items.at(-1)!.height <= column.bottom)
    }
  })

  it('equals the brute-force optimum around obstacles in 1500 random columns', () => {
    for (let n = 0; n < 1500; n++) {
      const items = randomItems(8, 120)
      const bands = sorted([whole(120), whole(120), whole(120)]).map((top) => ({
        top,
        bottom: top + 1 + whole(20),
      }))
      const column = { gap: whole(3), top: 0, bottom: 120 + whole(80), bands }
      const least = leastDistance(items, column)
      const tops = place(items, column)
      assertLawful(items, tops, column)
      if (least < Infinity) assert.equal(totalDistance(items, tops), least)
    }
  })

  it('is idempotent', () => {
    for (let n = 0; n < 200; n++) {
      const items = randomItems(20, 200)
      const column = { gap: 2, top: 0, bottom: 600 }
      const tops = place(items, column)
      const again = place(
        items.map((item, i) => ({ ...item, anchor: tops[i]! })),
        column,
      )
      assert.deepEqual(again, tops)
    }
  })

  it('places 40,000 crowded items within a second', () => {
    const items = Array.from({ length: 40_000 }, (_, i) => ({
      anchor: i * 50,
      height: 20 + whole(90),
    }))
    const start = performance.now()
    place(items, { gap: 10, top: 0, bottom: 40_000 * 80 })
    assert.ok(performance.now() - start < 1000)
  })
})
