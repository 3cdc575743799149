import { longestChain } from './chain.ts'
import { similarities } from './similarity.ts'
import { recognise, type Recognition, type Unit } from './recognise.ts'
import { latestWording, type Ledger, type Side } from './schema.ts'
import { fingerprintOf, hashOf } from './shingles.ts'

export interface Numbering {
  /** Number of each unit; provisional if the unit has a finding. */
  numbers: string[]
  /** Indices of units that are not in the ledger, with the number they were split from. */
  fresh: Map<number, { from: string | null }>
  removed: RemovedNumber[]
  findings: Finding[]
}

/** A number whose paragraph was removed, and where links to it lead. */
export interface RemovedNumber {
  number: string
  /** First frozen version without it; null: removed since the last frozen version. */
  since: string | null
  near: string
  side: Side
}

/** A decision that the editor has to make about a unit. */
export type Finding = { unit: number } & (
  | { kind: 'doubt'; candidates: string[] }
  | { kind: 'mark'; mark: string; reason: 'form' | 'twice' }
  | { kind: 'letters'; base: string; next: string }
)

/** Numbers for a text without a ledger: units are counted. */
export function count(units: readonly Unit[]): Numbering {
  const numbers = units.map((_, i) => String(i + 1))
  return { numbers, fresh: new Map(), removed: [], findings: [] }
}

export function number(ledger: Ledger, given: readonly Unit[]): Numbering {
  const findings: Finding[] = badMarks(given)
  const bad = new Set(findings.map(({ unit }) => unit))
  const units = given.map((unit, i) => (bad.has(i) ? { ...unit, mark: null } : unit))
  const recognition = recognise(ledger, units)
  const known = new Set(ledger.paragraphs.map((entry) => entry.number))
  const numbers = units.map(({ mark }, i) => {
    const entry = recognition.entryOf.get(i)
    if (entry !== undefined) return ledger.paragraphs[entry]!.number
    return mark === 'new' ? undefined : (mark ?? undefined)
  })
  for (const [unit, back] of returned(ledger, units, numbers, recognition)) numbers[unit] ??= back
  for (const { unit, entries } of recognition.doubts) {
    const candidates = entries.map((entry) => ledger.paragraphs[entry]!.number)
    findings.push({ unit, kind: 'doubt', candidates })
    // Provisional, so that references to the number do not cause further problems.
    const free = candidates.find((candidate) => !numbers.includes(candidate))
    if (free) numbers[unit] ??= free
  }
  findings.push(...numberNew(numbers, ledger))

  const removedBefore = new Set(ledger.removed.map((entry) => entry.number))
  const fresh: Numbering['fresh'] = new Map()
  for (const [unit, given] of numbers.entries()) {
    if (known.has(given!) || removedBefore.has(given!)) continue
    const from = recognition.partOf.get(unit)
    fresh.set(unit, { from: from === undefined ? null : ledger.paragraphs[from]!.number })
  }
  const final = numbers as string[]
  return { numbers: final, fresh, removed: removedNumbers(ledger, final, recognition), findings }
}

function badMarks(units: readonly Unit[]): Finding[] {
  return units.flatMap(({ mark }, unit): Finding[] => {
    if (mark === null || mark === 'new') return []
    if (!/^\d+[a-z]?$/.test(mark)) return [{ unit, kind: 'mark', mark, reason: 'form' }]
    const isFirst = units.findIndex((other) => other.mark === mark) === unit
    return isFirst ? [] : [{ unit, kind: 'mark', mark, reason: 'twice' }]
  })
}

/** From this similarity on, in both directions, a new paragraph is a removed one that has come back. */
const returnedShare = 0.6

