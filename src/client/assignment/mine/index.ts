import { madePrefix, receivedPrefix } from '../../../contract/storage-keys.ts'
import { device } from '../../platform/storage.ts'

/** „Meine Aufgaben“, on the pages that have a place for them; loaded only where this device has any. */
export function start(root: Document): void {
  const host = root.querySelector<HTMLElement>('[data-my-assignments]')
  const isMine = (name: string) => name.startsWith(madePrefix) || name.startsWith(receivedPrefix)
  if (host && device.names().some(isMine))
    void import('./list.ts').then(({ drawMine }) => drawMine(root, host))
}
