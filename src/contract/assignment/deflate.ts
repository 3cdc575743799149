/** Bytes made shorter; null where the browser cannot. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  if (typeof CompressionStream === 'undefined') return null
  return collect(new CompressionStream('deflate-raw'), bytes, Infinity)
}

export const canInflate = (): boolean => typeof DecompressionStream !== 'undefined'

/** Null where the bytes are none that `deflate` made, or would be more than `most`. */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array | null> {
  try {
    return await collect(new DecompressionStream('deflate-raw'), bytes, most)
  } catch {
    return null
  }
}

async function collect(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > most) {
      await reader.cancel()
      throw new RangeError('More than was to be expected.')
    }
    chunks.push(value)
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
