/**
 * One of the two storages of the browser. If it is blocked (accessing it throws) or full, nothing is found or written;
 * no method throws.
 */
export interface SafeStorage {
  /** Null if there is no value or it cannot be read. */
  read: (name: string) => string | null
  /** The value written by `writeJson`; null if there is none or it cannot be read. */
  readJson: (name: string) => unknown
  /** @param value null: removes the value. Returns false if the browser refuses. */
  write: (name: string, value: string | null) => boolean
  writeJson: (name: string, value: unknown) => boolean
  /** All names, including those of other sites on the same origin. */
  names: () => string[]
}

/** @param open called at every access, since even reading `localStorage` throws if it is blocked */
export function safeStorage(open: () => Storage): SafeStorage {
  const attempt = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    try {
      return work(open())
    } catch {
      return otherwise
    }
  }
  const write = (name: string, value: string | null) =>
    attempt((storage) => {
      if (value === null) storage.removeItem(name)
      else storage.setItem(name, value)
      return true
    }, false)
  return {
    read: (name) => attempt((storage) => storage.getItem(name), null),
    readJson: (name) =>
      attempt<unknown>((storage) => JSON.parse(storage.getItem(name) ?? 'null'), null),
    write,
    writeJson: (name, value) => write(name, JSON.stringify(value)),
    names: () => attempt((storage) => Object.keys(storage), []),
  }
}

/** Stored on the device, for all tabs. */
export const device = safeStorage(() => localStorage)

/** Stored until the tab is closed. */
export const tab = safeStorage(() => sessionStorage)

/** Calls `changed` when another tab has changed the value of a name on the device, or removed all values. */
export function onOtherTab(name: string, changed: () => void, signal: AbortSignal): void {
  addEventListener(
    'storage',
    ({ key }) => {
      if (key === name || key === null) changed()
    },
    { signal },
  )
}
