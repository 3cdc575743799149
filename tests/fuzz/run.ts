/**
 * `node tests/fuzz/run.ts [RUNS] [FIRST]`: editions by lot, of each kind RUNS, from the seed FIRST on. Nothing but
 * editions and named problems with a place may come of them. With RUNS 1 it prints the files.
 */
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { fuzz, kinds, type Failure } from './fuzz.ts'

type Share = [kind: string, first: number, runs: number]

if (isMainThread) await runAll()
else parentPort!.postMessage(await fuzz(...(workerData as Share)))

async function runAll(): Promise<void> {
  const [runs = 10_000, first = 1] = process.argv.slice(2).map(Number)
  for (const kind of Object.keys(kinds)) {
    const started = performance.now()
    const failures = await inShares(kind, first, runs)
    const seconds = Math.round((performance.now() - started) / 1000)
    console.log(`${kind}: ${runs} by lot, ${failures.length} wrong (${seconds} s)`)
    for (const { seed, why, sources } of failures.slice(0, 20)) {
      console.error(`\nseed ${seed}: ${why}`)
      if (runs === 1) console.error(sources)
    }
    if (failures.length > 0) process.exitCode = 1
  }
}

async function inShares(kind: string, first: number, runs: number): Promise<Failure[]> {
  const share = Math.ceil(runs / Math.min(runs, availableParallelism()))
  const found: Promise<Failure[]>[] = []
  for (let begun = 0; begun < runs; begun += share) {
    const own: Share = [kind, first + begun, Math.min(share, runs - begun)]
    const worker = new Worker(new URL(import.meta.url), { workerData: own })
    found.push(once(worker, 'message').then(([failures]) => failures as Failure[]))
  }
  return (await Promise.all(found)).flat()
}
