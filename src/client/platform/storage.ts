/**
 * One of the two storages of the browser. It may be forbidden (reading it throws) or full: then nothing is found and
 * nothing is written, and no method throws.
 */
export interface SafeStorage {
  /** Null where there is none, or nothing can be read. */
  read: (name: string) => string | null
  /** The value of what `writeJson` wrote; null where there is none, or it cannot be read. */
  readJson: (name: string) => unknown
  /** @param value null: removed. Returns false where the browser refuses. */
  write: (name: string, value: string | null) => boolean
  writeJson: (name: string, value: unknown) => boolean
  /** All names, those of others on the same address among them. */
  names: () => string[]
}

/** @param open asked at every call: where storage is forbidden, even its name throws */
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

/** Kept on the device, for all tabs. */
export const device = safeStorage(() => localStorage)

/** Kept until the tab is closed. */
export const tab = safeStorage(() => sessionStorage)

/** Calls back when another tab has changed what the device keeps under a name, or has removed everything. */
export function onOtherTab(name: string, changed: () => void, signal: AbortSignal): void {
  addEventListener(
    'storage',
    ({ key }) => {
      if (key === name || key === null) changed()
    },
    { signal },
  )
}
