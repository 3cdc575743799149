/** `npm run test:unit [-- options or files]`: runs tests/unit in one process. */
import { spawnSync } from 'node:child_process'

const args = process.argv.slice(2)
const options = args.filter((arg) => arg.startsWith('--'))
const files = args.filter((arg) => !arg.startsWith('--'))
if (files.length === 0) files.push('tests/unit/**/*.test.ts')
const { status } = spawnSync(
  process.execPath,
  ['--test', '--test-isolation=none', ...options, ...files],
  { stdio: 'inherit' },
)
process.exitCode = status ?? 1
