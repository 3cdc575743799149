import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Sorted paths of the files in a folder, relative to it, with forward slashes. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

export const isPage = (name: string): boolean => name.endsWith('.html')

/** Sorted paths of the HTML pages in a folder. */
export const pagesIn = async (folder: string): Promise<string[]> =>
  (await filesIn(folder)).filter(isPage)
