/** Files that every search needs. */
const core = ['lexicon.pf_words', 'pagefind.de.pf_meta', 'wasm.de.pagefind']

const asked = new Map<string, Promise<Response>>()

/** Requests them all at once, as soon as a reader turns to the search. */
export function prefetch(folder: string): void {
  for (const address of core.map((path) => folder + path)) {
    if (asked.has(address)) continue
    const response = fetch(address)
    response.catch(() => asked.delete(address))
    asked.set(address, response)
  }
}

/** A file of the index, prefetched or not. A response can be read only once, so each is given out only once. */
export function fetchIndexFile(address: string): Promise<Response> {
  const response = asked.get(address)
  asked.delete(address)
  return response ?? fetch(address)
}
