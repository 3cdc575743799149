/** `npm run test:sites [-- files]`: runs tests/sites in Node on the built sites, two files at a time. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import buildSites from './e2e/build-sites.ts'

const takeDown = await buildSites()
try {
  const files = process.argv.slice(2)
  const tests = files.length > 0 ? files : ['tests/sites/*.test.ts']
  const [code] = await once(
    spawn(process.execPath, ['--test', '--test-concurrency=2', ...tests], { stdio: 'inherit' }),
    'exit',
  )
  process.exitCode = (code as number | null) ?? 1
} finally {
  await takeDown()
}
