import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { writeFiles } from '../../../src/starter/disk.ts'

const command = resolve(import.meta.dirname, '../../../src/edition/spelling.ts')
const skip = spawnSync('hunspell', ['-v']).error ? 'hunspell is not installed' : false

test('unknown words are reported once each, and all can be accepted', { skip }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'spelling-'))
  const say = (...args: string[]) =>
    spawnSync(process.execPath, [command, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, EDITION: folder },
    })
  try {
    const words = Array.from({ length: 11 }, (_, i) => `Qx${'abcdefghijk'[i]}zw`)
    writeFiles(folder, {
      'content/wordlist.txt': 'Zwrkel\r\n',
      'content/pages/uhr.md': `---\ntitle: Die Uhr\n---\n\nDie Zwrkel der Uhr, ${words.join(', ')}.\n\nUnd ${words[0]}.\n\nVgl. ebd., hg. von N. Nahe, Bd. 2, Anm. 3, passim.\n`,
    })
    const { status, stdout, stderr } = say()
    assert.equal(status, 1)
    assert.match(stdout, /, 11 unknown/)
    const [first, ...others] = stderr.trim().split('\n')
    assert.equal(
      first,
      'content/pages/uhr.md:5: “Qxazw” is not known (2 places). Correct it, or add it to content/wordlist.txt.',
    )
    assert.equal(others.length, 11)
    assert.match(others.at(-1)!, /npm run spelling -- --accept/)
    assert.match(say('--accept').stdout, /^11 word\(s\) added/)
    assert.equal(
      await readFile(join(folder, 'content/wordlist.txt'), 'utf8'),
      `${[...words, 'Zwrkel'].join('\n')}\n`,
    )
    assert.equal(say().status, 0)
    assert.match(say('--accept').stdout, /^0 word\(s\) added/)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
