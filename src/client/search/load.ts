import { chunkOf, chunksIn } from './chunks.ts'
import { createEngine, engineFiles, once, type Engine, type ReadFile } from './engine.ts'
import { readLexicon, type Lexicon } from './lexicon.ts'
import type { Loaders } from './search.ts'

const words = 'lexicon.pf_words'

/** Loaders over any store of index files: a folder on a server, or the bytes inside a single file. */
export function createLoaders(read: ReadFile): Loaders {
  const ask = once(read)
  let lexicon: Promise<Lexicon> | undefined
  const loadWords = () => {
    lexicon ??= ask(words).then((bytes) => readLexicon(new TextDecoder().decode(bytes)))
    lexicon.catch(() => (lexicon = undefined))
    return lexicon
  }
  const loadPagefind = async (): Promise<Engine> => {
    // Requested together with the words, not after them.
    for (const path of engineFiles) ask(path).catch(() => {})
    const { include_characters, records } = await loadWords()
    return createEngine(ask, include_characters, (id) => records.get(id)!.key)
  }
  const chunks = () => ask(engineFiles[0]).then(chunksIn)
  const expect = async (word: string) => {
    const chunk = chunkOf(await chunks(), word)
    if (chunk) await ask(`index/${chunk.name}.pf_index`)
  }
  return { loadPagefind, loadWords, expect: (word) => void expect(word).catch(() => {}) }
}

/** Index files over the network. */
export const readFrom =
  (folder: string, fetch: (address: string) => Promise<Response>): ReadFile =>
  async (path) => {
    const response = await fetch(folder + path)
    if (!response.ok) throw new Error(`${response.status} for ${path}`)
    return unpack(new Uint8Array(await response.arrayBuffer()))
  }

/** Unpacks a file that is gzipped, unless the server has sent it unpacked. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
