import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nextShare } from '../../../../src/client/annotations/time-slices.ts'

describe('a turn of work', () => {
  const after = (...spent: number[]) => spent.reduce(nextShare, 4)

  it('takes more and more while the page draws fast', () => {
    assert.equal(after(10, 10, 10), 32)
    assert.equal(after(10, 10, 10, 40), 32)
  })

  it('takes less at once where it is felt, and never nothing', () => {
    assert.equal(after(10, 10, 90), 8)
    assert.equal(after(90, 90, 90), 4)
  })
})
