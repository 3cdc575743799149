import { globSync, readFileSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { editionFolder } from '../../workspace/index.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import type { Sources } from '../model/model.ts'

/** The files of content/ on the disk; folders named like files, and links to nowhere, are problems. */
export function readContentFiles(): { sources: Sources; problems: Problem[] } {
  const sources: Record<string, string> = {}
  const problems: Problem[] = []
  const folder = editionFolder()
  const found = globSync('content/**/*.{md,MD,markdown,txt,yaml,yml,json,bib,ris}', {
    cwd: folder,
    withFileTypes: true,
  })
  for (const entry of found) {
    const file = resolve(folder, entry.parentPath, entry.name)
    const path = relative(folder, file).replaceAll(sep, '/')
    const start = { path, line: 1, column: 1 }
    try {
      sources[path] = readFileSync(file, 'utf8')
    } catch {
      problems.push(problem(start, 'unread-file', path))
    }
  }
  return { sources, problems }
}
