/** The commands for editors, run on the small edition. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { growingFolder } from '../../src/publish/folders.ts'
import { copyEdition, type EditionCopy } from '../edition-copy.ts'
import { editions } from '../fixture-edition.ts'

const path = 'content/texts/uhren.md'

let copy: EditionCopy
beforeEach(async () => {
  copy = await copyEdition({}, editions.small)
})
afterEach(() => copy.remove())

const address = { SITE: 'https://lesen.example' }

/** Folders of sites, finished or not, that a build of the public site has left. */
const leftBy = ({ folder }: EditionCopy): string[] =>
  [join(folder, 'dist'), growingFolder('public', folder)].filter(existsSync)

async function edit(from: string, to: string): Promise<void> {
  const file = join(copy.folder, path)
  await writeFile(file, (await readFile(file, 'utf8')).replace(from, to))
}

test('a build with problems prints all of them, fails once and leaves no files of texts', async () => {
  await edit('ein Quarz', 'ein <Moment> Quarz[^9]')
  const { code, output } = await copy.node(['src/publish/cli.ts', 'build'], address)
  assert.equal(code, 1)
  assert.match(output, /2 problem\(s\) in content\//)
  assert.match(
    output,
    /uhren\.md:26:25: .* \[raw-html\]\n.*uhren\.md:26:39: .* \[call-without-note\]/,
  )
  assert.doesNotMatch(output, /^\s+at /m)
  assert.deepEqual(leftBy(copy), [])
})

for (const [stops, files] of Object.entries({
  'a page that cannot be rendered': {
    'src/pages/fehler.astro': "---\nthrow new Error('fehler')\n---",
  },
  'a step that fails': {
    'src/publish/page-steps/figure-sizes.ts':
      "export const figureSizes = () => { throw new Error('fehler') }",
  },
}))
  test(`a build stopped by ${stops} leaves no picture of a withheld text`, async () => {
    const text = `---\ntitle: Geheim\nauthor: A.\nrights: {status: unknown}\n---\n\n![Ein Rad](/geheim.svg)\n`
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    const secret = { 'content/texts/geheim.md': text, 'public/geheim.svg': svg }
    await copy.write({ ...secret, ...files })
    const { code, output } = await copy.node(['src/publish/cli.ts', 'build'], address)
    assert.equal(code, 1)
    assert.match(output, /fehler/)
    assert.deepEqual(leftBy(copy), [])
  })

test('a site for others is not built without the address that stands in its pages', async () => {
  for (const audience of ['public', 'course']) {
    const { code, output } = await copy.node([
      'src/publish/cli.ts',
      'build',
      '--audience',
      audience,
    ])
    assert.equal(code, 1)
    assert.match(
      output,
      /“address: https:\/\/example\.org\/”.* SITE=https:\/\/example\.org npm run build/,
    )
    assert.doesNotMatch(output, /^\s+at /m)
  }
})

test('check finds the same problems without a build', async () => {
  await edit('ein Quarz', 'ein <Moment> Quarz')
  const { code, output } = await copy.node(['src/edition/check.ts'])
  assert.equal(code, 1)
  assert.match(output, /uhren\.md:26:25: .* \[raw-html\]/)
})

test('start builds, serves, and uses another port if its port is in use', async () => {
  const other = createServer()
  await new Promise<void>((ready) => other.listen(0, 'localhost', ready))
  const { port } = other.address() as AddressInfo
  const address = await copy.start(['start', '--audience', 'local', '--port', String(port)])
  assert.notEqual(Number(new URL(address).port), port)
  const response = await fetch(`${address}texte/uhren/`)
  assert.equal(response.status, 200)
  other.close()
})
