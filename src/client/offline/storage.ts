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

/** Removes the worker and everything it has stored. */
export async function forget(workers: ServiceWorkerContainer, { base }: Place): Promise<void> {
  const registrations = await workers.getRegistrations()
  const ours = registrations.filter(({ scope }) => new URL(scope).pathname === base)
  await Promise.all(ours.map((registration) => registration.unregister()))
  await Promise.all((await cachesOf(base)).map((name) => caches.delete(name)))
}

/** The number of files stored for the version in use; 0: none. */
export async function countFiles({ base }: Place): Promise<number> {
  const [first] = await cachesOf(base)
  return first ? (await (await caches.open(first)).keys()).length : 0
}

const cachesOf = async (base: string): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(`edition:${base}:`))

const key = 'edition:offline'

function readWish(): Wish {
  try {
    const wish = localStorage.getItem(key)
    return wish === 'an' || wish === 'aus' ? wish : null
  } catch {
    return null
  }
}

export function keepWish(wish: 'an' | 'aus'): void {
  try {
    localStorage.setItem(key, wish)
  } catch {
    // A browser that stores nothing stores no edition either.
  }
}

export const circumstances = ({ navigator }: Window): Circumstances => ({
  wish: readWish(),
  saveData: (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true,
})
