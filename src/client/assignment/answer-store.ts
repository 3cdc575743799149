import { answersPrefix } from '../../contract/storage-keys.ts'
import { device, onOtherTab } from '../platform/storage.ts'
import { keptIn, withAnswer, type Answer, type Kept } from './answers.ts'

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
  const item = answersPrefix + name
  /** The answers while the browser stores nothing. */
  let inPage: Kept | null = null
  const read = (): Kept => inPage ?? keptIn(device.readJson(item), empty)
  const write = (kept: Kept | null): boolean => {
    const isEmpty = !kept || Object.keys({ ...kept.answers, ...kept.replies }).length === 0
    const done = isEmpty ? device.write(item, null) : device.writeJson(item, kept)
    inPage = done ? null : kept
    return done
  }
  return {
    read,
    write,
    // Read again each time: another tab may have answered another question.
    keep: (key, answer) => write(withAnswer(read(), key, answer)),
    watch: (signal, changed) => onOtherTab(item, changed, signal),
  }
}
