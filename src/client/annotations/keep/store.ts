import { annotationsKey } from '../../../contract/storage-keys.ts'
import { device } from '../../platform/storage.ts'
import {
  isAnnotation,
  isForeign,
  touched,
  type Annotation,
  type Entry,
  type Foreign,
} from '../model.ts'
import { merge, type Merged } from '../exchange/merge.ts'
import { openDatabase, type Database } from './database.ts'
import { findDrafts, putDown, takeAway } from './drafts.ts'

/** Why what is written now is not kept by this browser; null: it is kept. */
export type Trouble = 'full' | 'closed' | null

/** All entries of this device in memory, written to the database and sent to other tabs. */
export class Store extends EventTarget {
  readonly entries = new Map<string, Entry>()
  trouble: Trouble = null
  readonly #database: Database | null
  readonly #channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(annotationsKey) : null
  /** Not on the disk yet. */
  readonly #waiting = new Map<string, Entry>()

  constructor(database: Database | null, entries: readonly Entry[]) {
    super()
    this.#database = database
    if (!database) this.trouble = 'closed'
    this.#take(entries)
    const drafts = findDrafts().filter((draft) => this.#isNewer(draft))
    if (drafts.length > 0) void this.put(...drafts)
    this.#flag()
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<Entry[]>) =>
      this.#tell(this.#take(data)),
    )
  }

  get annotations(): Annotation[] {
    return [...this.entries.values()].filter(isAnnotation)
  }

  get foreign(): Foreign[] {
    return [...this.entries.values()].filter(isForeign)
  }

  of(text: string): Annotation[] {
    return this.annotations.filter((annotation) => annotation.text === text)
  }

  get(id: string): Annotation | undefined {
    const entry = this.entries.get(id)
    return entry && isAnnotation(entry) ? entry : undefined
  }

  /** Resolves when the database has answered. What it refuses stays in memory and is written with the next call. */
  async put(...entries: Entry[]): Promise<void> {
    for (const entry of entries) this.#waiting.set(entry.id, entry)
    if (entries.length < 20) putDown(entries)
    this.#take(entries, true)
    this.#tell(entries.map(({ id }) => id))
    this.#channel?.postMessage(entries)
    await this.#write()
  }

  async merge(coming: readonly Entry[]): Promise<Merged> {
    const merged = merge(this.entries, coming)
    if (merged.changed.length > 0) await this.put(...merged.changed)
    return merged
  }

  /** Replaces all entries. Rejects without any change if the database or `besides` fails. */
  async replace(entries: readonly Entry[], besides: () => void): Promise<void> {
    if (!this.#database) throw new DOMException('closed')
    await this.#database.replace(entries, besides)
    const gone = [...this.entries.keys()]
    this.entries.clear()
    this.#waiting.clear()
    this.#take(entries, true)
    this.#flag()
    this.#channel?.postMessage(entries)
    this.#tell([...gone, ...this.entries.keys()])
  }

  get unkept(): boolean {
    return this.#waiting.size > 0
  }

  async #write(): Promise<void> {
    this.#flag()
    const entries = [...this.#waiting.values()]
    const before = this.trouble
    try {
      if (!this.#database) throw new DOMException('closed')
      await this.#database.write(entries)
      for (const entry of entries)
        if (this.#waiting.get(entry.id) === entry) this.#waiting.delete(entry.id)
      takeAway(entries)
      this.trouble = null
    } catch (error) {
      this.trouble = (error as Error | null)?.name === 'QuotaExceededError' ? 'full' : 'closed'
    }
    if (before !== this.trouble) this.dispatchEvent(new CustomEvent('trouble'))
  }

  #take(entries: readonly Entry[], always = false): string[] {
    const taken = entries.filter((entry) => always || this.#isNewer(entry))
    for (const entry of taken) this.entries.set(entry.id, entry)
    return taken.map(({ id }) => id)
  }

  #isNewer(entry: Entry): boolean {
    const own = this.entries.get(entry.id)
    return !own || touched(own) < touched(entry)
  }

  #tell(ids: string[]): void {
    if (ids.length > 0) this.dispatchEvent(new CustomEvent('change', { detail: ids }))
  }

  /** Tells a page, before it loads anything, whether this device keeps annotations. */
  #flag(): void {
    const on = this.annotations.length > 0
    if (on !== (device.read(annotationsKey) !== null)) device.write(annotationsKey, on ? '1' : null)
  }
}

let store: Promise<Store> | undefined

/** The store of this page. */
export function storeHere(): Promise<Store> {
  return (store ??= open())
}

async function open(): Promise<Store> {
  try {
    const database = await openDatabase(indexedDB)
    return new Store(database, await database.read())
  } catch {
    return new Store(null, [])
  }
}
