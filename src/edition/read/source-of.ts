import type { ReadText } from './read-text.ts'

const sources = new WeakMap<ReadText, string>()

/** Hash of the files that a text was read of; undefined: it was made otherwise. */
export const sourceOf = (text: ReadText): string | undefined => sources.get(text)

export const rememberSource = (text: ReadText, hash: string): void => void sources.set(text, hash)
