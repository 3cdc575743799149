import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

const here = spawnSync('hunspell', ['-D'], { encoding: 'utf8', input: '' })
const ready = !here.error && /de_DE/.test(here.stderr + here.stdout)

test(
  'content is spelled as German is',
  { skip: ready ? false : 'hunspell with de_DE is not here' },
  () => {
    const { status, stderr } = spawnSync(process.execPath, ['tests/spelling.ts'], {
      encoding: 'utf8',
    })
    assert.equal(status, 0, stderr)
  },
)
