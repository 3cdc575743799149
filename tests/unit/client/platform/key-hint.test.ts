import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyHint } from '../../../../src/client/platform/key-hint.ts'

const pageOn = (fine: boolean, userAgent: string) =>
  ({
    defaultView: { matchMedia: () => ({ matches: fine }), navigator: { userAgent } },
  }) as unknown as Document

test('a key is named where there is one, by its name there', () => {
  assert.equal(keyHint(pageOn(true, 'X11; Linux'), 'Z'), ' (Strg+Z)')
  assert.equal(keyHint(pageOn(true, 'Macintosh; Intel Mac OS X'), 'Z'), ' (⌘Z)')
  assert.equal(keyHint(pageOn(false, 'Android 15; Mobile'), 'Z'), '')
})
