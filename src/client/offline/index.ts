import { cachePrefix } from '../../contract/storage-keys.ts'
import {
  circumstances,
  findOfflineEdition,
  isReplaced,
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

  // Asked for again, it begins anew: with its tools for developers open, Chromium stops the older worker in the middle
  // of the first one, which then gets no answer.
  const reload = () => window.location.reload()
  // If one tab accepts a version, all tabs reload; a first worker, and one whose files the page has, take over without.
  let isOther = !!workers.controller
  const handedOver = () => {
    if (isOther) reload()
    isOther = true
  }
  workers.addEventListener('controllerchange', handedOver, { signal })
  const began = Date.now() - performance.now()
  const told = ({ data }: MessageEvent) => {
    if (isReplaced(data, cachePrefix(edition.base), began)) reload()
  }
  workers.addEventListener('message', told, { signal })

  const store = async () => {
    if (!mayStore(circumstances(window))) return
    // Errors are ignored: the page works without it.
    const registration = await register(workers, edition).catch(() => null)
    if (!registration || signal.aborted) return
    const watch = async () => {
      const { watchVersions } = await import('./versions.ts')
      watchVersions(registration, edition, signal, reload, () => (isOther = false))
    }
    if (registration.waiting ?? registration.installing) void watch()
    else registration.addEventListener('updatefound', watch, { signal, once: true })
  }
  if (root.readyState === 'complete') void store()
  else window.addEventListener('load', () => void store(), { signal, once: true })
  return () => stopped.abort()
}
