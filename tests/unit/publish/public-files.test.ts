import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { publicFiles } from '../../../src/publish/site-steps/public-files.ts'
import { siteOf } from './site-of.ts'

const made: Record<string, string> = {
  'index.html':
    '<link rel="icon" href="/unter/favicon.svg"><meta property="og:image" content="https://example.org/unter/karte.png">',
  'texte/x/index.html':
    '<img src="/unter/bilder/m%C3%BCnze.png" alt="Münze"><img src="/unter/Abb.%201%20(a),%20b=c\'d.png" srcset="/unter/klein.png 1x, /unter/gross.png 2x">',
  'manifest.webmanifest': '{"icons":[{"src":"/unter/icon.png"}]}',
}
const shown = [
  'favicon.svg',
  'karte.png',
  'icon.png',
  'bilder/münze.png',
  "Abb. 1 (a), b=c'd.png",
  'klein.png',
  'gross.png',
]
const withheld = ['bilder/geheim.png', 'münze.png', 'GROSS.PNG', 'strich\\ab.png']
const others = ['robots.txt', '.well-known/security.txt', 'bilder/lies.mich']
const filled = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]))

test('of the pictures of public/ only those that a page names reach the site, and all other files', async () => {
  const source = await siteOf(filled([...shown, ...withheld, ...others]))
  const { site, folder, remove } = await siteOf(made, { address: 'https://example.org/unter/' })
  assert.equal(await publicFiles(source.folder)(site), '7 pictures, 4 withheld that no page shows')
  for (const name of [...shown, ...others]) assert.equal((await site.read(name)).toString(), name)
  const there = (await readdir(folder, { recursive: true })).map((name) =>
    name.replaceAll('\\', '/'),
  )
  assert.deepEqual(
    withheld.filter((name) => there.includes(name) || site.files.includes(name)),
    [],
  )
  await Promise.all([remove(), source.remove()])
})

test('an edition without a public/ has no files of it', async () => {
  const { site, folder, remove } = await siteOf(made)
  assert.equal(
    await publicFiles(join(folder, 'public'))(site),
    '0 pictures, 0 withheld that no page shows',
  )
  await remove()
})
