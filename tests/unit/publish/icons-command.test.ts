import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { writeFiles } from '../../../src/starter/disk.ts'

const command = resolve(import.meta.dirname, '../../../src/publish/icons/command.ts')

test('for an edition with problems no icons are written, and the problems are named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'icons-'))
  try {
    writeFiles(folder, {
      'content/edition.yaml': 'title: T\ndescription: D\neditors: E\nlicence: L\ninks: blue\n',
    })
    const { status, stdout, stderr } = spawnSync(process.execPath, [command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, EDITION: folder },
    })
    assert.equal(status, 1)
    assert.equal(stdout, '')
    assert.match(stderr, /^content\/edition\.yaml:5:7: .*“inks”.*\[invalid-data\]\s*$/)
    assert.ok(!existsSync(join(folder, 'public')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
