import {
  circumstances,
  findOfflineEdition,
  mayStore,
  register,
  workersOf,
} from './service-worker.ts'

/** Stores the edition once the page is there, and offers a new version when one waits. */
export function start(root: Document): () => void {
  const window = root.defaultView!
  const edition = findOfflineEdition(root)
  const workers = workersOf(window)
  const stopped = new AbortController()
  if (!edition || !workers) return () => stopped.abort()
  const { signal } = stopped

  let reloading = false
  const reload = () => {
    if (!reloading) window.location.reload()
    reloading = true
  }
  // If one tab accepts a version, all tabs reload; a first worker takes over without a reload.
  let controlled = workers.controller !== null
  const handedOver = () => {
    if (controlled) reload()
    controlled = true
  }
  workers.addEventListener('controllerchange', handedOver, { signal })

  const store = async () => {
    if (!mayStore(circumstances(window))) return
    // Errors are ignored: the page works without it.
    const registration = await register(workers, edition).catch(() => null)
    if (registration && !signal.aborted)
      watchVersions(registration, signal, async (waiting) => {
        const { offerVersion } = await import('./offer-version.ts')
        offerVersion(edition.host, waiting, reload)
      })
  }
  if (root.readyState === 'complete') void store()
  else window.addEventListener('load', () => void store(), { signal, once: true })
  return () => stopped.abort()
}

/** Calls `offer` when a version is complete and waits behind the one in use. */
function watchVersions(
  registration: ServiceWorkerRegistration,
  signal: AbortSignal,
  offer: (waiting: ServiceWorker) => void,
): void {
  const look = () => {
    if (registration.waiting && registration.active) offer(registration.waiting)
  }
  const follow = () => registration.installing?.addEventListener('statechange', look, { signal })
  registration.addEventListener('updatefound', follow, { signal })
  follow()
  look()
}
