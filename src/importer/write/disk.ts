import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { bytesOf, type Plan, type Wanted } from './plan-files.ts'

/** What the last import wrote, for comparison with what an editor has made of it; relative to the project. */
const basePath = (path: string): string => `content/private/.import/${basename(path)}.base`

function readIfThere(path: string): Uint8Array | null {
  return existsSync(path) ? readFileSync(path) : null
}

export const presentIn = (project: string) => (path: string) => ({
  content: readIfThere(join(project, path)),
  base: readIfThere(join(project, basePath(path))),
})

/**
 * Executes a plan in a project; blocked files are replaced and kept as backups, whose paths are returned. All files are
 * written beside their places first, then put there, so that an error leaves no half of an import.
 */
export function carryOut(project: string, plan: Plan, wanted: readonly Wanted[]): string[] {
  const drafts: { draft: string; path: string }[] = []
  const draft = (path: string, content: string | Uint8Array) => {
    const whole = join(project, path)
    mkdirSync(dirname(whole), { recursive: true })
    const file = `${whole}.${process.pid}.tmp`
    drafts.push({ draft: file, path: whole })
    writeFileSync(file, content)
  }
  const contents = new Map(wanted.map(({ path, content }) => [path, content]))
  try {
    for (const { path, content } of plan.files) if (content !== null) draft(path, content)
    for (const { path } of plan.blocked) draft(path, contents.get(path)!)
    for (const { path, content } of wanted) draft(basePath(path), bytesOf(content))
  } catch (error) {
    for (const { draft } of drafts) rmSync(draft, { force: true })
    throw error
  }
  const backups = plan.blocked.map(({ path }) => {
    const backup = freeName(project, `${path}.bak`)
    renameSync(join(project, path), join(project, backup))
    return backup
  })
  for (const { draft, path } of drafts) renameSync(draft, path)
  for (const { path, action } of plan.files)
    if (action === 'remove') {
      rmSync(join(project, path))
      rmSync(join(project, basePath(path)), { force: true })
    }
  return backups
}

function freeName(project: string, path: string): string {
  let free = path
  for (let number = 2; existsSync(join(project, free)); number += 1) free = `${path}.${number}`
  return free
}
