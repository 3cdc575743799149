import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { test } from 'node:test'

const cli = resolve(import.meta.dirname, '../../../src/publish/cli.ts')

const said = (...args: string[]) =>
  new Promise<{ code: unknown; output: string }>((answer) =>
    execFile(process.execPath, [cli, ...args], (error, stdout, stderr) =>
      answer({ code: error?.code ?? 0, output: stdout + stderr }),
    ),
  )

for (const port of ['abc', '65536', '1e3', '-1', ''])
  test(`“${port}” as a port is refused in a sentence`, async () => {
    const { code, output } = await said('start', `--port=${port}`)
    assert.equal(code, 1)
    assert.match(output, /is no port\. Say a number/)
    assert.doesNotMatch(output, /\n\s+at /)
  })

test('what is no command and no option is refused, not passed over', async () => {
  const { code, output } = await said('start', '4000')
  assert.equal(code, 1)
  assert.match(output, /“4000” is nothing to start\. A port is said as --port 4321\./)
})
