import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { hashOfCode } from './code.ts'
import type { Store } from './store.ts'

/**
 * What `make` returns, or what it returned in an earlier build for the same inputs: plain data. `inputs`: all that the
 * result depends on besides the code.
 */
export type Keep = <T>(kind: string, inputs: readonly unknown[], make: () => T) => T

/** The same of what takes longer. */
export type KeepAwaited = <T>(
  kind: string,
  inputs: readonly unknown[],
  make: () => Promise<T>,
) => Promise<T>

/** Makes everything anew. */
export const keepNothing = <T>(_kind: string, _inputs: readonly unknown[], make: () => T): T =>
  make()

export const keepIn =
  (store: Store, code = hashOfCode()): Keep =>
  (kind, inputs, make) => {
    const name = nameOf(kind, code, inputs)
    const kept = readFrom(store, name)
    if (kept) return kept.value as ReturnType<typeof make>
    const made = make()
    store.write(name, serialize(made))
    return made
  }

export const keepAwaitedIn =
  (store: Store, code = hashOfCode()): KeepAwaited =>
  async (kind, inputs, make) => {
    const name = nameOf(kind, code, inputs)
    const kept = readFrom(store, name)
    if (kept) return kept.value as Awaited<ReturnType<typeof make>>
    const made = await make()
    store.write(name, serialize(made))
    return made
  }

const nameOf = (kind: string, code: string, inputs: readonly unknown[]) =>
  `${kind}/${hashOf(code, inputs)}`

function readFrom(store: Store, name: string): { value: unknown } | null {
  const bytes = store.read(name)
  return bytes && { value: deserialize(bytes) as unknown }
}

/** Hash of plain data; bytes count by their content. */
export function hashOf(...values: readonly unknown[]): string {
  // A replacer takes ten times as long as the rest.
  const json = isBytesIn(values) ? JSON.stringify(values, hashBytes) : JSON.stringify(values)
  return createHash('sha256').update(json).digest('hex').slice(0, 40)
}

function hashBytes(this: Record<string, unknown>, key: string, value: unknown): unknown {
  // As it is before `toJSON`, which buffers have.
  const given = this[key]
  return given instanceof Uint8Array ? createHash('sha256').update(given).digest('hex') : value
}

/** @throws if there is anything in it that a hash cannot see into */
function isBytesIn(value: unknown, key: string | number = ''): boolean {
  if (typeof value === 'string' || typeof value === 'number' || value === null) return false
  if (typeof value === 'function' || value instanceof Map || value instanceof Set)
    throw new Error(`“${key}” cannot be part of what is kept by its hash.`)
  if (typeof value !== 'object') return false
  if (Array.isArray(value)) return value.filter((item, i) => isBytesIn(item, i)).length > 0
  if (value instanceof Uint8Array) return true
  const inside = value as Record<string, unknown>
  return Object.keys(inside).filter((name) => isBytesIn(inside[name], name)).length > 0
}
