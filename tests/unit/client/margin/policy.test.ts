import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { place } from '../../../../src/client/margin/placement.ts'
import { chooseFolds, type Foldable } from '../../../../src/client/margin/policy.ts'
import { seeded } from './random.ts'

const column = { gap: 10, top: 0, bottom: 5000 }
const note = (anchor: number, height: number, folded = height): Foldable => ({
  kind: 'note',
  anchor,
  height,
  folded,
})
const gloss = (anchor: number, height: number, folded = 20): Foldable => ({
  kind: 'gloss',
  anchor,
  height,
  folded,
})

describe('choice of folded items', () => {
  it('folds nothing if all items are near their calls', () => {
    const items = [note(0, 100), gloss(50, 80), note(120, 60)]
    assert.deepEqual(chooseFolds(items, column, 200), [false, false, false])
  })

  it('folds glosses before notes, and no more than needed', () => {
    const items = [note(0, 300, 120), gloss(20, 150), gloss(40, 150), note(60, 300, 120)]
    const folds = chooseFolds(items, column, 450)
    assert.equal(folds[0] || folds[3], false)
    assert.equal(folds.filter(Boolean).length, 1)
  })

  it('folds long notes if folding glosses is not enough', () => {
    const items = [note(0, 600, 120), gloss(20, 150), note(60, 600, 120), note(80, 400, 120)]
    const folds = chooseFolds(items, column, 200)
    assert.equal(folds[1], true)
    assert.ok(folds[0] || folds[2])
  })

  it('does not fold items of other runs', () => {
    const items = [gloss(0, 100), ...[1000, 1001, 1002, 1003].map((anchor) => gloss(anchor, 200))]
    const folds = chooseFolds(items, column, 150)
    assert.equal(folds[0], false)
    assert.ok(folds.slice(1).some(Boolean))
  })

  it('never folds items the reader has opened, and ends within the limit or with everything folded', () => {
    const random = seeded(7)
    for (let n = 0; n < 300; n++) {
      const items = Array.from({ length: 30 }, (_, i) => {
        const height = 30 + Math.floor(random() * 200)
        const folded = random() < 0.3 ? height : 25
        return random() < 0.5 ? note(i * 60, height, folded) : gloss(i * 60, height, folded)
      })
      const folds = chooseFolds(items, column, 180)
      folds.forEach((folds, i) => folds && assert.ok(items[i]!.folded < items[i]!.height))
      const shown = items.map((item, i) => (folds[i] ? { ...item, height: item.folded } : item))
      const tops = place(shown, column)
      const far = tops.findIndex((top, i) => Math.abs(top - items[i]!.anchor) > 180)
      if (far < 0) continue
      // No item that pushes it can still be folded.
      let [from, to] = [far, far]
      const touches = (i: number) => tops[i + 1]! - 10 <= tops[i]! + shown[i]!.height
      while (from > 0 && touches(from - 1)) from--
      while (to + 1 < tops.length && touches(to)) to++
      for (let i = from; i <= to; i++) assert.equal(shown[i]!.height, items[i]!.folded)
    }
  })
})
