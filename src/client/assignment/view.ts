import { settingsKey } from '../../contract/storage-keys.ts'
import { device } from '../platform/storage.ts'
import { defaults, type Settings } from '../settings/schema.ts'
import { merge, parseAddress, parseStored } from '../settings/settings.ts'
import type { Assignment } from '../../contract/assignment/model.ts'

/** Glosses and notes as the assignment wants them, on this page alone: what the reader has set stays as it is. */
export function applyView(
  root: Document,
  article: HTMLElement,
  { glossen, anmerkungen }: Pick<Assignment, 'glossen' | 'anmerkungen'>,
): void {
  if (glossen) set(root, 'glossen', glossen)
  if (anmerkungen === 'rand' || anmerkungen === 'text') set(root, 'anmerkungen', anmerkungen)
  setNotes(article, anmerkungen !== 'aus')
  root.dispatchEvent(new CustomEvent('edition:settings'))
}

/** Restores the reader’s own settings. */
export function restoreView(root: Document, article: HTMLElement): void {
  const own = merge(parseStored(device.read(settingsKey)), parseAddress(root.location.search))
  set(root, 'glossen', own.glossen)
  set(root, 'anmerkungen', own.anmerkungen)
  setNotes(article, true)
  root.dispatchEvent(new CustomEvent('edition:settings'))
}

function set(root: Document, key: keyof Settings, value: string): void {
  const { dataset } = root.documentElement
  if (value === defaults[key]) delete dataset[key]
  else dataset[key] = value
}

function setNotes(article: HTMLElement, shown: boolean): void {
  article.toggleAttribute('data-without-notes', !shown)
  for (const note of article.querySelectorAll('.note')) note.toggleAttribute('data-off', !shown)
}
