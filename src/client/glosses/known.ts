import { has, keep, type Kept } from './store.ts'

/** Puts a term on the list of those the reader knows, or takes it off; the text follows. */
export function changeKnown(root: Document, kept: Kept): void {
  keep('bekannt', kept, !has('bekannt', kept.term))
  root.dispatchEvent(new CustomEvent('edition:settings'))
}
