import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keptIn, toggled } from '../../../../src/client/glosses/store.ts'

const kept = (term: string, lemma: string) => ({ term, lemma, gloss: 'g', href: '/h/' })

describe('stored terms', () => {
  it('are sorted, without duplicates', () => {
    const list = toggled([kept('tpu', 'TPU')], kept('oe', 'Ökonomie'), true)
    assert.deepEqual(toggled(list, kept('oe', 'Ökonomie'), true), list)
    assert.deepEqual(
      list.map(({ lemma }) => lemma),
      ['Ökonomie', 'TPU'],
    )
    assert.deepEqual(toggled(list, kept('oe', 'Ökonomie'), false), [kept('tpu', 'TPU')])
  })

  it('are an empty list if the stored value is invalid', () => {
    assert.deepEqual(keptIn(null), [])
    assert.deepEqual(keptIn({ term: 1 }), [])
    assert.deepEqual(keptIn([{ term: 1 }, null]), [])
    assert.deepEqual(keptIn([kept('a', 'A')]), [kept('a', 'A')])
  })

  it('lead to paths of this site only', () => {
    const hrefs = [
      'javascript:alert(1)',
      '//example.org/',
      '/\\\\example.org',
      '/\t/example.org',
      'data:,x',
    ]
    for (const href of hrefs) assert.deepEqual(keptIn([{ ...kept('a', 'A'), href }]), [], href)
  })
})
