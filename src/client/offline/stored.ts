import type { Place } from './storage.ts'

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
