/** Asked for as soon as a reader shows that a search is coming; all at once, for every round trip counts. */
const core = ['lexicon.pf_words', 'pagefind.de.pf_meta', 'wasm.de.pagefind']

const asked = new Map<string, Promise<Response>>()

export function fetchAhead(folder: string): void {
  for (const address of core.map((path) => folder + path)) {
    if (asked.has(address)) continue
    const response = fetch(address)
    response.catch(() => asked.delete(address))
    asked.set(address, response)
  }
}

/** Each answer is handed out once. */
export function fetchNow(address: string): Promise<Response> {
  const response = asked.get(address)
  asked.delete(address)
  return response ?? fetch(address)
}
