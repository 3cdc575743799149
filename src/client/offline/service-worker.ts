import { offlineKey } from '../../contract/storage-keys.ts'
import { device } from '../platform/storage.ts'

/** What the reader has chosen; null: nothing yet. */
type Wish = 'an' | 'aus' | null

interface Circumstances {
  wish: Wish
  /** The reader's device asks to spare its data volume. */
  saveData: boolean
}

/** The edition is stored unless the reader has turned it off, or the device saves data and the reader has not turned it on. */
export function mayStore({ wish, saveData }: Circumstances): boolean {
  return wish === null ? !saveData : wish === 'an'
}

/** What the page knows of the edition that can be stored: written into the HTML, absent while developing. */
export interface OfflineEdition {
  host: HTMLElement
  worker: string
  /** Path of the site, with a slash at both ends. */
  base: string
}

export function findOfflineEdition(root: Document): OfflineEdition | null {
  const host = root.querySelector<HTMLElement>('[data-worker]')
  const { worker, base } = host?.dataset ?? {}
  return host && worker && base ? { host, worker, base } : null
}

/** undefined where the browser has no service workers or the address is not secure. */
export const workersOf = (window: Window): ServiceWorkerContainer | undefined =>
  window.navigator.serviceWorker

export const register = (
  workers: ServiceWorkerContainer,
  { worker, base }: OfflineEdition,
): Promise<ServiceWorkerRegistration> =>
  workers.register(worker, { scope: base, updateViaCache: 'none' })

function readWish(): Wish {
  const wish = device.read(offlineKey)
  return wish === 'an' || wish === 'aus' ? wish : null
}

export function keepWish(wish: 'an' | 'aus'): void {
  device.write(offlineKey, wish)
}

export const circumstances = ({ navigator }: Window): Circumstances => ({
  wish: readWish(),
  saveData: (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true,
})

/**
 * Whether a new version says, by the name of its caches, that it answers already, though the browser keeps the older
 * worker; or besides since when it answers: then a page that began to load before (`began`) is of the older one.
 */
export function isReplaced(message: string | [string, number], version: string, began: number) {
  const [name, since = Infinity] = [message].flat() as [string, number?]
  return name === version && began < since
}
