import { diffArrays } from 'diff'

/** Line diff of `before` and `after` with `context` unchanged lines around changes. */
export function diffLines(before: string, after: string, context = 2): string {
  const lines = windowed(pairUp(before.split('\n'), after.split('\n')))
  const near = lines.map((_, i) =>
    lines.slice(Math.max(0, i - context), i + context + 1).some(({ sign }) => sign !== ' '),
  )
  const shown: string[] = []
  for (const [i, { sign, text, number }] of lines.entries()) {
    if (!near[i]) continue
    if (!near[i - 1]) shown.push(`@@ line ${number} @@`)
    shown.push(`${sign}${sign === ' ' ? excerpt(text, 0) : text}`)
  }
  return shown.join('\n')
}

interface DiffLine {
  sign: ' ' | '-' | '+'
  text: string
  /** Line number in `before`, from 1. */
  number: number
}

function pairUp(before: readonly string[], after: readonly string[]): DiffLine[] {
  let number = 1
  return diffArrays([...before], [...after]).flatMap(({ value, added, removed }) =>
    value.map((text): DiffLine => {
      const line = { sign: added ? '+' : removed ? '-' : ' ', text, number } as const
      if (!added) number += 1
      return line
    }),
  )
}

/** Shortens changed lines, which are whole paragraphs, to the part that differs from their counterpart. */
function windowed(lines: readonly DiffLine[]): DiffLine[] {
  return lines.map((line, i) => {
    if (line.sign === ' ') return line
    const other = counterpart(lines, i)
    return { ...line, text: excerpt(line.text, other ? sharedStart(line.text, other.text) : 0) }
  })
}

/** The counterpart of a removed or added line: the n-th added one for the n-th removed one. */
function counterpart(lines: readonly DiffLine[], index: number): DiffLine | undefined {
  const { sign } = lines[index]!
  let start = index
  while (start > 0 && lines[start - 1]!.sign !== ' ') start -= 1
  let end = index
  while (end + 1 < lines.length && lines[end + 1]!.sign !== ' ') end += 1
  const run = lines.slice(start, end + 1)
  const nth = run.slice(0, index - start).filter((line) => line.sign === sign).length
  return run.filter((line) => line.sign !== sign)[nth]
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}

function excerpt(text: string, at: number): string {
  const from = at > 60 ? at - 40 : 0
  const to = Math.max(from + 120, 120)
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${text.length > to ? ' …' : ''}`
}
