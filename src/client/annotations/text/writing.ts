import { putDown } from '../keep/drafts.ts'
import type { Store } from '../keep/store.ts'
import { rewrite } from '../exchange/merge.ts'
import type { Annotation } from '../model.ts'

/** Pause in typing after which the database is written, ms. A draft is stored at every key. */
const pause = 300

/** A note that is being written in a field. */
export class Writing {
  readonly #store: Store
  readonly #area: HTMLTextAreaElement
  #before: Annotation | null = null
  /** The note when field and store were last the same. */
  #agreed = ''
  #waiting: ReturnType<typeof setTimeout> | undefined

  constructor(store: Store, area: HTMLTextAreaElement, signal: AbortSignal) {
    this.#store = store
    this.#area = area
    area.addEventListener('input', () => this.#typed())
    const flush = () => this.flush()
    addEventListener('pagehide', flush, { signal })
    document.addEventListener('visibilitychange', flush, { signal })
  }

  begin(annotation: Annotation): void {
    this.#before = annotation
    this.#agreed = this.#area.value = annotation.body
  }

  /** Takes over a change made elsewhere, as in another tab, unless something was typed here meanwhile. */
  hear(annotation: Annotation): void {
    if (this.#area.value !== this.#agreed || annotation.body === this.#agreed) return
    this.begin(annotation)
  }

  #typed(): void {
    clearTimeout(this.#waiting)
    const next = this.#next()
    if (next) putDown([next])
    this.#waiting = setTimeout(() => this.flush(), pause)
  }

  /** Stores what is not stored yet. Returns the annotation as stored; null: there was no change. */
  flush(): Annotation | null {
    clearTimeout(this.#waiting)
    const next = this.#next()
    if (!next) return null
    this.#agreed = next.body
    // `#next` has appended what another tab wrote meanwhile.
    if (this.#area.value !== next.body) this.#area.value = next.body
    void this.#store.put(next)
    return next
  }

  #next(): Annotation | null {
    const now = this.#before && this.#store.get(this.#before.id)
    const words = this.#area.value
    if (!now || !this.#before || words === this.#agreed) return null
    const other = now.body !== this.#agreed && !words.includes(now.body)
    const body = other ? `${words}\n\n— andere Fassung dieser Notiz —\n\n${now.body}` : words
    const { history } = rewrite(this.#before, body, '')
    return { ...rewrite(now, body, new Date().toISOString()), history }
  }
}
