/** Base64 of letters that stand in any address as they are (RFC 4648, section 5), without padding. */
export function toBase64(bytes: Uint8Array): string {
  let letters = ''
  for (const byte of bytes) letters += String.fromCharCode(byte)
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Null where a letter is none of the alphabet. A cut end loses at most three bytes. */
export function fromBase64(letters: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(letters)) return null
  const whole = letters.length % 4 === 1 ? letters.slice(0, -1) : letters
  const binary = atob(whole.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}

/** CRC-32 (IEEE 802.3) of the words in six letters: no change of a few letters side by side goes unseen. */
export function checksum(words: string): string {
  let sum = ~0
  for (const byte of new TextEncoder().encode(words)) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, ~sum >>> 0)
  return toBase64(bytes)
}

/** Bytes made shorter; null where the browser cannot. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  if (typeof CompressionStream === 'undefined') return null
  return collect(new CompressionStream('deflate-raw'), bytes, Infinity)
}

export const canInflate = (): boolean => typeof DecompressionStream !== 'undefined'

/** Null where the bytes are none that `deflate` made; `'more'` where they would be more than `most`. */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array | 'more' | null> {
  try {
    return await collect(new DecompressionStream('deflate-raw'), bytes, most)
  } catch (error) {
    return error instanceof RangeError ? 'more' : null
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
