import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openSite } from '../../../src/publish/site.ts'

/** A site with these files (name → content) in a temporary folder. */
export async function siteOf(
  files: Readonly<Record<string, string>>,
  { address = 'https://example.org/', audience = 'public' } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'site-'))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  const site = await openSite({ folder, address: new URL(address), audience })
  return { site, folder, remove: () => rm(folder, { recursive: true }) }
}
