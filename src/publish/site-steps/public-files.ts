import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileAt } from '../links.ts'
import { isPicture, picturesIn } from '../page-facts.ts'
import { filesIn, type Site, type SiteStep } from '../site.ts'

/**
 * Brings the files of public/ to the site: of its pictures those alone that a page, style or script names, so that those
 * of a left-out text are in the folder at no time, whatever stops the build.
 */
export const publicFiles =
  (folder: string): SiteStep =>
  async (site) => {
    const bring = async (file: string) => site.write(file, await readFile(join(folder, file)))
    const files = existsSync(folder) ? await filesIn(folder) : []
    for (const file of files.filter((file) => !isPicture(file))) await bring(file)
    const unnamed = new Set(files.filter(isPicture))
    const named: string[] = []
    for await (const [name, addresses] of naming(site)) {
      if (unnamed.size === 0) break
      for (const address of addresses) {
        const path = fileAt(site.address, name, address)
        if (path && unnamed.delete(path)) named.push(path)
      }
    }
    for (const file of named) await bring(file)
    return `${named.length} pictures, ${unnamed.size} withheld that no page shows`
  }

/**
 * What may be addresses of pictures, with the file that names them. Manifest and pages come first, since mostly all
 * pictures are found in them.
 */
async function* naming(
  site: Site,
): AsyncGenerator<readonly [name: string, addresses: readonly string[]]> {
  const read = async (name: string) =>
    [name, picturesIn((await site.read(name)).toString())] as const
  const isManifest = (file: string) => file.endsWith('.webmanifest')
  for (const name of site.files.filter(isManifest)) yield await read(name)
  for (const page of site.pages) yield [page.name, page.facts.pictures]
  for (const name of site.files.filter((file) => /\.(?:css|js)$/.test(file))) yield await read(name)
}
