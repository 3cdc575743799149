/** Notes that a corrected source numbers anew. */
import { diffArrays } from 'diff'

/** Two versions of an imported text with the labels that a third one gives to the same notes. */
export function withLabelsOf(
  fresh: string,
  { base, own }: { base: string; own: string },
): { base: string; own: string } {
  const labels = newLabels(notesIn(base), notesIn(fresh))
  const changed = [...labels].some(([before, after]) => before !== after)
  if (!changed) return { base, own }
  return { base: relabelled(base, labels), own: relabelled(own, labels) }
}

interface Note {
  label: string
  text: string
}

const notesIn = (markdown: string): Note[] =>
  [...markdown.matchAll(/^\[\^([^\]\s]+)\]: *(.*)$/gmu)].map(([, label, text]) => ({
    label: label!,
    text: text!,
  }))

/** Notes are the same if their words are, or if they stand between such, as many in both. */
function newLabels(before: readonly Note[], after: readonly Note[]): Map<string, string> {
  const labels = new Map<string, string>()
  const taken = new Set(after.map(({ label }) => label))
  const texts = [before, after].map((notes) => notes.map(({ text }) => text))
  let [i, j] = [0, 0]
  let removed: Note[] = []
  const leave = (notes: readonly Note[]) => {
    for (const { label } of notes) {
      let free = label
      while (taken.has(free)) free = `${free}-alt`
      taken.add(free)
      labels.set(label, free)
    }
  }
  for (const part of diffArrays(texts[0]!, texts[1]!)) {
    const count = part.value.length
    if (part.removed) {
      leave(removed)
      removed = before.slice(i, (i += count))
    } else if (part.added) {
      const added = after.slice(j, (j += count))
      if (added.length === removed.length)
        for (const [k, { label }] of removed.entries()) labels.set(label, added[k]!.label)
      else leave(removed)
      removed = []
    } else {
      leave(removed)
      removed = []
      for (let k = 0; k < count; k += 1) labels.set(before[i++]!.label, after[j++]!.label)
    }
  }
  leave(removed)
  return labels
}

const relabelled = (markdown: string, labels: ReadonlyMap<string, string>): string =>
  markdown.replace(/(?<!\\)\[\^([^\]\s]+)\]/gu, (call, label: string) =>
    labels.has(label) ? `[^${labels.get(label)}]` : call,
  )
