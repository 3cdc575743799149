import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { hashOfCode } from '../kept/code.ts'
import { hashOf } from '../kept/keep.ts'
import type { Store } from '../kept/store.ts'
import { filesIn } from './site.ts'

/** What Vite makes of the code. */
export interface Bundle {
  /** Files that browsers load, by their names in the site. */
  files: File[]
  /** Modules that render pages, and the name of that which is imported. */
  renderer: File[]
  entry: string
  /** Of every page by Astro's key of it. */
  styles: [page: string, styles: unknown[]][]
}

type File = [name: string, content: Uint8Array]

/** What a bundle depends on besides the code. The content has no part in it: it is read by it. */
interface Around {
  audience: string
  /** Of the site. */
  address: URL
  /** In which the site grows; its path is written into the bundle. */
  folder: string
}

const nameOf = ({ audience, address, folder }: Around): string =>
  `bundle/${hashOf(hashOfCode(), audience, address.href, folder)}`

export function readBundle(store: Store, around: Around): Bundle | null {
  const bytes = store.read(nameOf(around))
  return bytes && (deserialize(bytes) as Bundle)
}

const rendererFolder = '.prerender/'

/** Takes what there is in the folder before the first page is rendered. */
export async function takeBundle(
  folder: string,
  pages: ReadonlyMap<string, { styles: unknown[] }>,
): Promise<Bundle> {
  const all = (await filesIn(folder)).map((name): File => [name, readFileSync(join(folder, name))])
  const isRenderer = ([name]: File) => name.startsWith(rendererFolder)
  const renderer = all
    .filter(isRenderer)
    .map(([name, content]): File => [name.slice(rendererFolder.length), content])
  return {
    files: all.filter((file) => !isRenderer(file)),
    renderer,
    entry: renderer.map(([name]) => name).find((name) => /^prerender-entry\./.test(name))!,
    styles: Array.from(pages, ([page, { styles }]) => [page, styles]),
  }
}

const key = Symbol.for('bundle')

/** Astro loads a second copy of this module with its configuration: what both share is a property of `globalThis`. */
export const rememberBundle = (bundle: Bundle): void => void Reflect.set(globalThis, key, bundle)

/** That of the build which has just ended. */
export const builtBundle = (): Bundle => Reflect.get(globalThis, key) as Bundle

export const keepBundle = (store: Store, around: Around, bundle: Bundle): void =>
  store.write(nameOf(around), serialize(bundle))

export function putFiles(files: readonly File[], folder: string): void {
  for (const [name, content] of files) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
}
