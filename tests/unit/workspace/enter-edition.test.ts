import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { enterEdition, Refused } from '../../../src/workspace/index.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'edition-')))
const home = process.cwd()
const path = join(folder, 'Über Uhren (1)')
mkdirSync(join(path, 'content'), { recursive: true })
mkdirSync(join(folder, 'engine/sub'), { recursive: true })
writeFileSync(join(folder, 'file'), '')
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** What is entered from a folder; other tests of this process find theirs again. */
function enter(from: string, env: NodeJS.ProcessEnv) {
  process.chdir(from)
  try {
    return { ...enterEdition(env), now: process.cwd() }
  } finally {
    process.chdir(home)
  }
}
const engine = join(folder, 'engine')

test('EDITION is a path from the folder in which the command was called', () => {
  const entered = enter(engine, { EDITION: '../Über Uhren (1)' })
  assert.deepEqual(entered, { folder: path, from: engine, now: path })
  // npm runs scripts in the folder of package.json.
  const called = join(engine, 'sub')
  const npm = { npm_package_json: join(engine, 'package.json'), INIT_CWD: called }
  const { folder, from } = enter(engine, { ...npm, EDITION: '../../Über Uhren (1)' })
  assert.deepEqual({ folder, from }, { folder: path, from: called })
})

test('without EDITION a command works where it runs', () => {
  assert.deepEqual(enter(path, { EDITION: '' }), { folder: path, from: path, now: path })
})

test('a folder that is none, or no edition, is refused with what to do', () => {
  for (const [EDITION, says] of Object.entries({
    '../nichts': /there is no folder .*nichts\. Name a folder/,
    '../file': /is a file\. Name a folder/,
    '../engine': /has no content\/\. Name a folder/,
  }))
    assert.throws(
      () => enter(engine, { EDITION }),
      (error) => error instanceof Refused && says.test(error.message),
    )
})
