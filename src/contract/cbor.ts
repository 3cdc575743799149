/** Numbers, strings and lists of CBOR (RFC 8949), of which Pagefind's files are made, and nothing else. */
export function readCbor(bytes: Uint8Array): unknown {
  let at = 0
  const number = (short: number): number => {
    if (short < 24) return short
    const length = 2 ** (short - 24)
    let value = 0
    for (let i = 0; i < length; i++) value = value * 256 + bytes[at++]!
    return value
  }
  const item = (): unknown => {
    const head = bytes[at++]!
    const value = number(head & 31)
    switch (head >> 5) {
      case 0:
        return value
      case 1:
        return -1 - value
      case 3:
        at += value
        return new TextDecoder().decode(bytes.subarray(at - value, at))
      case 4:
        return Array.from({ length: value }, item)
      default:
        throw new Error('not read here')
    }
  }
  return item()
}

export type Cbor = number | string | readonly Cbor[]

/** The same written, of numbers from 0 on. */
export function writeCbor(value: Cbor): Uint8Array {
  const bytes: number[] = []
  const encoder = new TextEncoder()
  const head = (kind: number, value: number) => {
    const length = value < 24 ? 0 : value < 1 << 8 ? 1 : value < 1 << 16 ? 2 : 4
    bytes.push((kind << 5) | (length ? 24 + Math.log2(length) : value))
    for (let i = length - 1; i >= 0; i--) bytes.push((value >>> (8 * i)) & 255)
  }
  const write = (value: Cbor): void => {
    if (typeof value === 'number') head(0, value)
    else if (typeof value === 'string') {
      const letters = encoder.encode(value)
      head(3, letters.length)
      bytes.push(...letters)
    } else {
      head(4, value.length)
      value.forEach(write)
    }
  }
  write(value)
  return Uint8Array.from(bytes)
}
