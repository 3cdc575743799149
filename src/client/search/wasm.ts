/** Pagefind's WebAssembly, as wasm-bindgen calls it. Written against Pagefind 1.6. */
interface Exports {
  memory: WebAssembly.Memory
  __wbindgen_externrefs: WebAssembly.Table
  __wbindgen_malloc: (size: number, align: number) => number
  __wbindgen_free: (pointer: number, size: number, align: number) => void
  __wbindgen_start: () => void
  init_pagefind: (pointer: number, size: number) => number
  set_ranking_weights: (state: number, pointer: number, size: number) => number
  request_indexes: (state: number, pointer: number, size: number) => [number, number]
  load_index_chunk: (state: number, pointer: number, size: number) => number
  search: (state: number, ...strings: number[]) => [number, number]
}

/** What the search needs of Pagefind, in bytes and words. */
export interface Core {
  /** Names of the index files that a query needs and that have not been loaded. */
  needs: (query: string) => string[]
  load: (chunk: Uint8Array) => void
  search: (query: string, original: string, exact: boolean) => RawResult[]
}

export interface RawResult {
  /** Id of the record. */
  p: string
  /** Name of the file of its group of records; empty: there is no other record, its file has its own name. */
  g: string
  s: number
}

const ranking = { page_length: 0, term_frequency: 0 }
const signature = 'pagefind_dcd'

export async function startCore(wasm: Uint8Array<ArrayBuffer>, meta: Uint8Array): Promise<Core> {
  const imports = { './pagefind_web_bg.js': { __wbindgen_init_externref_table: () => fill() } }
  const { instance } = await WebAssembly.instantiate(signed(wasm), imports)
  const exports = instance.exports as unknown as Exports
  const fill = () => {
    const table = exports.__wbindgen_externrefs
    const offset = table.grow(4)
    table.set(0, undefined)
    ;[undefined, null, true, false].forEach((value, i) => table.set(offset + i, value))
  }
  const give = (bytes: Uint8Array): [number, number] => {
    const pointer = exports.__wbindgen_malloc(bytes.length, 1) >>> 0
    new Uint8Array(exports.memory.buffer).set(bytes, pointer)
    return [pointer, bytes.length]
  }
  const words = (text: string) => give(new TextEncoder().encode(text))
  const take = ([pointer, size]: [number, number]): string => {
    const bytes = new Uint8Array(exports.memory.buffer, pointer >>> 0, size)
    const text = new TextDecoder().decode(bytes)
    exports.__wbindgen_free(pointer, size, 1)
    return text
  }
  exports.__wbindgen_start()
  let state = exports.init_pagefind(...give(meta))
  state = exports.set_ranking_weights(state, ...words(JSON.stringify(ranking)))
  return {
    needs: (query) =>
      (JSON.parse(take(exports.request_indexes(state, ...words(query)))) as string[]).filter(
        Boolean,
      ),
    load: (chunk) => {
      state = exports.load_index_chunk(state, ...give(signed(chunk)))
    },
    search: (query, original, exact) => {
      const strings = [query, original, '{}', ''].flatMap(words)
      const answer = take(exports.search(state, ...strings, Number(exact), 0))
      return (JSON.parse(answer) as { results: RawResult[] }).results
    },
  }
}

/** A file of Pagefind's without the sign it begins with. */
export function signed(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>
export function signed(file: Uint8Array): Uint8Array
export function signed(file: Uint8Array): Uint8Array {
  const sign = new TextDecoder().decode(file.subarray(0, signature.length))
  if (sign !== signature)
    throw new Error('A file of the search index is damaged or of another version.')
  return file.subarray(signature.length)
}
