import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from './safe-overwrite.ts'

export function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** Executes a plan in a folder; files are replaced atomically. Returns the backups made. */
export function carryOut(folder: string, { writes, edited }: Plan): string[] {
  mkdirSync(folder, { recursive: true })
  const backups = edited.map((name) => {
    const backup = freeName(folder, `${name}.bak`)
    renameSync(join(folder, name), join(folder, backup))
    return backup
  })
  for (const { name, content } of writes) {
    const path = join(folder, name)
    if (content === null) {
      rmSync(path, { force: true })
      continue
    }
    const draft = `${path}.${process.pid}.tmp`
    writeFileSync(draft, content)
    renameSync(draft, path)
  }
  return backups
}

function freeName(folder: string, name: string): string {
  let free = name
  for (let number = 2; existsSync(join(folder, free)); number += 1) free = `${name}.${number}`
  return free
}
