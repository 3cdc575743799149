import { isOf } from '../../contract/ids.ts'
import { readingPlacePrefix } from '../../contract/storage-keys.ts'
import { device } from '../platform/storage.ts'

/** A reader's bookmark in a text, stored on the device under the slug of the text. */
export interface Kept {
  id: string
  /** Label in the offer: „Absatz 14, Hausrecht“. */
  name: string
}

export function readBookmark(slug: string): Kept | null {
  const kept = device.readJson(readingPlacePrefix + slug)
  return isKept(kept) ? kept : null
}

export function keepBookmark(slug: string, bookmark: Kept | null): void {
  if (bookmark) device.writeJson(readingPlacePrefix + slug, bookmark)
  else device.write(readingPlacePrefix + slug, null)
}

export function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  const { id, name } = value as Partial<Record<keyof Kept, unknown>>
  return typeof id === 'string' && isOf(id, 'paragraph') && typeof name === 'string'
}
