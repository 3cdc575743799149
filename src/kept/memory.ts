import { hashOf, type Keep } from './keep.ts'

/** What was made or asked for in this run, and in the one before it. */
let [newer, older] = [new Map<string, unknown>(), new Map<string, unknown>()]

/**
 * Keeps in memory what `make` returned in the run before, for a server that makes nearly the same again and again. The
 * values are the same objects and must not be changed.
 */
export function keepOfRunBefore(): Keep {
  older = newer
  newer = new Map()
  return (kind, inputs, make) => {
    const name = `${kind} ${hashOf(inputs)}`
    const known = [newer, older].find((kept) => kept.has(name))
    const value = known ? (known.get(name) as ReturnType<typeof make>) : make()
    newer.set(name, value)
    return value
  }
}
