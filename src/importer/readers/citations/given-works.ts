/** The works whose data a file contains. */
import type { Work } from '../../imported-text.ts'
import type { CitedItem } from './citation.ts'

export class GivenWorks {
  readonly works: Work[] = []
  readonly #byAddress = new Map<string, Work>()
  readonly #byData = new Map<string, Work>()

  /** The `id` of the work in `works`; null if the field has no data of it and no other field had. */
  add({ work, address }: CitedItem): string | null {
    const known = address === null ? undefined : this.#byAddress.get(address)
    if (known) return known.id
    if (!work) return null
    // Some programs number the works anew in each field.
    const { id: _, ...data } = work
    const written = JSON.stringify(data)
    const same = this.#byData.get(written)
    const own = same ?? { ...work, id: `w${this.works.length + 1}` }
    if (!same) this.works.push(own)
    this.#byData.set(written, own)
    if (address !== null) this.#byAddress.set(address, own)
    return own.id
  }
}
