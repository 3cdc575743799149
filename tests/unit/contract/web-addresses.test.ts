import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsAndAddresses } from '../../../src/contract/web-addresses.ts'

const cases: [words: string, ...addresses: string[]][] = [
  ['Ohne Adresse, aber mit http und www. darin.'],
  ['Lesen Sie https://example.org/uhren.', 'https://example.org/uhren'],
  ['„http://example.org/a?b=1&c=2#d“!', 'http://example.org/a?b=1&c=2#d'],
  [
    '(siehe https://de.example.org/wiki/Uhr_(Turm)), dann',
    'https://de.example.org/wiki/Uhr_(Turm)',
  ],
  ['www.example.org/x und HTTPS://EXAMPLE.ORG', 'https://www.example.org/x', 'HTTPS://EXAMPLE.ORG'],
  [
    'https://example.org/a,\nhttps://example.org/b;',
    'https://example.org/a',
    'https://example.org/b',
  ],
  ['javascript:alert(1) data:text/html,x https:// http://… www.'],
  ['<https://müller.example/straße>', 'https://müller.example/straße'],
]
for (const [words, ...addresses] of cases)
  test(`addresses in „${words}“`, () => {
    const parts = wordsAndAddresses(words)
    assert.deepEqual(
      parts.flatMap(({ href }) => href ?? []),
      addresses,
    )
    assert.equal(parts.map((part) => part.words).join(''), words)
  })
