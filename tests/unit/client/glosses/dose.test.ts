import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { glossesOf, isCalling } from '../../../../src/client/glosses/dose.ts'

describe('links to glosses by setting', () => {
  it('links the first occurrence in each section, all, or none', () => {
    assert.equal(isCalling(true, false, 'erste'), true)
    assert.equal(isCalling(false, false, 'erste'), false)
    assert.equal(isCalling(false, false, 'alle'), true)
    assert.equal(isCalling(true, false, 'keine'), false)
  })

  it('does not link terms that the reader knows', () => {
    assert.equal(isCalling(true, true, 'erste'), false)
    assert.equal(isCalling(false, true, 'alle'), false)
  })

  it('links each occurrence to the gloss of its section', () => {
    const at = (term: string, gloss?: string) => ({ term, gloss })
    assert.deepEqual(
      glossesOf([
        at('ptx'),
        at('ptx', '#1'),
        at('cuda', '#a'),
        at('ptx'),
        at('ptx', '#2'),
        at('ptx'),
        at('gpu'),
      ]),
      ['#1', '#1', '#a', '#1', '#2', '#2', undefined],
    )
  })
})
