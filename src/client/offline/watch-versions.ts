/** Calls `offer` when a version is complete and waits behind the one in use. */
export function watchVersions(
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
