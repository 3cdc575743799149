import { mayStore } from './decide.ts'
import { describe, type State } from './describe.ts'
import { circumstances, findPlace, keepWish, register, workersOf, type Place } from './storage.ts'
import { countFiles, forget } from './stored.ts'

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

  const place = findPlace(root)
  const workers = workersOf(window)
  if (!place || !workers) {
    show({ kind: 'unsupported' })
    return () => stopped.abort()
  }

  const turnOn = async () => {
    keepWish('an')
    show({ kind: 'storing' })
    show(await store(workers, place))
    off.focus()
  }
  const turnOff = async () => {
    keepWish('aus')
    await forget(workers, place)
    show({ kind: 'off' })
    on.focus()
  }
  const look = async () => {
    const wanted = mayStore(circumstances(window)) || (await countFiles(place)) > 0
    show({ kind: wanted ? 'storing' : 'off' })
    if (wanted) show(await store(workers, place))
  }
  const fail = () => show({ kind: 'failed' })
  on.addEventListener('click', () => void turnOn().catch(fail), { signal })
  off.addEventListener('click', () => void turnOff().catch(fail), { signal })
  void look().catch(fail)
  return () => stopped.abort()
}

async function store(workers: ServiceWorkerContainer, place: Place): Promise<State> {
  const { active, installing } = await register(workers, place)
  const done = active ? await keepsFiles(active, place) : await becomesActive(installing)
  if (!done) return { kind: 'failed' }
  const { usage } = await navigator.storage.estimate()
  return { kind: 'stored', files: await countFiles(place), bytes: usage ?? null }
}

/** A worker that outlived its removal, as long as a tab was open, fetches its files again. */
async function keepsFiles(worker: ServiceWorker, place: Place): Promise<boolean> {
  if ((await countFiles(place)) > 0) return becomesActive(worker)
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
