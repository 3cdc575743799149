import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { editionSlug, isSiteName } from '../../src/contract/addresses.ts'
import { builtSites } from '../e2e/sites.ts'

test('everything at the top of a site is made of content, or its name is kept from content', () => {
  const { copy, imported, local } = builtSites()
  const content = ['texts', 'private', 'pages']
    .flatMap((folder) => {
      const path = join(copy, 'content', folder)
      return folder === 'private' && !imported ? [] : readdirSync(path)
    })
    .map((name) => name.split('.')[0]!)
  const own = new Set([...content, editionSlug('Am harten Kern, gelesen'), 'bilder', '_astro'])
  const names = readdirSync(local.folder).map((name) => name.split('.')[0]!)
  assert.deepEqual(
    names.filter((name) => name && !own.has(name) && !isSiteName('pages', name)),
    [],
  )
})
