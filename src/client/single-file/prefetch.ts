import { readFileIndex } from './index-data.ts'

/** Replaces `search/prefetch.ts` in the one-file edition: the index is in the file. */
let index: ReturnType<typeof readFileIndex> | undefined
let folder = ''

export function prefetch(given: string): void {
  folder = given
  index ??= readFileIndex(document)
}

export async function fetchIndexFile(address: string): Promise<Response> {
  const content = index?.files[address.slice(folder.length)]
  if (content === undefined) return new Response(null, { status: 404 })
  return new Response(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)))
}
