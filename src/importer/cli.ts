/** `npm run import -- FILE`: a scan becomes content/private/SLUG.md, its report and its bibliography. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readArguments } from './arguments.ts'
import { diffLines } from './diff.ts'
import { carryOut, readIfThere } from './disk.ts'
import { importScan } from './import-scan.ts'
import type { Work } from './model.ts'
import { planFor, sealed, type Files } from './plan.ts'
import { ImportError, problemAt } from './problems.ts'

const folder = join('content', 'private')
const bibliographyPath = join('content', 'bibliography.json')

try {
  run()
} catch (error) {
  if (!(error instanceof ImportError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function run(): void {
  const { force, ...options } = readArguments(process.argv.slice(2))
  const bytes = readScan(options.file)
  const bibliography = JSON.parse(readIfThere(bibliographyPath) ?? '[]') as Work[]
  const result = importScan(bytes, { ...options, bibliography })

  const name = (ending: string) => `${options.slug}.${ending}`
  const texts = { [name('bibliography.json')]: result.bibliography, [name('md')]: result.text }
  const wanted: Files = { ...texts, [name('report.md')]: sealed(result.report, texts) }
  const existing: Files = Object.fromEntries(
    Object.keys(wanted).map((file) => [file, readIfThere(join(folder, file))]),
  )
  const plan = planFor(name('report.md'), existing, wanted)
  if (plan.edited.length > 0 && !force) {
    for (const file of plan.edited) showChanges(file, existing[file]!, wanted[file] ?? '')
    process.exitCode = 1
    return
  }
  const backups = carryOut(folder, plan)
  for (const backup of backups) console.log(`Kept ${join(folder, backup)}`)
  for (const [file, content] of Object.entries(wanted)) {
    if (content === null) continue
    const written = plan.writes.some((write) => write.name === file)
    console.log(`${written ? 'Wrote' : 'Unchanged'} ${join(folder, file)}`)
  }
  const { paragraphs, quotes, headings, notes, works, references, questions } = result.counts
  console.log(
    `${paragraphs} paragraphs, ${quotes} block quotes, ${headings} headings; ` +
      `${notes} notes, ${references} references to ${works} works`,
  )
  if (questions > 0)
    console.log(`${questions} question(s) for you in ${join(folder, name('report.md'))}`)
}

/** `npm run` starts in the project, but the editor named the file from where they were. */
function readScan(file: string): Uint8Array {
  const from = process.env['npm_lifecycle_event'] === 'import' ? process.env['INIT_CWD'] : undefined
  try {
    return readFileSync(resolve(from ?? '.', file))
  } catch {
    throw new ImportError([problemAt({ file, line: 1, column: 1 }, 'no-such-file')])
  }
}

function showChanges(file: string, present: string, wanted: string): void {
  const place = { file: join(folder, file), line: 1, column: 1 }
  console.error(new ImportError([problemAt(place, 'changed-by-editor')]).message)
  console.error(`--- ${place.file} (as it is)\n+++ ${place.file} (as it would be imported)`)
  console.error(diffLines(present, wanted))
}
