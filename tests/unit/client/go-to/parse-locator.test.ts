import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLocator } from '../../../../src/client/go-to/parse-locator.ts'

const cases: [words: string, locator: ReturnType<typeof parseLocator>][] = [
  ['14–16', { kind: null, label: '14', to: '16', rest: '' }],
  ['Abs. 14 bis 16a', { kind: 'paragraph', label: '14', to: '16a', rest: '' }],
  ['Abs. 14–16, S. 104', { kind: 'paragraph', label: '14', to: '16', rest: ', S. 104' }],
  ['S. 104ff.', { kind: 'page', label: '104', to: undefined, rest: '' }],
  ['14f', { kind: null, label: '14f', to: undefined, rest: '' }],
  ['S. xii', { kind: 'page', label: 'xii', to: undefined, rest: '' }],
  ['Sic', null],
  ['14 Millionen', { kind: null, label: '14', to: undefined, rest: ' Millionen' }],
  ['5nm', null],
]
for (const [words, locator] of cases)
  test(`reads the locator at the beginning of „${words}“`, () =>
    assert.deepEqual(parseLocator(words), locator))
