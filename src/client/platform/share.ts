import { announce } from './announce.ts'
import { button } from './element.ts'

/** A button that hands a link to the programs of the device; null where the browser cannot. */
export function shareButton(root: Document, title: string, url: string): HTMLElement | null {
  const { navigator } = root.defaultView!
  if (!('share' in navigator)) return null
  return button(root, 'Teilen', async () => {
    try {
      await navigator.share({ title, url })
    } catch (error) {
      // Closed by the reader: nothing is to be said.
      if ((error as Error).name !== 'AbortError')
        announce(root, 'Das Teilen ist hier nicht erlaubt. Kopieren Sie den Link.')
    }
  })
}
