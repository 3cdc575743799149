import { cachePrefix } from '../../contract/storage-keys.ts'
import type { OfflineEdition } from './service-worker.ts'

/**
 * Offers a version when it is complete and waits behind the one in use. `accept` is called for one whose files are the
 * only ones that are left: the page is made of them.
 */
export function watchVersions(
  registration: ServiceWorkerRegistration,
  { base, host }: OfflineEdition,
  signal: AbortSignal,
  reload: () => void,
  accept: () => void,
): void {
  const look = async () => {
    const { waiting, active } = registration
    if (!waiting || !active) return
    if ((await cachesOf(base)).length === 1) accept()
    else offerVersion(host, waiting, reload)
  }
  const follow = () => registration.installing?.addEventListener('statechange', look, { signal })
  registration.addEventListener('updatefound', follow, { signal })
  follow()
  void look()
}

/** Names of the caches of the edition, the oldest first. */
export const cachesOf = async (base: string): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(cachePrefix(base)))

/** Shows the offer in its place, a live region at the foot of the page; focus stays where it is. */
function offerVersion(host: HTMLElement, waiting: ServiceWorker, reload: () => void): void {
  const template = host.querySelector('template')
  if (!template) return
  host.querySelector('[data-offer]')?.remove()
  const offer = template.content.firstElementChild!.cloneNode(true) as HTMLElement
  waiting.addEventListener('statechange', () => {
    // Tabs without a controller, as after a forced reload, get no `controllerchange`.
    if (waiting.state === 'activated') reload()
    // Removed, or replaced by a later version.
    if (waiting.state === 'redundant') offer.remove()
  })
  offer.querySelector('[data-later]')!.addEventListener('click', () => offer.remove())
  offer.querySelector('[data-take-over]')!.addEventListener('click', () => {
    offer.textContent = 'Die neue Fassung wird geladen …'
    waiting.postMessage('take-over')
  })
  host.append(offer)
}
