/**
 * `node tests/bench/import.ts [FORMAT …]`: imports made-up texts in all formats, with the heap that the command has, of 25,000 words with
 * 150 notes and of ten times as much. Where growth is linear, the ratio is at most ten.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { heapOf, usualLimits } from '../../src/importer/limits/import-process.ts'
import { makeText, writers, type Ending } from '../import/made-texts.ts'
import { measure, type Cost } from './measure.ts'

const sizes = [
  { words: 25_000, notes: 150 },
  { words: 250_000, notes: 1_500 },
] as const
const command = resolve(import.meta.dirname, '../../src/importer/cli.ts')

const only = process.argv.slice(2)
const endings = (Object.keys(writers) as Ending[]).filter(
  (ending) => only.length === 0 || only.includes(ending),
)
const folder = mkdtempSync(join(tmpdir(), 'import-'))
const texts = sizes.map(({ words, notes }) => makeText(words, notes))
const rows: Record<string, unknown>[] = []
try {
  for (const ending of endings) {
    const costs: Cost[] = []
    for (const [i, text] of texts.entries()) {
      const file = join(folder, `text-${i}.${ending}`)
      writeFileSync(file, writers[ending](text))
      const own = [file, '--slug', `text-${i}`, '--dry-run', '--no-limits']
      costs.push(await measure(folder, [...heapOf(usualLimits), command, ...own]))
    }
    const [short, long] = costs as [Cost, Cost]
    rows.push({
      format: ending,
      'time s': seconds(long.time),
      'processor s': seconds(long.processor),
      'memory MB': Math.round(long.memory),
      'times the tenth': Math.round((10 * long.processor) / short.processor) / 10,
    })
    console.log(JSON.stringify({ bench: 'import', ...rows.at(-1) }))
  }
} finally {
  rmSync(folder, { recursive: true })
}
console.log('\nimport of 250,000 words with 1,500 notes')
console.table(rows)

function seconds(milliseconds: number): number {
  return Math.round(milliseconds / 10) / 100
}
