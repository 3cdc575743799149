/** `npm run test:browsers`: runs this folder's tests under node, on the built sites, one browser at a time. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import buildSites from '../e2e/build-sites.ts'

const takeDown = await buildSites()
try {
  // Threads of a build that a test has called do not end by themselves.
  const args = ['--test', '--test-force-exit', '--test-concurrency=1', ...process.argv.slice(2)]
  const tests = 'tests/browsers/*.test.ts'
  const [code] = await once(spawn(process.execPath, [...args, tests], { stdio: 'inherit' }), 'exit')
  process.exitCode = (code as number | null) ?? 1
} finally {
  await takeDown()
}
