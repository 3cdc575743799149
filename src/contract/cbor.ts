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
