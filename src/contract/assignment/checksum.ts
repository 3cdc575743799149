import { toBase64 } from './base64.ts'

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
