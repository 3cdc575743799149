import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problem, type Problem } from '../../problems/content-problems.ts'
import type { Sources } from '../model/model.ts'

/** The files of content/ on the disk; folders named like files, and links to nowhere, are problems. */
export function readContentFiles(): { sources: Sources; problems: Problem[] } {
  const sources: Record<string, string> = {}
  const problems: Problem[] = []
  const found = globSync('content/**/*.{md,MD,markdown,txt,yaml,yml,json,bib,ris}', {
    withFileTypes: true,
  })
  for (const entry of found) {
    const path = join(entry.parentPath, entry.name).replaceAll('\\', '/')
    const start = { path, line: 1, column: 1 }
    try {
      sources[path] = readFileSync(path, 'utf8')
    } catch {
      problems.push(problem(start, 'unread-file', path))
    }
  }
  return { sources, problems }
}
