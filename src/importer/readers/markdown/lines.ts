/** Lines of a Markdown source, with the lines of the file from which they come. */
export interface SourceLine {
  text: string
  /** From 1. */
  origin: number
}

export const linesOf = (source: string): SourceLine[] =>
  source.split(/\r\n|\r|\n/).map((text, i) => ({ text, origin: i + 1 }))

/** Marks the lines inside of fenced code. */
export function codeLines(lines: readonly SourceLine[]): boolean[] {
  let fence: string | null = null
  return lines.map(({ text }) => {
    const [, own] = /^[> ]{0,12}(`{3,}|~{3,})/.exec(text) ?? []
    if (fence === null && own) {
      fence = own
      return true
    }
    if (fence !== null && own?.startsWith(fence) && /^[> ]*[`~]+\s*$/.test(text)) {
      fence = null
      return true
    }
    return fence !== null
  })
}
