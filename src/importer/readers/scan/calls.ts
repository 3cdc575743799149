import type { Call, Called } from './scan.ts'

/** The text without its calls; a star that may call the star note is kept. */
export function withoutCalls({ text, calls }: Called): string {
  let rest = ''
  let end = 0
  for (const { index, mark } of calls) {
    rest += text.slice(end, index)
    end = index + mark.length
  }
  return rest + text.slice(end)
}

/** Index of the end of the last call; null if there is none. */
export function endOfLastCall({ calls }: Called): number | null {
  const last = calls.at(-1)
  return last ? last.index + last.mark.length : null
}

/** The calls in a part of a text, with indices relative to it. */
export function callsWithin(calls: readonly Call[], from: number, to: number): Call[] {
  return calls
    .filter(({ index, mark }) => index >= from && index + mark.length <= to)
    .map((call) => ({ ...call, index: call.index - from }))
}

/** Joins texts, with the string `between` them. */
export function joined(texts: readonly Called[], between: string): Called {
  let length = 0
  const calls = texts.flatMap(({ text, calls: own }) => {
    const start = length
    length += text.length + between.length
    return own.map((call) => ({ ...call, index: call.index + start }))
  })
  return { text: texts.map(({ text }) => text).join(between), calls }
}
