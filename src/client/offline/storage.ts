import { device } from '../platform/storage.ts'
import type { Circumstances, Wish } from './decide.ts'

/** What the page knows of the edition that can be stored: written into the HTML, absent while developing. */
export interface Place {
  host: HTMLElement
  worker: string
  /** Path of the site, with a slash at both ends. */
  base: string
}

export function findPlace(root: Document): Place | null {
  const host = root.querySelector<HTMLElement>('[data-worker]')
  const { worker, base } = host?.dataset ?? {}
  return host && worker && base ? { host, worker, base } : null
}

/** undefined where the browser has no service workers or the address is not secure. */
export const workersOf = (window: Window): ServiceWorkerContainer | undefined =>
  window.isSecureContext ? window.navigator.serviceWorker : undefined

export const register = (
  workers: ServiceWorkerContainer,
  { worker, base }: Place,
): Promise<ServiceWorkerRegistration> =>
  workers.register(worker, { scope: base, updateViaCache: 'none' })

const key = 'edition:offline'

function readWish(): Wish {
  const wish = device.read(key)
  return wish === 'an' || wish === 'aus' ? wish : null
}

export function keepWish(wish: 'an' | 'aus'): void {
  device.write(key, wish)
}

export const circumstances = ({ navigator }: Window): Circumstances => ({
  wish: readWish(),
  saveData: (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true,
})
