import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { withheldFigures } from '../../../src/publish/site-steps/withheld-figures.ts'

const files: Record<string, string> = {
  'index.html':
    '<link rel="icon" href="/unter/favicon.svg"><meta property="og:image" content="https://example.org/unter/karte.png">',
  'texte/x/index.html': '<img src="/unter/bilder/m%C3%BCnze.png" alt="Münze">',
  'manifest.webmanifest': '{"icons":[{"src":"/unter/icon.png"}]}',
  'favicon.svg': '',
  'karte.png': '',
  'icon.png': '',
  'bilder/münze.png': '',
  'bilder/geheim.png': '',
  'münze.png': '',
  'robots.txt': '',
}

test('pictures that no page names are taken away, all else stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'site-'))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  const address = new URL('https://example.org/unter/')
  const said = await withheldFigures({ folder, address, audience: 'public', log: () => {} })
  assert.equal(said, '2 that no page shows')
  const left = (await readdir(folder, { recursive: true })).map((name) =>
    name.replaceAll('\\', '/'),
  )
  const gone = Object.keys(files).filter((name) => !left.includes(name))
  assert.deepEqual(gone, ['bilder/geheim.png', 'münze.png'])
  await rm(folder, { recursive: true })
})
