import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { addressHere, addressForOthers, saidAddress } from '../../../src/publish/address.ts'

const folder = mkdtempSync(join(tmpdir(), 'address-'))
const home = process.cwd()
mkdirSync(join(folder, 'content'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** What `ask` says in the folder of an edition with this edition.yaml. */
function inEdition<T>(yaml: string, ask: () => T): T {
  writeFileSync(join(folder, 'content/edition.yaml'), yaml)
  process.chdir(folder)
  try {
    return ask()
  } finally {
    process.chdir(home)
  }
}

test('SITE and BASE may say the path below the site, each alone or both alike', () => {
  const sub = { site: 'https://lesen.example', base: '/a/b/' }
  for (const env of [
    { SITE: 'https://lesen.example', BASE: '/a/b/' },
    { SITE: 'https://lesen.example/', BASE: 'a/b' },
    { SITE: 'https://lesen.example/a/b' },
    { SITE: 'https://lesen.example/a/b/', BASE: '/a/b' },
  ])
    assert.deepEqual(saidAddress(env), sub)
  assert.deepEqual(saidAddress({ SITE: 'http://localhost:80/' }), {
    site: 'http://localhost',
    base: '/',
  })
})

test('addresses that contradict each other or are none are refused', () => {
  assert.throws(
    () => saidAddress({ SITE: 'https://lesen.example/a/', BASE: '/b/' }),
    /ends in “\/a\/”, but BASE is “\/b\/”/,
  )
  for (const SITE of ['lesen.example', 'ftp://lesen.example', '/a/'])
    assert.throws(() => saidAddress({ SITE }), /Write the whole address/)
})

test('the address of edition.yaml holds where SITE says none', () => {
  const yaml = 'title: Uhren\naddress: https://uhren.example/lesen/\n'
  const said = inEdition(yaml, () => saidAddress({}))
  assert.deepEqual(said, { site: 'https://uhren.example', base: '/lesen/' })
  const other = inEdition(yaml, () => saidAddress({ SITE: 'https://anders.example' }))
  assert.deepEqual(other, { site: 'https://anders.example', base: '/' })
})

test('without an address there is none for others, but one for this machine', () => {
  const said = (ask: () => unknown) => inEdition('title: Uhren\n', ask)
  assert.equal(
    said(() => saidAddress({})),
    null,
  )
  assert.throws(
    () => said(() => addressForOthers('npm run build', {})),
    /address: https:\/\/example\.org.* SITE=https:\/\/example\.org npm run build/,
  )
  const here = { site: 'http://localhost:5000', base: '/x/' }
  assert.deepEqual(addressHere(5000, { BASE: '/x' }), here)
})

test('an address that edition.yaml does not say rightly is left to the check', () => {
  for (const yaml of ['address: lesen\n', 'address: [a]\n', 'address: {\n'])
    assert.equal(inEdition(yaml, () => saidAddress({}))!.site, 'https://edition.invalid')
})
