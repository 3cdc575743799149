/** Two releases of an edition: the second says what has changed for readers since the first. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { copyEdition, type EditionCopy } from '../edition-copy.ts'
import { editions } from '../fixture-edition.ts'

let copy: EditionCopy
const path = 'content/texts/uhren.md'
const read = (file: string) => readFile(join(copy.folder, file), 'utf8')
const release = (version: string) =>
  copy.node(['src/release/command.ts', version, '--no-spelling'], {
    SITE: 'https://uhren.example/lesen/',
  })

before(async () => {
  copy = await copyEdition({}, editions.small)
  const meta = await read('content/edition.yaml')
  await copy.write({
    // Forms are compared where the tests of forms are.
    'content/edition.yaml': `${meta.replace('editors: Redaktion', 'editors: [Ada Perron, Ben Kurz]')}forms: []\n`,
  })
})
after(() => copy.remove())

test('what is new in a text is numbered, built, and told to readers', async () => {
  const first = await release('1.0')
  assert.equal(first.code, 0, first.output)
  assert.match(first.output, /^ {2}Erste Fassung\.$/m)
  assert.match(await read('CITATION.cff'), /family-names: Kurz\n {4}given-names: Ben/)

  const source = await read(path)
  const [, version] = /^version: '?([\d.]+)/m.exec(source) ?? []
  assert.ok(version, source)
  const changed = source
    .replace(/^version: .*$/m, "version: '9.0'")
    .replace(/\n\n\[\^/, '\n\nEin neuer Absatz über Züge, die warten.\n\n[^')
  assert.notEqual(changed, source)
  await copy.write({ [path]: changed })
  const again = await release('1.0')
  assert.equal(again.code, 1)
  assert.match(again.output, /The last release is 1\.0/)

  const second = await release('1.1')
  assert.equal(second.code, 0, second.output)
  assert.match(second.output, /^ {2}.*Von Uhren.*9\.0/m)
  assert.match(await read('CITATION.cff'), /^version: "1\.1"$/m)
  assert.match(await read('dist/texte/uhren/index.html'), /Züge, die warten/)
})

test('of a release that is refused nothing is written', async () => {
  const before = await read('CITATION.cff')
  await copy.write({ [path]: `${await read(path)}\n\nEin [Wort](term:nichts).\n` })
  const { code, output } = await release('1.2')
  assert.equal(code, 1)
  assert.match(output, /uhren\.md:\d+:\d+: Unknown term “nichts”/)
  assert.equal(await read('CITATION.cff'), before)
})
