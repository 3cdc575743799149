import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { editionSlug, isSiteName, sitePages } from '../../../src/contract/addresses.ts'
import { iconFiles, markFile } from '../../../src/publish/icons/draw-icons.ts'

const root = resolve(import.meta.dirname, '../../..')
const routes = globSync('**/*.{astro,ts}', { cwd: join(root, 'src/pages') })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/(^|\/)_/.test(file))

test('the pages of the site are the routes that no content fills', () => {
  const fixed = routes
    .filter((file) => file.endsWith('.astro') && !file.includes('['))
    .map((file) => file.replace(/(^|\/)index\.astro$|\.astro$/, ''))
  assert.deepEqual(fixed.filter((page) => page && page !== '404').sort(), [...sitePages].sort())
})

test('no page or text may have the first name of a route or of an icon', () => {
  const names = [...routes, ...iconFiles, markFile]
    .map((file) => file.split('/')[0]!.split('.')[0]!)
    .filter((name) => !name.startsWith('['))
  const free = names.filter(
    (name) => !['pages', 'texts'].every((folder) => isSiteName(folder, name)),
  )
  assert.deepEqual(free, [])
})

test('a name is taken in the folder of its address alone', () => {
  const names = ['404', 'index', 'suche', 'aufgabe', 'glossar', 'ptx']
  const taken = (folder: string) => names.filter((name) => isSiteName(folder, name))
  assert.deepEqual(taken('pages'), ['404', 'index', 'suche', 'glossar'])
  assert.deepEqual(taken('private'), taken('texts'))
  assert.deepEqual(taken('seminar'), ['404', 'index', 'aufgabe'])
  assert.deepEqual(taken('glossary'), ['404', 'index'])
})

test('the file of an edition has a name, whatever its title is', () => {
  assert.equal(editionSlug('Am harten Kern, gelesen'), 'am-harten-kern-gelesen')
  assert.equal(editionSlug('中文'), 'ausgabe')
  assert.ok(editionSlug('Wort '.repeat(100)).length <= 80)
})
