import { createHash } from 'node:crypto'
import { cp, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { editionFolder, engineFolder } from '../workspace/index.ts'

/** Where the site for each audience is built, in the folder of the edition. */
export const folders = { public: 'dist', course: 'dist-course', local: 'dist-local' } as const

export const isAudience = (name: string): name is keyof typeof folders =>
  Object.hasOwn(folders, name)

export const siteFolder = (audience: keyof typeof folders): string =>
  resolve(editionFolder(), folders[audience])

/**
 * Where a site grows until it is whole: below the packages, which Astro’s own modules look for from there. Other editions
 * that are built at the same time have other folders.
 */
export function growingFolder(audience: keyof typeof folders, edition = editionFolder()): string {
  const name = createHash('sha256')
    .update(resolve(edition, folders[audience]))
    .digest('hex')
    .slice(0, 16)
  return join(engineFolder, 'node_modules/.cache/edition-builds', name)
}

/** Puts the whole site in the place of an older one. */
export async function deliver(audience: keyof typeof folders): Promise<void> {
  const [from, to] = [growingFolder(audience), siteFolder(audience)]
  await rm(to, { recursive: true, force: true })
  try {
    await rename(from, to)
  } catch {
    // On another disk.
    await cp(from, to, { recursive: true })
    await rm(from, { recursive: true, force: true })
  }
}