function returned(
  { versions, removed }: Ledger,
  units: readonly Unit[],
  numbers: readonly (string | undefined)[],
  { partOf, doubts }: Recognition,
): [unit: number, number: string][] {
  if (removed.length === 0) return []
  const doubtful = new Set(doubts.map(({ unit }) => unit))
  const free = units
    .keys()
    .filter((i) => !numbers[i] && units[i]!.mark === null && !partOf.has(i) && !doubtful.has(i))
    .toArray()
  const equal = new Map(removed.map((entry) => [latestWording(entry, versions), entry.number]))
  const wordings = free.map((i) => units[i]!.wording)
  const similar = similarities(removed, wordings.map(fingerprintOf), () => true)
    .filter(({ ofOld, ofNow }) => Math.min(ofOld, ofNow) >= returnedShare)
    .sort((a, b) => b.ofOld - a.ofOld)
  const found = [
    ...free.flatMap((unit, i): [number, string][] => {
      const back = equal.get(hashOf(wordings[i]!))
      return back ? [[unit, back]] : []
    }),
    ...similar.map(({ old, now }): [number, string] => [free[now]!, removed[old]!.number]),
  ].filter(([, back]) => !numbers.includes(back))
  return found.filter(
    ([unit, back], i) => !found.slice(0, i).some(([u, b]) => u === unit || b === back),
  )
}

const baseOf = (number: string) => Number.parseInt(number, 10)

/** New paragraphs after 12 become 12a, 12b …; after the last paragraph counting continues. No number is reused. */
function numberNew(numbers: (string | undefined)[], ledger: Ledger): Finding[] {
  const findings: Finding[] = []
  const used = new Set<string>(
    [...ledger.paragraphs, ...ledger.removed]
      .map((entry) => entry.number)
      .concat(numbers.filter((n) => n !== undefined)),
  )
  const lastKnown = numbers.findLastIndex((given) => given !== undefined)
  const next = () => String(Math.max(0, ...[...used].map(baseOf)) + 1)
  let base = 0
  for (const [unit, given] of numbers.entries()) {
    if (given !== undefined) base = baseOf(given)
    else {
      const letter = [...'abcdefghijklmnopqrstuvwxyz'].find((l) => !used.has(`${base}${l}`))
      if (unit < lastKnown && !letter)
        findings.push({ unit, kind: 'letters', base: String(base), next: next() })
      const chosen = unit < lastKnown && letter ? `${base}${letter}` : next()
      numbers[unit] = chosen
      used.add(chosen)
    }
  }
  return findings
}

function removedNumbers(
  { paragraphs, removed }: Ledger,
  numbers: readonly string[],
  { mergedInto }: Recognition,
): RemovedNumber[] {
  const unitOf = new Map(numbers.map((given, unit) => [given, unit]))
  const pairs = paragraphs.flatMap((entry, old) => {
    const now = unitOf.get(entry.number)
    return now === undefined ? [] : [{ old, now }]
  })
  const stayed = new Set(longestChain(pairs).map(({ old }) => old))
  const gone = paragraphs.flatMap((entry, i): RemovedNumber[] => {
    if (unitOf.has(entry.number)) return []
    const into = mergedInto.get(i)
    if (into !== undefined)
      return [{ number: entry.number, since: null, near: numbers[into]!, side: 'in' }]
    for (let distance = 1; distance < paragraphs.length; distance++)
      for (const [at, side] of [
        [i - distance, 'after'],
        [i + distance, 'before'],
      ] as const)
        if (stayed.has(at))
          return [{ number: entry.number, since: null, near: paragraphs[at]!.number, side }]
    return numbers[0]
      ? [{ number: entry.number, since: null, near: numbers[0], side: 'before' }]
      : []
  })
  const earlier = removed.filter((entry) => !unitOf.has(entry.number))
  const ways = new Map([...gone, ...earlier].map((entry) => [entry.number, entry]))
  return [...earlier, ...gone].map(({ number, since, near, side }) => ({
    number,
    since,
    ...follow({ near, side }, ways),
  }))
}

/** The neighbour of a removed number may itself have been removed: follows to one that exists. */
function follow(
  { near, side }: Pick<RemovedNumber, 'near' | 'side'>,
  ways: ReadonlyMap<string, Pick<RemovedNumber, 'near' | 'side'>>,
): Pick<RemovedNumber, 'near' | 'side'> {
  const seen = new Set<string>()
  for (let way = ways.get(near); way && !seen.has(near); way = ways.get(near)) {
    seen.add(near)
    near = way.near
    if (way.side !== 'in') side = way.side
  }
  return { near, side }
}
