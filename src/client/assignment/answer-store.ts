import { parseKept, withAnswer, type Answer, type Kept } from './answers.ts'

/** The answers to one assignment in the storage of the browser. Every change is written at once. */
export interface AnswerStore {
  read: () => Kept
  /** False where the browser keeps nothing: storage is forbidden or full. */
  keep: (key: string, answer: Answer) => boolean
  /** Replaces all; null removes them. */
  write: (kept: Kept | null) => boolean
  /** Calls back when another tab has changed them. */
  watch: (signal: AbortSignal, changed: () => void) => void
}

export function openStore(name: string, empty: Kept): AnswerStore {
  const item = `edition:antworten:${name}`
  /** What is there while nothing can be kept. */
  let inPage: Kept | null = null
  const read = (): Kept => {
    try {
      return inPage ?? parseKept(localStorage.getItem(item), empty)
    } catch {
      return inPage ?? empty
    }
  }
  const write = (kept: Kept | null): boolean => {
    try {
      if (kept && Object.keys(kept.answers).length > 0)
        localStorage.setItem(item, JSON.stringify(kept))
      else localStorage.removeItem(item)
      inPage = null
      return true
    } catch {
      inPage = kept
      return false
    }
  }
  return {
    read,
    write,
    // Read anew each time: another tab may have answered another question.
    keep: (key, answer) => write(withAnswer(read(), key, answer)),
    watch: (signal, changed) =>
      addEventListener('storage', ({ key }) => (key === item || key === null) && changed(), {
        signal,
      }),
  }
}
