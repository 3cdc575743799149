import { mayStore } from './decide.ts'
import { circumstances, findPlace, register, workersOf } from './storage.ts'
import { watchVersions } from './watch-versions.ts'

/** Stores the edition once the page is there, and offers a new version when one waits. */
export function start(root: Document): () => void {
  const window = root.defaultView!
  const place = findPlace(root)
  const workers = workersOf(window)
  const stopped = new AbortController()
  if (!place || !workers) return () => stopped.abort()
  const { signal } = stopped

  let reloading = false
  const reload = () => {
    if (!reloading) window.location.reload()
    reloading = true
  }
  // A tab that accepts a version hands all tabs over to it; a first worker takes over without a change of version.
  let controlled = workers.controller !== null
  const handedOver = () => {
    if (controlled) reload()
    controlled = true
  }
  workers.addEventListener('controllerchange', handedOver, { signal })

  const store = async () => {
    if (!mayStore(circumstances(window))) return
    // What fails here fails quietly: the page does not need it.
    const registration = await register(workers, place).catch(() => null)
    if (registration && !signal.aborted)
      watchVersions(registration, signal, async (waiting) => {
        const { offerVersion } = await import('./offer-version.ts')
        offerVersion(place.host, waiting, reload)
      })
  }
  if (root.readyState === 'complete') void store()
  else window.addEventListener('load', () => void store(), { signal, once: true })
  return () => stopped.abort()
}
