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

/** The panel of the page „Offline lesen“: says what is stored, stores more, removes it, stores it again. */
export function start(root: Document): () => void {
  const stopped = new AbortController()
  const panel = root.querySelector<HTMLElement>('[data-offline-panel]')
  if (!panel) return () => stopped.abort()
  const { signal } = stopped
  const window = root.defaultView!
  const words = panel.querySelector('[data-offline-state]')!
  const button = (name: string) => panel.querySelector<HTMLButtonElement>(`[data-offline-${name}]`)!
  const [on, off, whole] = [button('on'), button('off'), button('whole')]
  const texts = [...panel.querySelectorAll<HTMLElement>('[data-offline-text]')]
  const show = (state: State) => {
    words.textContent = describe(state)
    on.hidden = state.kind !== 'off' && state.kind !== 'failed'
    off.hidden = state.kind !== 'stored'
    whole.hidden = state.kind !== 'stored' || state.isWhole
    panel.querySelector<HTMLElement>('[data-offline-texts]')!.hidden = state.kind !== 'stored'
  }
  panel.hidden = false

  const edition = findOfflineEdition(root)
  const workers = workersOf(window)
  if (!edition || !workers) {
    show({ kind: 'unsupported' })
    return () => stopped.abort()
  }

  const instead = root.querySelector<HTMLElement>('[data-offline-instead]')!
  instead.hidden = window.location.pathname === `${edition.base}offline/`

  const showTexts = async () => {
    for (const text of texts) {
      const isStored = await isKept(text.dataset['offlineText']!)
      text.querySelector<HTMLElement>('button')!.hidden = isStored
      text.querySelector<HTMLElement>('[data-offline-kept]')!.hidden = !isStored
    }
  }
  const showStored = async (stored: Promise<boolean>) => {
    show({ kind: 'storing' })
    const state = (await stored) ? await stateOf(edition) : ({ kind: 'failed' } as const)
    await showTexts()
    show(state)
  }
  const turnOn = async () => {
    keepWish('an')
    await showStored(store(workers, edition))
    off.focus()
  }
  const turnOff = async () => {
    keepWish('aus')
    await forget(workers, edition)
    show({ kind: 'off' })
    on.focus()
  }
  const storeWhole = async () => {
    keepWish('an')
    await showStored(storeMore(workers, 'all'))
    off.focus()
  }
  const storeText = async (text: HTMLElement) => {
    keepWish('an')
    await showStored(storeMore(workers, [text.dataset['offlineText']!]))
    text.querySelector<HTMLElement>('[data-offline-kept]')!.focus()
  }
  const look = async () => {
    const wanted = mayStore(circumstances(window)) || (await countFiles(edition)) > 0
    if (wanted) await showStored(store(workers, edition))
    else show({ kind: 'off' })
  }
  const listen = (target: HTMLElement, act: () => Promise<void>) =>
    target.addEventListener('click', () => void act().catch(() => show({ kind: 'failed' })), {
      signal,
    })
  listen(on, turnOn)
  listen(off, turnOff)
  listen(whole, storeWhole)
  for (const text of texts) listen(text.querySelector('button')!, () => storeText(text))
  void look().catch(() => show({ kind: 'failed' }))
  return () => stopped.abort()
}

async function stateOf(edition: OfflineEdition): Promise<State> {
  const { usage } = await navigator.storage.estimate()
  const isWhole = await isKept(edition.base + wholeMark)
  const files = await countFiles(edition)
  return { kind: 'stored', files: isWhole ? files - 1 : files, bytes: usage ?? null, isWhole }
}

/** As in worker.js. */
const wholeMark = '?ganz'

const isKept = async (path: string): Promise<boolean> =>
  (await caches.match(path, { ignoreVary: true })) !== undefined

async function store(workers: ServiceWorkerContainer, edition: OfflineEdition): Promise<boolean> {
  const { active, installing } = await register(workers, edition)
  // A worker that was removed while a tab was open has lost its files.
  if (active && (await countFiles(edition)) === 0) return storeWith(active, [])
  return becomesActive(active ?? installing)
}

/** @param pages paths, or the whole edition */
async function storeMore(
  workers: ServiceWorkerContainer,
  pages: readonly string[] | 'all',
): Promise<boolean> {
  const { active } = await workers.ready
  return storeWith(active!, pages)
}

function storeWith(worker: ServiceWorker, pages: readonly string[] | 'all'): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<boolean>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true)
  })
  worker.postMessage({ store: pages }, [port2])
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
