import { readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readArguments } from './arguments.ts'
import { readBibliography } from './bibliography.ts'
import { diffLines } from './write/diff.ts'
import { carryOut, readIfThere } from './write/disk.ts'
import { importFile } from './import-file.ts'
import { planOverwrite, sealed, type Files, type Plan } from './write/safe-overwrite.ts'
import { ImportError, problemAt } from './problems.ts'
import type { Source } from './readers/reader.ts'
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
    const { force, dryRun, ...options } = readArguments(argv)
    const source = sourceAt(options.file, from)
    const known = readFrom(project, 'content/bibliography.json') ?? '[]'
    const bibliography = readBibliography(known)
    const {
      text,
      bibliography: works,
      report,
      counts,
    } = await importFile(source, { ...options, bibliography })
    if (dryRun) return { done: true, lines: [report] }

    const name = (ending: string) => `${options.slug}.${ending}`
    const texts: Files = { [name('bibliography.json')]: works, [name('md')]: text }
    const wanted: Files = { ...texts, [name('report.md')]: sealed(report, texts) }
    const existing: Files = Object.fromEntries(
      Object.keys(wanted).map((file) => [file, readFrom(project, `${folder}/${file}`)]),
    )
    const plan = planOverwrite(name('report.md'), existing, wanted)
    if (plan.edited.length > 0 && !force) {
      const lines = plan.edited.flatMap((file) =>
        changes(file, existing[file]!, wanted[file] ?? ''),
      )
      return { done: false, lines }
    }
    const backups = write(join(project, folder), plan)
    const written = new Set(plan.writes.map((write) => write.name))
    return {
      done: true,
      lines: [
        ...backups.map((backup) => `Kept ${folder}/${backup}`),
        ...Object.entries(wanted).flatMap(([file, content]) =>
          content === null
            ? []
            : [`${written.has(file) ? 'Wrote' : 'Unchanged'} ${folder}/${file}`],
        ),
        ...summary(counts, `${folder}/${name('report.md')}`),
      ],
    }
  } catch (error) {
    if (error instanceof ImportError) return { done: false, lines: [error.message] }
    throw error
  }
}

function sourceAt(file: string, from: string): Source {
  const path = resolve(from, file)
  const bytes = (path: string): Uint8Array | null => {
    try {
      return readFileSync(path)
    } catch {
      return null
    }
  }
  const own = bytes(path)
  if (own === null) throw new ImportError([problemAt({ file, line: 1, column: 1 }, 'no-such-file')])
  return { file, bytes: own, beside: (name) => bytes(join(dirname(path), basename(name))) }
}

function readFrom(project: string, file: string): string | null {
  try {
    return readIfThere(join(project, file))
  } catch (error) {
    const place = { file, line: 1, column: 1 }
    throw new ImportError([problemAt(place, 'not-readable', (error as Error).message)])
  }
}

function write(path: string, plan: Plan): string[] {
  try {
    return carryOut(path, plan)
  } catch (error) {
    const place = { file: folder, line: 1, column: 1 }
    throw new ImportError([problemAt(place, 'not-writable', (error as Error).message)])
  }
}

function changes(file: string, present: string, wanted: string): string[] {
  const place = { file: `${folder}/${file}`, line: 1, column: 1 }
  return [
    new ImportError([problemAt(place, 'changed-by-editor')]).message,
    `--- ${place.file} (as it is)`,
    `+++ ${place.file} (as it would be imported)`,
    diffLines(present, wanted),
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
