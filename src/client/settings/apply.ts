import { settingsKey } from '../../contract/storage-keys.ts'
import { device } from '../platform/storage.ts'
import { defaults, isInAddress, keys, type Key, type Settings } from './schema.ts'
import { addressWithout, parseStored, serialise } from './settings.ts'

/** The settings in effect on the page. */
export function settingsOn(root: Document): Settings {
  const { dataset } = root.documentElement
  return Object.fromEntries(keys.map((key) => [key, dataset[key] ?? defaults[key]])) as Settings
}

/** Changes a setting, stores it on the device and dispatches `edition:settings`. */
export function change<K extends Key>(root: Document, key: K, value: Settings[K]): void {
  set(root, key, value)
  keep({ ...kept(), [key]: value })
  finish(root, [key])
}

export function reset(root: Document): void {
  for (const key of keys) set(root, key, defaults[key])
  keep({})
  finish(root, keys)
}

function set(root: Document, key: Key, value: string): void {
  if (value === defaults[key]) delete root.documentElement.dataset[key]
  else root.documentElement.dataset[key] = value
}

// Storage may be forbidden or full: the setting then applies to this page only.
const kept = (): Partial<Settings> => parseStored(device.read(settingsKey))

const keep = (settings: Partial<Settings>) => device.write(settingsKey, serialise(settings))

/** Removes changed settings from the address, which would override them on reload, and notifies the page. */
function finish(root: Document, changed: readonly Key[]): void {
  const address = addressWithout(location.href, changed.filter(isInAddress))
  if (address !== location.href) history.replaceState(history.state, '', address)
  root.dispatchEvent(new CustomEvent('edition:settings', { detail: 'reader' }))
}
