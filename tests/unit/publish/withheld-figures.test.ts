import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test } from 'node:test'
import { withheldFigures } from '../../../src/publish/site-steps/withheld-figures.ts'
import { siteOf } from './site-of.ts'

const files: Record<string, string> = {
  'index.html':
    '<link rel="icon" href="/unter/favicon.svg"><meta property="og:image" content="https://example.org/unter/karte.png">',
  'texte/x/index.html':
    '<img src="/unter/bilder/m%C3%BCnze.png" alt="Münze"><img src="/unter/Abb.%201%20(a),%20b=c\'d.png" srcset="/unter/klein.png 1x, /unter/gross.png 2x">',
  'manifest.webmanifest': '{"icons":[{"src":"/unter/icon.png"}]}',
  'favicon.svg': '',
  'karte.png': '',
  'icon.png': '',
  'bilder/münze.png': '',
  "Abb. 1 (a), b=c\'d.png": '',
  'klein.png': '',
  'gross.png': '',
  'bilder/geheim.png': '',
  'münze.png': '',
  'robots.txt': '',
}

test('only pictures that no page uses are removed', async () => {
  const { site, folder, remove } = await siteOf(files, { address: 'https://example.org/unter/' })
  assert.equal(await withheldFigures(site), '2 that no page shows')
  const left = (await readdir(folder, { recursive: true })).map((name) =>
    name.replaceAll('\\', '/'),
  )
  const gone = Object.keys(files).filter((name) => !left.includes(name))
  assert.deepEqual(gone, ['bilder/geheim.png', 'münze.png'])
  assert.ok(gone.every((name) => !site.files.includes(name)))
  await remove()
})
