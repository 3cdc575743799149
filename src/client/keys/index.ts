import { isField } from '../platform/typing.ts'
import { shortcutFor } from './table.ts'

/** Single-key shortcuts, which the reader can switch off (WCAG 2.1.4). Their actions are loaded at the first press. */
export function start(root: Document): () => void {
  const listening = new AbortController()
  let actions: Promise<typeof import('./actions.ts')> | undefined
  const isText = !!root.querySelector('article[data-text]')
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.isComposing) return
      const key = shortcutFor({
        key: event.key,
        modified: event.ctrlKey || event.metaKey || event.altKey,
        busy: isField(event.target) || !!root.querySelector('dialog[open]'),
        isText,
        on: root.documentElement.dataset['kuerzel'] !== 'aus',
      })
      if (!key) return
      event.preventDefault()
      // One promise for all presses, so that they are handled in order.
      actions ??= import('./actions.ts')
      void actions.then(({ act }) => act(root, key))
    },
    { signal: listening.signal },
  )
  return () => listening.abort()
}
