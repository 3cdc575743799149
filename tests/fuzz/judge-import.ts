import type { Result } from '../../src/importer/import-text.ts'
import { ImportError } from '../../src/importer/problems.ts'
import { problems as known } from '../../src/problems/import-problems.ts'
import { smallEdition } from '../fixture-edition.ts'
import { judge } from './judge.ts'

/** Longer texts are read, but the edition is not made of them. */
const longest = 100_000

/** Used as the name of the file in options of an import. */
export const optionsOf = (file: string) => ({
  ...{ file, slug: 'file', rights: 'unknown', bibliography: [], format: null },
  ...{ pages: null, firstPage: null, notes: null, columns: null },
})

/** What is wrong with an import: null where it gives a text of the edition. */
export function judgeResult({ text, bibliography }: Result): string | null {
  if (text.length > longest) return null
  const why = judge(
    {
      ...smallEdition(),
      'content/private/file.md': text,
      ...(bibliography && { 'content/private/file.bibliography.json': bibliography }),
    },
    'local',
  )
  return why && `in the imported text: ${why}`
}

/** What is wrong with how an import failed: null where it gives named problems in words. */
export function judgeError(file: string, error: unknown): string | null {
  if (!(error instanceof ImportError)) return `a trace: ${(error as Error).message.slice(0, 900)}`
  for (const { path, line, column, name, message } of error.found) {
    if (!Object.hasOwn(known, name)) return `no problem is called ${name}`
    if (!path.startsWith(file) || line < 1 || column < 1)
      return `no such place: ${path}:${line}:${column}: ${message}`
    if (/undefined(?! entity)|\[object|NaN|\n/.test(message))
      return `words of the machine: ${message}`
  }
  return error.found.length > 0 ? null : 'no problem is named'
}
