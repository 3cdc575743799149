import { importFile } from '../../src/importer/import-file.ts'
import { ImportError } from '../../src/importer/problems.ts'
import { problems as known } from '../../src/problems/import-problems.ts'
import { smallEdition } from '../fixture-edition.ts'
import { judge } from './judge.ts'

/** Longer texts are read, but the edition is not made of them. */
const longest = 100_000

/** What is wrong with the import of a file: null where it gives named problems in words, or a text of the edition. */
export async function judgeImport(file: string, bytes: Uint8Array): Promise<string | null> {
  const options = {
    ...{ file, slug: 'file', rights: 'unknown', bibliography: [], format: null },
    ...{ pages: null, firstPage: null, notes: null, columns: null },
  }
  try {
    const { text, bibliography } = await importFile({ file, bytes, beside: () => null }, options)
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
  } catch (error) {
    if (!(error instanceof ImportError)) return `a trace: ${(error as Error).stack?.slice(0, 900)}`
    for (const { path, line, column, name, message } of error.found) {
      if (!Object.hasOwn(known, name)) return `no problem is called ${name}`
      if (!path.startsWith(file) || line < 1 || column < 1)
        return `no such place: ${path}:${line}:${column}: ${message}`
      if (/undefined(?! entity)|\[object|NaN|\n/.test(message))
        return `words of the machine: ${message}`
    }
    return error.found.length > 0 ? null : 'no problem is named'
  }
}
