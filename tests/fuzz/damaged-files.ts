/**
 * `node tests/fuzz/damaged-files.ts [RUNS] [FIRST] [FORMAT …]`: damaged files of each format, RUNS each, from the seed
 * FIRST on. The importer may answer with named problems or with a text that the edition reads, in at most a minute and
 * with at most a gigabyte. Each format is read in a process of its own, which is begun anew if it ends or hangs.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ending } from '../import/made-texts.ts'
import { lotteryFrom } from '../unit/importer/random.ts'
import { damagedFile, endings } from './damage.ts'
import { judgeImport } from './judge-import.ts'

const longest = 60_000
const mostMemory = 1_000_000

interface Answer {
  seed: number
  why: string | null
  /** Kilobytes of resident memory, at most. */
  memory: number
  seconds: number
}

/** The file is made outside the process that reads it, whose memory is measured. */
type Question = [ending: Ending, seed: number, bytes: Uint8Array]

if (process.send) process.on('message', (question: Question) => answer(...question))
else await runAll()

async function answer(...[ending, seed, bytes]: Question): Promise<void> {
  const started = performance.now()
  const why = await judgeImport(`file.${ending}`, bytes)
  const seconds = (performance.now() - started) / 1000
  process.send!({ seed, why, memory: process.resourceUsage().maxRSS, seconds } satisfies Answer)
}

async function runAll(): Promise<void> {
  const [runs = '100', first = '1', ...only] = process.argv.slice(2)
  const wanted = endings.filter((ending) => only.length === 0 || only.includes(ending)).values()
  const inTurn = async () => {
    for (const ending of wanted) await runFormat(ending, Number(first), Number(runs))
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, inTurn))
}

async function runFormat(ending: Ending, first: number, runs: number): Promise<void> {
  const started = performance.now()
  let child: ChildProcess | null = null
  let [wrong, memory, slowest] = [0, 0, 0]
  for (let seed = first; seed < first + runs; seed++) {
    child ??= fork(import.meta.filename, {
      execArgv: ['--max-old-space-size=900'],
      serialization: 'advanced',
    })
    const got = await ask(child, ending, seed)
    memory = Math.max(memory, got.memory)
    slowest = Math.max(slowest, got.seconds)
    const why = got.why ?? (got.memory > mostMemory ? `${Math.round(got.memory / 1000)} MB` : null)
    if (why === null) continue
    wrong += 1
    console.error(`\n${ending}, seed ${seed}: ${why}`)
    if (runs === 1) writeFile(ending, seed)
    child.kill('SIGKILL')
    child = null
  }
  child?.kill()
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(
    `${ending}: ${runs} damaged files, ${wrong} wrong (${seconds} s; slowest ${slowest.toFixed(1)} s, memory ${Math.round(memory / 1000)} MB)`,
  )
  if (wrong > 0) process.exitCode = 1
}

function ask(child: ChildProcess, ending: Ending, seed: number): Promise<Answer> {
  return new Promise((done) => {
    const stop = (why: string) => finish({ seed, why, memory: 0, seconds: 0 })
    const timer = setTimeout(() => stop('no answer within a minute'), longest)
    const ended = () => stop('the process ended, such as for want of memory')
    const finish = (answer: Answer) => {
      clearTimeout(timer)
      child.removeListener('message', finish)
      child.removeListener('exit', ended)
      done(answer)
    }
    child.once('message', finish)
    child.once('exit', ended)
    child.send([ending, seed, damagedFile(ending, lotteryFrom(seed))] satisfies Question)
  })
}

function writeFile(ending: Ending, seed: number): void {
  const file = join(tmpdir(), `damaged-${seed}.${ending}`)
  writeFileSync(file, damagedFile(ending, lotteryFrom(seed)))
  console.error(`Wrote ${file}`)
}
