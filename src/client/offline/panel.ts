import { describe, type State } from './describe.ts'
import {
  circumstances,
  findOfflineEdition,
  keepWish,
  mayStore,
  register,
  workersOf,
  type OfflineEdition,
} from './service-worker.ts'
import { cachesOf } from './versions.ts'

/** The panel of the page „Offline lesen“: says what is stored, removes it, stores it again. */
export function start(root: Document): () => void {
  const stopped = new AbortController()
  const panel = root.querySelector<HTMLElement>('[data-offline-panel]')
  if (!panel) return () => stopped.abort()
  const { signal } = stopped
  const window = root.defaultView!
  const words = panel.querySelector('[data-offline-state]')!
  const on = panel.querySelector<HTMLButtonElement>('[data-offline-on]')!
  const off = panel.querySelector<HTMLButtonElement>('[data-offline-off]')!
  const show = (state: State) => {
    words.textContent = describe(state)
    on.hidden = state.kind !== 'off' && state.kind !== 'failed'
    off.hidden = state.kind !== 'stored'
  }
  panel.hidden = false

  const edition = findOfflineEdition(root)
  const workers = workersOf(window)
  if (!edition || !workers) {
    show({ kind: 'unsupported' })
    return () => stopped.abort()
  }

  const turnOn = async () => {
    keepWish('an')
    show({ kind: 'storing' })
    show(await store(workers, edition))
    off.focus()
  }
  const turnOff = async () => {
    keepWish('aus')
    await forget(workers, edition)
    show({ kind: 'off' })
    on.focus()
  }
  const look = async () => {
    const wanted = mayStore(circumstances(window)) || (await countFiles(edition)) > 0
    show({ kind: wanted ? 'storing' : 'off' })
    if (wanted) show(await store(workers, edition))
  }
  const fail = () => show({ kind: 'failed' })
  on.addEventListener('click', () => void turnOn().catch(fail), { signal })
  off.addEventListener('click', () => void turnOff().catch(fail), { signal })
  void look().catch(fail)
  return () => stopped.abort()
}

async function store(workers: ServiceWorkerContainer, edition: OfflineEdition): Promise<State> {
  const { active, installing } = await register(workers, edition)
  const done = active ? await keepsFiles(active, edition) : await becomesActive(installing)
  if (!done) return { kind: 'failed' }
  const { usage } = await navigator.storage.estimate()
  return { kind: 'stored', files: await countFiles(edition), bytes: usage ?? null }
}

/** Lets a worker that was removed while a tab was open fetch its files again. */
async function keepsFiles(worker: ServiceWorker, edition: OfflineEdition): Promise<boolean> {
  if ((await countFiles(edition)) > 0) return becomesActive(worker)
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<boolean>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true)
  })
  worker.postMessage('store', [port2])
  return answer
}

function becomesActive(worker: ServiceWorker | null): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (!worker || worker.state === 'redundant') resolve(false)
      else if (worker.state === 'activated') resolve(true)
    }
    worker?.addEventListener('statechange', look)
    look()
  })
}

/** Removes the worker and everything it has stored. */
async function forget(workers: ServiceWorkerContainer, { base }: OfflineEdition): Promise<void> {
  const registrations = await workers.getRegistrations()
  const ours = registrations.filter(({ scope }) => new URL(scope).pathname === base)
  await Promise.all(ours.map((registration) => registration.unregister()))
  await Promise.all((await cachesOf(base)).map((name) => caches.delete(name)))
}

/** The number of files stored for the version in use; 0: none. */
async function countFiles({ base }: OfflineEdition): Promise<number> {
  const [first] = await cachesOf(base)
  return first ? (await (await caches.open(first)).keys()).length : 0
}
