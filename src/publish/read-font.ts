import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decompress } from 'wawoff2'

const face = new URL('../styles/fonts/edition-serif-roman.woff2', import.meta.url)

/** The text font as a TrueType file, which Pango needs. */
export async function readFont(): Promise<{ path: string; remove: () => Promise<void> }> {
  const workshop = await mkdtemp(join(tmpdir(), 'font-'))
  const path = join(workshop, 'serif.ttf')
  await writeFile(path, await decompress(await readFile(face)))
  return { path, remove: () => rm(workshop, { recursive: true, force: true }) }
}
