import { announce } from '../../platform/announce.ts'
import { keyHint } from '../../platform/key-hint.ts'
import type { Removed } from '../model.ts'

const done: (() => unknown)[] = []
let listening = false

/** Says what was done and offers to undo it: by the button while it is seen, by Ctrl+Z as long as the page is open. */
export function undoable(root: Document, message: string, undo: () => unknown): void {
  done.push(undo)
  announce(root, message, {
    label: `Rückgängig machen${keyHint(root, 'Z')}`,
    act: () => undoLast(root),
  })
  if (listening) return
  listening = true
  root.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event
    if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || shiftKey || altKey) return
    if (done.length === 0 || (target as Element).closest('input, textarea, select')) return
    event.preventDefault()
    undoLast(root)
  })
}

function undoLast(root: Document): void {
  const undo = done.pop()
  if (!undo) return
  undo()
  announce(root, 'Rückgängig gemacht.')
}

export const remove = ({ id, text }: Pick<Removed, 'id' | 'text'>): Removed => ({
  id,
  text,
  removed: new Date().toISOString(),
})
