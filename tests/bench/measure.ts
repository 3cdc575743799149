import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { quiet } from '../edition-copy.ts'

export interface Cost {
  /** Wall time of the whole process, milliseconds. */
  time: number
  /** CPU time on all cores, that of ended children too where the system says it, milliseconds. */
  processor: number
  /** Peak of resident memory, megabytes. */
  memory: number
}

/** Runs a Node script in a folder and measures the process from outside. @throws if it fails */
export async function measure(
  folder: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Cost> {
  const notes = await mkdtemp(join(tmpdir(), 'measure-'))
  const note = join(notes, 'peak')
  const preload = `process.on('exit', () => (${writeUsage})(${JSON.stringify(note)}))`
  try {
    const started = performance.now()
    await run(
      folder,
      ['--import', `data:text/javascript,${encodeURIComponent(preload)}`, ...args],
      env,
    )
    const time = performance.now() - started
    const used = JSON.parse(await readFile(note, 'utf8')) as NodeJS.ResourceUsage & Children
    const own = (used.userCPUTime + used.systemCPUTime) / 1000
    return { time, processor: own + used.ofChildren, memory: used.maxRSS / 1024 }
  } finally {
    await rm(notes, { recursive: true })
  }
}

interface Children {
  /** CPU time of processes that have ended, as that of Pagefind: milliseconds; Linux alone says it. */
  ofChildren: number
}

/** Runs in the measured process, without anything from here. */
function writeUsage(path: string) {
  const { existsSync, readFileSync, writeFileSync } = process.getBuiltinModule('fs')
  const stat = '/proc/self/stat'
  const [user = 0, system = 0] = existsSync(stat)
    ? readFileSync(stat, 'utf8').replace(/.*\) /, '').split(' ').slice(13, 15).map(Number)
    : []
  const used = { ...process.resourceUsage(), ofChildren: 10 * (user + system) }
  writeFileSync(path, JSON.stringify(used))
}

function run(folder: string, args: string[], env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, ...quiet, ...env },
  })
  let said = ''
  const listen = (chunk: Buffer) => (said += chunk.toString())
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  return new Promise((done, refuse) =>
    child.on('close', (code) => (code === 0 ? done() : refuse(new Error(said)))),
  )
}
