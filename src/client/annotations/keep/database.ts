import { annotationsStore, databaseName } from '../../../contract/storage-keys.ts'
import type { Entry } from '../model.ts'

/** The entries on the disk of this device. Every method rejects with a DOMException where the browser refuses. */
export interface Database {
  read: () => Promise<Entry[]>
  write: (entries: readonly Entry[]) => Promise<void>
  /** Replaces all entries; rolled back if `besides` throws. */
  replace: (entries: readonly Entry[], besides: () => void) => Promise<void>
}

export async function openDatabase(factory: IDBFactory): Promise<Database> {
  const opening = factory.open(databaseName, 1)
  opening.onupgradeneeded = () =>
    opening.result.createObjectStore(annotationsStore, { keyPath: 'id' })
  const database = await settled(opening)
  // An open connection would block a tab that deletes or upgrades the database.
  database.onversionchange = () => database.close()

  const change = (work: (rows: IDBObjectStore) => void) => {
    const transaction = database.transaction(annotationsStore, 'readwrite')
    const done = committed(transaction)
    try {
      work(transaction.objectStore(annotationsStore))
      transaction.commit()
    } catch (error) {
      transaction.abort()
      done.catch(() => {})
      throw error
    }
    return done
  }
  return {
    read: () =>
      settled(database.transaction(annotationsStore).objectStore(annotationsStore).getAll()),
    write: async (entries) => change((rows) => entries.forEach((entry) => rows.put(entry))),
    replace: async (entries, besides) =>
      change((rows) => {
        rows.clear()
        entries.forEach((entry) => rows.put(entry))
        besides()
      }),
  }
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, refuse) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => refuse(request.error)
  })

const committed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((done, refuse) => {
    transaction.oncomplete = () => done()
    transaction.onabort = transaction.onerror = () => refuse(transaction.error)
  })
