import { readFileIndex } from './index-data.ts'

/** In a file this stands for `search/ahead.ts`: the index is there already. */
let index: ReturnType<typeof readFileIndex> | undefined
let folder = ''

export function fetchAhead(given: string): void {
  folder = given
  index ??= readFileIndex(document)
}

export async function fetchNow(address: string): Promise<Response> {
  const content = index?.files[address.slice(folder.length)]
  if (content === undefined) return new Response(null, { status: 404 })
  return new Response(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)))
}
