import { annotationsKey } from '../../contract/storage-keys.ts'
import { device } from '../platform/storage.ts'

// The name under which keep/store.ts says so.

/** A reader’s own marks and notes in the text. The code that shows them is loaded only if this device keeps any. */
export function start(root: Document): () => void {
  const show = () => {
    if (device.read(annotationsKey)) void import('./show.ts').then(({ show }) => show(root))
  }
  // The first one may be made in another tab.
  addEventListener('storage', show)
  show()
  return () => removeEventListener('storage', show)
}
