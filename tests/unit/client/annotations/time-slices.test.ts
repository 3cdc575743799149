import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nextShare } from '../../../../src/client/annotations/time-slices.ts'

describe('a time slice', () => {
  const after = (...spent: number[]) => spent.reduce(nextShare, 4)

  it('gets more items while rendering is fast', () => {
    assert.equal(after(10, 10, 10), 32)
    assert.equal(after(10, 10, 10, 40), 32)
  })

  it('gets fewer items when it takes too long, but never none', () => {
    assert.equal(after(10, 10, 90), 8)
    assert.equal(after(90, 90, 90), 4)
  })
})
