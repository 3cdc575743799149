import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pagesIn } from '../site-files.ts'
import { builtSites } from '../e2e/sites.ts'
import { all, readDocument } from './documents.ts'

test('no sign stands apart from the word before it', async () => {
  const apart: string[] = []
  for (const page of await pagesIn(builtSites().local.folder)) {
    const document = readDocument('local', page)
    for (const element of all('script, style, math', document)) element.remove()
    const words = document.body.textContent.replace(/[ \n\t]+/g, ' ')
    for (const [found] of words.matchAll(/.{0,30} [,;:.!?)](?![.\d]).{0,10}/g))
      apart.push(`${page}: ${found}`)
  }
  assert.deepEqual(apart, [])
})
