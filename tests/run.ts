/**
 * `node tests/run.ts SCRIPT…`: runs scripts of package.json one after another until one fails, and prints how long each
 * took. Sites are built and served once for all.
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

/** Scripts that need the built sites. */
const onSites = /^test:(sites|browser|layout|search)/

async function npmRun(script: string): Promise<boolean> {
  console.log(`\n── ${script}`)
  const npm = spawn(`npm run --silent ${script}`, { stdio: 'inherit', shell: true })
  const [code] = await once(npm, 'exit')
  return code === 0
}

let takeDown: (() => Promise<void>) | undefined
const scripts = process.argv.slice(2)
try {
  for (const script of scripts) {
    if (onSites.test(script)) takeDown ??= await timed('building the sites', buildSites)
    if (await timed(script, () => npmRun(script))) continue
    console.error(`\n${script} failed.`)
    process.exitCode = 1
    break
  }
} finally {
  await takeDown?.()
  console.table(times)
}
