import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceUrl } from '../../../src/citation/licences.ts'

test('a licence has the URL of its deed', () => {
  assert.equal(licenceUrl('CC-BY-SA-4.0'), 'https://creativecommons.org/licenses/by-sa/4.0/')
})

for (const name of [undefined, '', 'constructor', '__proto__', 'toString'])
  test(`no licence is called ${JSON.stringify(name)}`, () => {
    assert.equal(licenceUrl(name), null)
  })
