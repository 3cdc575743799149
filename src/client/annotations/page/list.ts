import { interfaceId, annotationId } from '../../../contract/ids.ts'
import { inTimeSlices } from '../time-slices.ts'
import { colourNames } from '../colours.ts'
import { element } from '../../platform/element.ts'
import type { TextInfo } from '../exchange/texts.ts'
import type { Store } from '../keep/store.ts'
import { isForeign, type Annotation, type Foreign } from '../model.ts'
import { byPlace, groupBy } from '../order.ts'
import { remove, undoable } from '../text/undo.ts'
import { Writing } from '../text/writing.ts'
import { entryItem } from './entry.ts'
import { foreignHeading, foreignHint, foreignItem, foreignMatching } from './foreign-entries.ts'
import { matches, type Filter } from './filter.ts'

/** The list of all notes by text and place; notes whose words were not found come last. */
export class List {
  readonly #root: Document
  readonly #store: Store
  readonly #texts: ReadonlyMap<string, TextInfo>
  readonly #host: HTMLElement
  #lost: ReadonlySet<string> = new Set()
  #drawing = new AbortController()
  #editing = false
  #held: { id: string; control: number } | null = null
  readonly #onWritten: () => void

  constructor(
    root: Document,
    store: Store,
    texts: ReadonlyMap<string, TextInfo>,
    host: HTMLElement,
    onWritten: () => void,
  ) {
    this.#root = root
    this.#store = store
    this.#texts = texts
    this.#host = host
    this.#onWritten = onWritten
  }

  /** Ids of the notes whose words are not in the text as it is now. */
  set lost(ids: ReadonlySet<string>) {
    this.#lost = ids
  }

  /** The list must not be drawn again while a note in it is being written. */
  get isEditing(): boolean {
    return this.#editing
  }

  /** Draws all notes that match the filter. Resolves with their number; null: a later call has replaced this one. */
  async draw(filter: Filter): Promise<number | null> {
    this.#drawing.abort()
    const { signal } = (this.#drawing = new AbortController())
    const shown = await this.#find(filter, signal)
    if (!shown) return null
    const placed = shown.filter(({ id }) => !this.#lost.has(id))
    const lost = shown.filter(({ id }) => this.#lost.has(id))
    const lists: [HTMLElement, Annotation | Foreign][] = []
    const add = (section: HTMLElement, annotations: readonly (Annotation | Foreign)[]) => {
      const list = element(this.#root, 'ol')
      section.append(list)
      for (const annotation of annotations) lists.push([list, annotation])
      return section
    }
    const sections = [...groupBy(placed, ({ text }) => text)].map(([text, own]) =>
      add(this.#section(this.#texts.get(text)?.title ?? text), own),
    )
    if (lost.length > 0) {
      const section = this.#section('Nicht zuzuordnen')
      section.id = interfaceId('ohne-platz')
      const words =
        'Der Text hat sich seither geändert; diese Worte stehen nicht mehr darin. Die Notizen bleiben mit dem alten Wortlaut erhalten.'
      section.append(element(this.#root, 'p', 'own-hint', words))
      sections.push(add(section, lost))
    }
    const foreign = foreignMatching(this.#store.foreign, filter.query)
    if (foreign.length > 0) {
      const section = this.#section(foreignHeading)
      section.append(element(this.#root, 'p', 'own-hint', foreignHint))
      sections.push(add(section, foreign))
    }
    this.#holdFocus()
    this.#host.replaceChildren(...sections)
    const append = ([list, entry]: [HTMLElement, Annotation | Foreign]) => {
      const item = isForeign(entry)
        ? foreignItem(this.#root, this.#store, entry)
        : this.#item(entry)
      list.append(item)
      this.#giveFocusBack(item)
    }
    await inTimeSlices(lists, append, signal)
    return signal.aborted ? null : shown.length
  }

  /** Remembers which control of which note has the focus. With the focus on the body, what was remembered stays. */
  #holdFocus(): void {
    const active = this.#root.activeElement
    if (active === this.#root.body) return
    const item = (this.#host.contains(active) && active?.closest('.own-note')) || null
    this.#held = item && { id: item.id, control: controlsOf(item).indexOf(active as HTMLElement) }
  }

  #giveFocusBack(item: HTMLElement): void {
    if (item.id !== this.#held?.id) return
    controlsOf(item)[this.#held.control]?.focus({ preventScroll: true })
    this.#held = null
  }

  /** The notes that match the filter, in order; null: aborted. */
  async #find(filter: Filter, signal: AbortSignal): Promise<Annotation[] | null> {
    const names = colourNames()
    const found: Annotation[] = []
    const look = (one: Annotation) => {
      if (matches(one, filter, names)) found.push(one)
    }
    await inTimeSlices(this.#store.annotations, look, signal)
    return signal.aborted ? null : found.sort(byPlace)
  }

  #section(title: string): HTMLElement {
    const heading = element(this.#root, 'h2', '', title)
    return element(this.#root, 'section', '', heading)
  }

  #item(annotation: Annotation): HTMLElement {
    return entryItem(this.#root, annotation, this.#texts.get(annotation.text), {
      edit: (item) => this.#edit(item, annotation.id),
      remove: () => this.#remove(annotation.id),
    })
  }

  #remove(id: string): void {
    this.#editing = false
    const annotation = this.#store.get(id)
    if (!annotation) return
    const next = this.#root.getElementById(annotationId(id))?.nextElementSibling
    const focus = next?.querySelector('button') ?? this.#host.closest('section')
    void this.#store.put(remove(annotation))
    focus?.focus({ preventScroll: true })
    undoable(this.#root, annotation.body ? 'Notiz entfernt.' : 'Markierung entfernt.', () =>
      this.#store.put({ ...annotation, modified: new Date().toISOString() }),
    )
  }

  /** Replaces the words of a note by a field, until the focus leaves the note. */
  #edit(item: HTMLElement, id: string): void {
    const annotation = this.#store.get(id)
    if (!annotation || item.querySelector('textarea')) return
    const done = new AbortController()
    const words = item.querySelector<HTMLElement>('.own-words')!
    const area = element(this.#root, 'textarea', { 'aria-label': 'Notiz', maxlength: '50000' })
    this.#editing = true
    words.replaceChildren(area)
    const writing = new Writing(this.#store, area, done.signal)
    writing.begin(annotation)
    area.focus()
    const finish = () => {
      if (done.signal.aborted) return
      done.abort()
      writing.flush()
      this.#editing = false
      const now = this.#store.get(id)
      if (now && item.isConnected) item.replaceWith(this.#item(now))
      this.#onWritten()
    }
    area.addEventListener('blur', () => writing.flush(), { signal: done.signal })
    // Not on blur of the field: that would remove the button beside it before its click.
    item.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        if (!item.contains(relatedTarget as Node | null)) finish()
      },
      { signal: done.signal },
    )
    area.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        finish()
        this.#root.querySelector<HTMLElement>(`#${annotationId(id)} [data-edit]`)?.focus()
      },
      { signal: done.signal },
    )
  }
}

const controlsOf = (item: Element) => [...item.querySelectorAll<HTMLElement>('a, button')]
