import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decompress } from 'wawoff2'

const face = new URL('../styles/fonts/edition-serif-roman.woff2', import.meta.url)

let written: Promise<string> | undefined

/**
 * Path of the text font as a TrueType file, which Pango needs. It is there as long as the process: Pango keeps the first
 * path of a font, and draws boxes for letters when that file has gone.
 */
export const fontFile = (): Promise<string> => (written ??= write())

async function write(): Promise<string> {
  const workshop = mkdtempSync(join(tmpdir(), 'font-'))
  process.once('exit', () => rmSync(workshop, { recursive: true, force: true }))
  const path = join(workshop, 'serif.ttf')
  await writeFile(path, await decompress(await readFile(face)))
  return path
}
