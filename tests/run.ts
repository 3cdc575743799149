/**
 * `node tests/run.ts SCRIPT…`: runs scripts of package.json until one fails, and says how long each took. First those
 * that need no built site, two at a time, so that the longest is best named first; then the others one after another,
 * on sites that are built once for them all.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import buildSites from './e2e/build-sites.ts'

const times: { part: string; seconds: number }[] = []
async function timed<T>(part: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  try {
    return await work()
  } finally {
    times.push({ part, seconds: Math.round((performance.now() - started) / 1000) })
  }
}

const run = (script: string, stdio: 'inherit' | 'pipe') =>
  spawn(`npm run --silent ${script}`, { stdio: ['inherit', stdio, stdio], shell: true })

/** Shows what a script says once it has ended, so that it is not mixed with what another says. */
async function runQuietly(script: string): Promise<boolean> {
  const npm = run(script, 'pipe')
  const output: Buffer[] = []
  for (const stream of [npm.stdout!, npm.stderr!])
    stream.on('data', (chunk: Buffer) => output.push(chunk))
  const [code] = await once(npm, 'close')
  console.log(`\n── ${script}`)
  process.stdout.write(Buffer.concat(output))
  return code === 0
}

async function runOpenly(script: string): Promise<boolean> {
  console.log(`\n── ${script}`)
  const [code] = await once(run(script, 'inherit'), 'exit')
  return code === 0
}

const failed: string[] = []
/** Takes scripts from those that wait until none is left or one has failed. */
async function work(waiting: string[], perform: (script: string) => Promise<boolean>) {
  for (let script = waiting.shift(); script && failed.length === 0; script = waiting.shift()) {
    const name = script
    if (!(await timed(name, () => perform(name)))) failed.push(name)
  }
}

/** Unit tests take longest of what runs side by side, so each lane takes a half of them. */
const scripts = process.argv
  .slice(2)
  .flatMap((script) =>
    script === 'test:unit' ? [1, 2].map((half) => `test:unit -- --test-shard=${half}/2`) : script,
  )
const onSites = (script: string) => /^test:(sites|browser|layout|search)/.test(script)

const alone = scripts.filter((script) => !onSites(script))
await timed('all without sites', () =>
  Promise.all([work(alone, runQuietly), work(alone, runQuietly)]),
)

const visiting = scripts.filter(onSites)
let takeDown: (() => Promise<void>) | undefined
try {
  if (visiting.length > 0 && failed.length === 0) {
    takeDown = await timed('building the sites', buildSites)
    await work(visiting, runOpenly)
  }
} finally {
  await takeDown?.()
  console.table(times)
  for (const script of failed) console.error(`${script} failed.`)
  if (failed.length > 0) process.exitCode = 1
}
