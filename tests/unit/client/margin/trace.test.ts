import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lanes, track } from '../../../../src/client/margin/trace.ts'

describe('trace', () => {
  it('has corners at 45°', () => {
    assert.equal(track({ x: 0, y: 0 }, 20, { x: 40, y: 100 }), 'M0 0H14L20 6V94L26 100H40')
    assert.equal(track({ x: 40, y: 50 }, 20, { x: 0, y: 10 }), 'M40 50H26L20 44V16L14 10H0')
  })

  it('shortens its corners where there is little room', () => {
    assert.equal(track({ x: 0, y: 0 }, 20, { x: 40, y: 4 }), 'M0 0H18L20 2V2L22 4H40')
    assert.equal(track({ x: 0, y: 5 }, 20, { x: 40, y: 5 }), 'M0 5H40')
  })

  it('gives neighbouring traces lanes in which they do not cross', () => {
    const down = [
      { from: 0, to: 100 },
      { from: 20, to: 140 },
      { from: 40, to: 180 },
    ]
    assert.deepEqual(lanes(down, 5), [4, 3, 2])
    const up = down.map(({ from, to }) => ({ from: to, to: from }))
    assert.deepEqual(lanes(up, 5), [0, 1, 2])
    assert.deepEqual(lanes([down[0]!, { from: 300, to: 400 }], 5), [4, 4])
  })
})
