import {
  cachesOf,
  circumstances,
  findOfflineEdition,
  mayStore,
  register,
  workersOf,
  type OfflineEdition,
} from './service-worker.ts'

/** Stores the edition once the page is there, and offers a new version when one waits. */
export function start(root: Document): () => void {
  const window = root.defaultView!
  const edition = findOfflineEdition(root)
  const workers = workersOf(window)
  const stopped = new AbortController()
  if (!edition || !workers) return () => stopped.abort()
  const { signal } = stopped

  // Asked for again, it begins anew: with its tools for developers open, Chromium stops the older worker in the middle
  // of the first one, which then gets no answer.
  const reload = () => window.location.reload()
  // If one tab accepts a version, all tabs reload; a first worker takes over without a reload.
  let controlled = workers.controller !== null
  let accepted: ServiceWorker | null = null
  const handedOver = () => {
    if (controlled && workers.controller !== accepted) reload()
    controlled = true
  }
  workers.addEventListener('controllerchange', handedOver, { signal })
  // The new version answers already, though the browser keeps the older worker.
  const address = new URL(edition.worker, root.baseURI).href
  const told = ({ data, source }: MessageEvent) => {
    if (data === 'taken-over' && (source as ServiceWorker | null)?.scriptURL === address) reload()
  }
  workers.addEventListener('message', told, { signal })

  const store = async () => {
    if (!mayStore(circumstances(window))) return
    // Errors are ignored: the page works without it.
    const registration = await register(workers, edition).catch(() => null)
    if (!registration || signal.aborted) return
    accepted = await findAccepted(registration, edition)
    watchVersions(registration, signal, async (waiting) => {
      if (waiting === accepted) return
      const { offerVersion } = await import('./offer-version.ts')
      offerVersion(edition.host, waiting, reload)
    })
  }
  if (root.readyState === 'complete') void store()
  else window.addEventListener('load', () => void store(), { signal, once: true })
  return () => stopped.abort()
}

/** The waiting worker, if its files are the only ones that are left: this page is made of them. */
async function findAccepted(
  { waiting }: ServiceWorkerRegistration,
  { base }: OfflineEdition,
): Promise<ServiceWorker | null> {
  return waiting && (await cachesOf(base)).length === 1 ? waiting : null
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
