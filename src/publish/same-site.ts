import { createHash } from 'node:crypto'
import { existsSync, globSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { format } from 'node:util'
import { hashOfCode } from '../kept/code.ts'
import { hashOf } from '../kept/keep.ts'
import type { Store } from '../kept/store.ts'
import { filesIn } from './site.ts'

/** What a build has left: the states of all files of the site, and what it has said of the content. */
interface Left {
  files: readonly FileState[]
  said: readonly string[]
}
type FileHash = readonly [name: string, hash: string]
/** A file has another one as soon as anything writes to it, whatever time it is given: hashes of a shelf take seconds. */
type FileState = readonly [name: string, state: string]

/** Hash of all that a site is made of: code, content, pictures and other files, and for whom and where it is. */
export async function inputsOfSite(
  edition: string,
  around: Readonly<Record<string, string>>,
): Promise<string> {
  return hashOf(
    hashOfCode(),
    around,
    await hashesIn(join(edition, 'content')),
    await hashesIn(join(edition, 'public')),
  )
}

/**
 * What the build said that has made this site of the same inputs, if every file of it is as it was left.
 * @param folder of the site
 */
export async function sameSite(
  store: Store,
  inputs: string,
  folder: string,
): Promise<readonly string[] | null> {
  const bytes = store.read(nameOf(inputs))
  if (!bytes || !existsSync(folder)) return null
  const { files, said } = JSON.parse(Buffer.from(bytes).toString()) as Left
  return hashOf(files) === hashOf(await statesIn(folder)) ? said : null
}

/** Remembers a finished site. */
export async function rememberSite(
  store: Store,
  inputs: string,
  folder: string,
  said: readonly string[],
): Promise<void> {
  const left: Left = { files: await statesIn(folder), said }
  store.write(nameOf(inputs), Buffer.from(JSON.stringify(left)))
}

/** What is said by `console` while this runs. Astro says what it does by other ways. */
export async function listenTo(run: () => Promise<void>): Promise<string[]> {
  const { log, warn } = console
  const said: string[] = []
  const listening =
    (say: typeof log) =>
    (...words: unknown[]) => {
      said.push(format(...words))
      say(...words)
    }
  Object.assign(console, { log: listening(log), warn: listening(warn) })
  try {
    await run()
  } finally {
    Object.assign(console, { log, warn })
  }
  return said
}

const nameOf = (inputs: string): string => `site/${inputs}`

async function statesIn(folder: string): Promise<FileState[]> {
  const states: FileState[] = []
  for (const name of await filesIn(folder)) {
    const { size, mtimeNs, ctimeNs, ino } = await stat(join(folder, name), { bigint: true })
    states.push([name, [size, mtimeNs, ctimeNs, ino].join(' ')])
  }
  return states
}

/** Of all files in a folder, those behind links included. */
async function hashesIn(folder: string): Promise<FileHash[]> {
  if (!existsSync(folder)) return []
  const linked = globSync('**/*', { cwd: folder }).map((name) => name.replaceAll('\\', '/'))
  const names = [...new Set([...(await filesIn(folder)), ...linked])].sort()
  const hashes: FileHash[] = []
  for (const name of names) hashes.push([name, await hashOfFile(join(folder, name))])
  return hashes
}

/** A folder, or a link to nowhere, has none. */
async function hashOfFile(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => null)
  return bytes === null ? '' : createHash('sha256').update(bytes).digest('hex')
}
