/** An edition in a folder of its own, built by the code of another folder. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { copyEdition } from '../edition-copy.ts'
import { editions } from '../fixture-edition.ts'
import { filesIn } from '../site-files.ts'

test('EDITION: what is built, and all that it is built of, is in the folder of the edition', async () => {
  const own = await mkdtemp(join(tmpdir(), 'Über Uhren '))
  const copy = await copyEdition({}, own)
  const edition = { EDITION: `../${basename(own)}`, SITE: 'https://uhren.example/lesen/' }
  try {
    for (const part of ['content', 'public'])
      await cp(join(editions.whole, part), join(own, part), { recursive: true })
    await rm(join(copy.folder, 'content'), { recursive: true, force: true })
    const before = await filesIn(join(copy.folder, 'public'))
    const { code, output } = await copy.node(['src/publish/cli.ts', 'build'], edition)
    assert.equal(code, 0, output)
    const site = join(own, 'dist')
    const page = await readFile(join(site, 'texte/pruefstein/index.html'), 'utf8')
    assert.match(page, /<link rel="canonical" href="https:\/\/uhren\.example\/lesen\/texte\/pruef/)
    // A picture, a form and the search index, which publishing makes.
    const files = await filesIn(site)
    for (const file of [/^bilder\/.*\.svg$/, /pruefstein\.pdf$/, /^suche\/index\/.*\.pf_meta$/])
      assert.ok(
        files.some((name) => file.test(name.normalize('NFC'))),
        String(file),
      )
    assert.deepEqual(await filesIn(join(copy.folder, 'public')), before)
    assert.ok(!files.some((name) => name.startsWith('node_modules')))
    for (const name of ['content', 'dist']) assert.ok(!existsSync(join(copy.folder, name)), name)
    const checked = await copy.node(['src/edition/check.ts'], edition)
    assert.match(checked.output, /^\d+ text\(s\)/m)
  } finally {
    await copy.remove()
    await rm(own, { recursive: true, force: true })
  }
})

test('what an edition has not got is nowhere named, and what it needs is made', async () => {
  const own = await mkdtemp(join(tmpdir(), 'bare '))
  const copy = await copyEdition({}, own)
  try {
    await mkdir(join(own, 'content/texts'), { recursive: true })
    const meta =
      'title: Zeiten\ndescription: Ein Aufsatz.\neditors: E. Rad\nlicence: CC-BY-4.0\ninks: {notes: "#00408f"}\n'
    await writeFile(join(own, 'content/edition.yaml'), meta)
    await writeFile(
      join(own, 'content/texts/zeit.md'),
      '---\ntitle: Zeit\nauthor: E. Rad\nrights: {status: open}\n---\n\nEin Satz über die Zeit.\n',
    )
    // Frozen, as a text is before it is published.
    const env = { EDITION: own, SITE: 'https://zeiten.example' }
    await copy.node(['src/edition/freeze.ts'], env)
    const { code, output } = await copy.node(['src/publish/cli.ts', 'build'], env)
    assert.equal(code, 0, output)
    const site = join(own, 'dist')
    const files = await filesIn(site)
    for (const folder of ['glossar', 'literatur', 'seminar'])
      assert.ok(!files.includes(`${folder}/index.html`), folder)
    assert.deepEqual(
      files.filter((file) => /^literatur\./.test(file)),
      [],
    )
    for (const file of ['favicon.svg', 'icon-512.png', 'apple-touch-icon.png', 'karte.png'])
      assert.ok(files.includes(file), file)
    for (const name of files.filter((file) => /\.(?:html|xml)$|^sw\.js$/.test(file))) {
      const words = await readFile(join(site, name), 'utf8')
      assert.doesNotMatch(words, /"\/(?:glossar|literatur|seminar|ueber)\/["#]/, name)
      assert.doesNotMatch(words, /class="conductors"|\b0 (?:Begriffe|Werke|Sitzungen)/, name)
    }
    assert.match(await readFile(join(site, 'index.html'), 'utf8'), /:root\{--copper:#00408f/)
  } finally {
    await copy.remove()
    await rm(own, { recursive: true, force: true })
  }
})
