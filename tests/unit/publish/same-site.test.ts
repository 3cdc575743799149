import assert from 'node:assert/strict'
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { openStore } from '../../../src/kept/store.ts'
import { inputsOfSite, listenTo, rememberSite, sameSite } from '../../../src/publish/same-site.ts'

const folder = mkdtempSync(join(tmpdir(), 'same-site-'))
after(() => rmSync(folder, { recursive: true }))

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

test('a site is known by its inputs while every file of it is as it was left', async () => {
  const store = openStore(join(folder, 'store'))
  const site = join(folder, 'dist')
  const first = () => {
    rmSync(site, { recursive: true, force: true })
    write('dist/index.html', '<p>Uhr</p>')
    write('dist/texte/uhren/index.html', '<p>Uhren</p>')
  }
  const page = join(site, 'index.html')
  first()
  assert.equal(await sameSite(store, 'inputs', site), null)
  await rememberSite(store, 'inputs', site, ['left out: Pendel'])
  assert.deepEqual(await sameSite(store, 'inputs', site), ['left out: Pendel'])
  assert.equal(await sameSite(store, 'others', site), null)
  const damages = [
    () => write('dist/index.html', '<p>Ohr</p>'),
    () => {
      const { atime, mtime } = statSync(page)
      write('dist/index.html', '<p>Ohr</p>')
      utimesSync(page, atime, mtime)
    },
    () => rmSync(join(site, 'texte/uhren/index.html')),
    () => write('dist/texte/.mehr', ''),
    () => rmSync(site, { recursive: true }),
  ]
  for (const damage of damages) {
    damage()
    assert.equal(await sameSite(store, 'inputs', site), null, String(damage))
    first()
    await rememberSite(store, 'inputs', site, [])
    assert.deepEqual(await sameSite(store, 'inputs', site), [])
  }
})

test('every file of an edition is an input of its site, and for whom it is built', async () => {
  write('edition/content/edition.yaml', 'title: Uhren')
  write('edition/public/.well-known/wort', 'Uhr')
  write('elsewhere/bild.svg', '<svg/>')
  symlinkSync(join(folder, 'elsewhere/bild.svg'), join(folder, 'edition/public/bild.svg'))
  const inputs = (audience = 'local') => inputsOfSite(join(folder, 'edition'), { audience })
  const seen = new Set([await inputs()])
  assert.equal(await inputs(), [...seen][0])
  for (const change of [
    () => write('edition/content/edition.yaml', 'title: Pendel'),
    () => write('edition/public/.well-known/wort', 'Pendel'),
    () => write('edition/content/texts/uhren.md', 'Uhr'),
    () => write('elsewhere/bild.svg', '<svg width="1"/>'),
    () => rmSync(join(folder, 'edition/public/.well-known/wort')),
  ]) {
    change()
    const hash = await inputs()
    assert.ok(!seen.has(hash), String(change))
    seen.add(hash)
  }
  assert.ok(!seen.has(await inputs('public')))
})

test('what a build says is heard and said', async () => {
  const said: string[] = []
  const { log } = console
  console.log = (words: string) => void said.push(words)
  try {
    assert.deepEqual(await listenTo(async () => console.log('left out: %s', 'Uhr')), [
      'left out: Uhr',
    ])
    assert.deepEqual(said, ['left out: %s'])
  } finally {
    console.log = log
  }
})
