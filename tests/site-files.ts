import { readdir } from 'node:fs/promises'

/** Sorted paths of the files and folders in a folder, relative to it, with forward slashes. */
export async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.map((name) => name.replaceAll('\\', '/')).sort()
}

/** Sorted paths of the HTML pages in a folder. */
export const pagesIn = async (folder: string): Promise<string[]> =>
  (await filesIn(folder)).filter((name) => name.endsWith('.html'))
