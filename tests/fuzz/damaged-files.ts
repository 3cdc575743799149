/**
 * `node tests/fuzz/damaged-files.ts [RUNS] [FIRST] [FORMAT …]`: damaged files of each format, RUNS each, from the seed
 * FIRST on, read as the command reads them. The importer may answer with named problems or with a text that the edition
 * reads, in at most a minute and with at most a gigabyte. With RUNS 1 the file is kept.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ImportProcess } from '../../src/importer/limits/import-process.ts'
import { ImportError } from '../../src/importer/problems.ts'
import type { Ending } from '../import/made-texts.ts'
import { lotteryFrom } from '../unit/importer/random.ts'
import { damagedFile, endings } from './damage.ts'
import { judgeError, judgeResult, optionsOf } from './judge-import.ts'

const longest = 60
const mostMegabytes = 1000

const [runs = '100', first = '1', ...only] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'damaged-'))
const wanted = endings.filter((ending) => only.length === 0 || only.includes(ending)).values()
const inTurn = async () => {
  for (const ending of wanted) await runFormat(ending, Number(first), Number(runs))
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, inTurn))
if (runs === '1') console.log(`The files are in ${folder}`)
else rmSync(folder, { recursive: true })

async function runFormat(ending: Ending, first: number, runs: number): Promise<void> {
  const started = performance.now()
  const reading = new ImportProcess()
  let [wrong, mostMemory, slowest] = [0, 0, 0]
  const stopped: string[] = []
  for (let seed = first; seed < first + runs; seed++) {
    const file = `${seed}.${ending}`
    writeFileSync(join(folder, file), damagedFile(ending, lotteryFrom(seed)))
    const { why, limit, seconds, memory } = await read(reading, file)
    if (runs > 1) rmSync(join(folder, file))
    mostMemory = Math.max(mostMemory, memory)
    slowest = Math.max(slowest, seconds)
    if (limit) stopped.push(`${limit} ${seed}`)
    const fault =
      why ??
      (seconds > longest ? `${Math.round(seconds)} s` : null) ??
      (memory > mostMegabytes ? `${memory} MB` : null)
    if (fault === null) continue
    wrong += 1
    console.error(`\n${ending}, seed ${seed}: ${fault}`)
    reading.end()
  }
  reading.end()
  const total = Math.round((performance.now() - started) / 1000)
  console.log(
    `${ending}: ${runs} damaged files, ${wrong} wrong (${total} s; slowest ${slowest.toFixed(1)} s, memory ${mostMemory} MB; stopped by a limit: ${stopped.join(', ') || 'none'})`,
  )
  if (wrong > 0) process.exitCode = 1
}

async function read(reading: ImportProcess, file: string) {
  let memory = 0
  const watch = setInterval(() => {
    memory = Math.max(memory, memoryOf(reading.pid))
  }, 50)
  const started = performance.now()
  const answered = await reading.import({ file, from: folder }, optionsOf(file)).then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  )
  const seconds = (performance.now() - started) / 1000
  clearInterval(watch)
  memory = Math.max(memory, memoryOf(reading.pid))
  const why = 'result' in answered ? judgeResult(answered.result) : judgeError(file, answered.error)
  return { why, limit: 'error' in answered ? limitOf(answered.error) : null, seconds, memory }
}

/** The limit that stopped an import. */
function limitOf(error: unknown): string | null {
  if (!(error instanceof ImportError)) return null
  return error.found.find(({ name }) => name === 'too-long' || name === 'too-much')?.name ?? null
}

/** Megabytes that a process has held at most; 0 where the system does not tell. */
function memoryOf(pid: number | null): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Math.round(Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1000)
  } catch {
    return 0
  }
}
