import type { FileOptions } from './import-file.ts'
import { readArguments } from './arguments.ts'
import { knownWorks } from './bibliography.ts'
import { diffLines } from './write/diff.ts'
import { carryOut, presentIn } from './write/disk.ts'
import { planFiles, type Action, type Blocked, type Plan } from './write/plan-files.ts'
import type { Result } from './import-text.ts'
import { importWithinLimits } from './limits/import-process.ts'
import { ImportError, problemAt } from './problems.ts'
import type { FileName } from './source-file.ts'
import type { Counts } from './report/report.ts'

/** Folders: of the project, and the one that the path of the file is relative to. */
export interface Surroundings {
  project: string
  from: string
}

/** Output of the command, and whether it succeeded. */
export interface Outcome {
  done: boolean
  lines: string[]
}

const folder = 'content/private'

/** Imports a file into content/private/. Writes nothing unless the outcome is `done`. */
export async function importCommand(
  argv: readonly string[],
  { project, from }: Surroundings,
): Promise<Outcome> {
  try {
    const { force, dryRun, noLimits, ...options } = readArguments(argv)
    const importAt = noLimits ? importHere : importWithinLimits
    const result = await importAt(
      { file: options.file, from },
      {
        ...options,
        ...knownWorks(project, options.slug),
      },
    )
    if (dryRun) return { done: true, lines: [result.report] }

    const files = filesOf(options.slug, result)
    const present = presentIn(project)
    const plan = planFiles(files, (path) => readable(path, present))
    if (plan.blocked.length > 0 && !force)
      return { done: false, lines: plan.blocked.flatMap(conflictLines) }
    const backups = write(project, plan, files)
    const lines = [
      ...backups.map((backup) => `Kept ${backup}`),
      ...plan.blocked.map(({ path }) => `Wrote ${path}`),
      ...plan.files.map(({ path, action }) => `${done[action]} ${path}`),
    ]
    const report = `${folder}/${options.slug}.report.md`
    return { done: true, lines: [...lines, ...summary(result.counts, report)] }
  } catch (error) {
    if (error instanceof ImportError) return { done: false, lines: [error.message] }
    throw error
  }
}

/** Loads the readers into this process. */
async function importHere(name: FileName, options: FileOptions): Promise<Result> {
  const [{ importFile }, { sourceAt }] = await Promise.all([
    import('./import-file.ts'),
    import('./source-file.ts'),
  ])
  return importFile(sourceAt(name), options)
}

/** All files of an import; null: the import has no such file. */
function filesOf(slug: string, { text, bibliography, report, pictures }: Result) {
  return [
    { path: `${folder}/${slug}.bibliography.json`, content: bibliography },
    { path: `${folder}/${slug}.md`, content: text },
    ...pictures.map(({ name, bytes }) => ({ path: `public/${name}`, content: bytes })),
    { path: `${folder}/${slug}.report.md`, content: `${report}\n` },
  ]
}

const done: Record<Action, string> = {
  write: 'Wrote',
  merge: 'Merged your changes in',
  keep: 'Unchanged',
  remove: 'Removed',
}

function readable<Value>(path: string, read: (path: string) => Value): Value {
  try {
    return read(path)
  } catch (error) {
    const place = { file: path, line: 1, column: 1 }
    throw new ImportError([problemAt(place, 'not-readable', (error as Error).message)])
  }
}

function write(project: string, plan: Plan, files: ReturnType<typeof filesOf>): string[] {
  try {
    return carryOut(
      project,
      plan,
      files.flatMap(({ path, content }) => (content === null ? [] : [{ path, content }])),
    )
  } catch (error) {
    const place = { file: folder, line: 1, column: 1 }
    throw new ImportError([problemAt(place, 'not-writable', (error as Error).message)])
  }
}

/** Messages on a file whose changes by an editor cannot be kept, with both versions. */
function conflictLines({ path, own, fresh, conflicts }: Blocked): string[] {
  const message = (line: number, name: 'changed-by-editor' | 'edits-meet') =>
    new ImportError([problemAt({ file: path, line, column: 1 }, name)]).message
  if (conflicts.length > 0)
    return conflicts.flatMap((conflict) => [
      message(conflict.line, 'edits-meet'),
      diffLines(conflict.own, conflict.fresh),
    ])
  const head = [message(1, 'changed-by-editor')]
  if (own === '' && fresh === '') return head
  return [
    ...head,
    `--- ${path} (as it is)`,
    `+++ ${path} (as it would be imported)`,
    diffLines(own, fresh),
  ]
}

function summary(counts: Counts, report: string): string[] {
  const { paragraphs, quotes, headings, notes, works, references, questions } = counts
  const some = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`
  return [
    `${some(paragraphs, 'paragraph')}, ${some(quotes, 'block quote')}, ${some(headings, 'heading')}; ` +
      `${some(notes, 'note')}, ${some(references, 'reference')} to ${some(works, 'work')}`,
    ...(questions > 0 ? [`${some(questions, 'question')} for you in ${report}`] : []),
  ]
}
