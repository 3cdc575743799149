import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Paths of the HTML pages in a folder, relative to it, with forward slashes, in order. */
export async function pagesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}
