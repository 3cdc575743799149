import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readFigures } from '../../../src/edition/read/figure-files.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const svg = (attributes: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`

const files: Record<string, [content: string | Buffer, fault: RegExp | null]> = {
  'rad.png': [png, null],
  "bilder/Abb. 1 (Detail), a=b's & Größe.png": [png, null],
  'rad.svg': [svg('width="9" height="9"'), null],
  'kasten.svg': [svg('viewBox="0 0 9 9"'), null],
  'ohne.svg': [svg(''), /says no size/],
  'prozent.svg': [svg('width="100%" height="100%"'), /says no size/],
  'null.svg': [svg('width="0" height="0"'), /says no size/],
  'leer.png': ['', /is empty/],
  'falsch.png': ['Kein Bild.', /is no picture/],
  'falsch.svg': ['Kein Bild.', /is no picture/],
  'abb#1.png': [png, /“#”/],
  'abb?.png': [png, /“\?”/],
  '50%.png': [png, /“%”/],
  'Gro\u0308ße.png': [png, /marks are parted/],
}

test('each picture of public/ can be shown, or it is said why not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'figures-'))
  try {
    await mkdir(join(folder, 'bilder'))
    await mkdir(join(folder, 'ordner.png'))
    for (const [name, [content]] of Object.entries(files))
      await writeFile(join(folder, name), content)
    const figureAt = await readFigures(folder)
    for (const [name, [, fault]] of Object.entries(files)) {
      const found = figureAt(name.normalize('NFC'))
      assert.ok(found, name)
      if (fault) assert.match(found.fault ?? '', fault, name)
      else assert.equal(found.fault, null, name)
    }
    assert.equal(figureAt('ordner.png'), null)
    assert.equal(figureAt('nirgends.png'), null)
  } finally {
    await rm(folder, { recursive: true })
  }
})
