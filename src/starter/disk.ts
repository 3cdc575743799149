import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refused } from '../workspace/index.ts'
import type { Files } from './edition-files.ts'

export function writeFiles(folder: string, files: Files): void {
  try {
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
  } catch (error) {
    throw new Refused(`${folder} cannot be written: ${(error as Error).message}.`)
  }
}
