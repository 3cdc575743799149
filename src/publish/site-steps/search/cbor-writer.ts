/** Writes what `contract/cbor.ts` reads, numbers in as few bytes as they need. */
export class CborWriter {
  #bytes = Buffer.allocUnsafe(1 << 12)
  #length = 0

  number(value: number): void {
    if (value < 0) this.#head(1, -1 - value)
    else this.#head(0, value)
  }

  string(value: string): void {
    const size = Buffer.byteLength(value)
    this.#head(3, size)
    this.#makeRoom(size)
    this.#length += this.#bytes.write(value, this.#length)
  }

  /** Its items are written next. */
  list(length: number): void {
    this.#head(4, length)
  }

  /** What has been written since the last call. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length))
    this.#length = 0
    return taken
  }

  #head(kind: number, value: number): void {
    this.#makeRoom(5)
    const first = kind << 5
    if (value < 24) this.#byte(first | value)
    else if (value < 1 << 8) {
      this.#byte(first | 24)
      this.#byte(value)
    } else if (value < 1 << 16) {
      this.#byte(first | 25)
      this.#length = this.#bytes.writeUInt16BE(value, this.#length)
    } else {
      this.#byte(first | 26)
      this.#length = this.#bytes.writeUInt32BE(value, this.#length)
    }
  }

  #byte(value: number): void {
    this.#bytes[this.#length++] = value
  }

  #makeRoom(size: number): void {
    if (this.#length + size <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(2 * (this.#length + size))
    this.#bytes.copy(larger)
    this.#bytes = larger
  }
}
