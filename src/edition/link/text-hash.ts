import { hashOf, type Keep } from '../../kept/keep.ts'
import type { Text } from '../model/model.ts'
import { sourceOf } from '../read/source-of.ts'
import type { ReadText } from '../read/read-text.ts'

const inputs = new WeakMap<Text, string>()

/** Remembers what a linked text follows from: the file it was read of, and what is around it. */
export function rememberInputs(linked: Text, text: ReadText, around: string): void {
  const source = sourceOf(text)
  if (source !== undefined) inputs.set(linked, hashOf(source, around))
}

/** Hash of all that is in the text; a long one takes longer to hash than to read, so that it is kept. */
export function hashOfText(text: Text, keep: Keep): string {
  const known = inputs.get(text)
  return known === undefined ? hashOf(text) : keep('text-hash', [known], () => hashOf(text))
}
