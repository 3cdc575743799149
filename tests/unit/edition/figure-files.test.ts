import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { build } from '../../../src/edition/build.ts'
import { readFigures } from '../../../src/edition/read/figure-files.ts'
import { smallEdition } from '../../fixture-edition.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const jpeg = await sharp(png).resize(90).jpeg().toBuffer()
const webp = await sharp(png).resize(90).webp().toBuffer()
const tiff = await sharp(png).tiff().toBuffer()
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
  'alt.svg': [
    `<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;" width="9" height="9"/>`,
    null,
  ],
  'verweis.svg': [
    svg('width="9" height="9"').replace('/>', '><a href="https://example.org/"><path/></a></svg>'),
    null,
  ],
  'skript.svg': [svg('width="9" height="9" onload="alert(1)"'), /has a script/],
  'fremd.svg': [
    svg('width="9" height="9"').replace('/>', '><image href="//a.example/b.png"/></svg>'),
    /from elsewhere/,
  ],
  'stil.svg': [
    svg('width="9" height="9"').replace('/>', '><style>@import "https://a.example"</style></svg>'),
    /from elsewhere/,
  ],
  'offen.svg': [svg('width="9" height="9"').replace('/>', '><g></svg>'), /is no XML/],
  'bombe.svg': [
    `<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${svg('width="9" height="9"').replace('/>', '>&b;</svg>')}`,
    /is no XML/,
  ],
  'ohne-namen.svg': ['<svg width="9" height="9"/>', /does not begin/],
  'halb.png': [png.subarray(0, 60), /breaks off/],
  'halb.jpg': [jpeg.subarray(0, jpeg.length / 2), /breaks off/],
  'halb.webp': [webp.subarray(0, 60), /breaks off/],
  'ganz.jpg': [jpeg, null],
  'ganz.webp': [webp, null],
  'andere.png': [tiff, /is \.tiff?/],
  'a\\b.png': [png, /“\\”/],
  'a..b.png': [png, null],
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

test('a figure is found by its address and by its name, and never outside of public/', () => {
  const there = new Set(['a..b.png', '50%25.png', 'bilder/ein rad.png'])
  const found = (url: string) => {
    const { problems } = build(
      {
        ...smallEdition(),
        'content/texts/probe.md': `---\ntitle: Probe\nauthor: A. Probe\nrights: {status: open, licence: CC-BY-4.0}\n---\n\n![Bild](<${url}>)\n`,
      },
      'local',
      (path) => (there.has(path) ? { fault: null } : null),
    )
    return !problems.some(({ name }) => name === 'missing-figure')
  }
  for (const url of ['/a..b.png', '/50%25.png', '/bilder/ein rad.png', '/bilder/ein%20rad.png'])
    assert.ok(found(url), url)
  for (const url of ['/bilder/../a..b.png', '/bilder/%2e%2e/a..b.png', 'a..b.png'])
    assert.ok(!found(url), url)
})
