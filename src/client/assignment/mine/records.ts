import { answersPrefix, madePrefix, receivedPrefix } from '../../../contract/storage-keys.ts'
import type { SafeStorage } from '../../platform/storage.ts'
import { keptIn } from '../answers.ts'

/** An assignment that was made on this device. */
export interface Made {
  id: string
  /** Of its link. */
  code: string
  /** ISO 8601, UTC. */
  changed: string
}

/** An assignment that was opened on this device: what a list says of it without reading its link. */
export interface Received {
  /** Under which the answers are kept. */
  name: string
  title: string
  text: string
  /** What follows the address of the text. */
  link: string
  revision: number
  due: string
  questions: number
  opened: string
  /** When the answers were last written to a file; empty: not yet. */
  handedIn: string
}

export const madeOn = (storage: SafeStorage): Made[] =>
  recordsOn(storage, madePrefix)
    .flatMap(([id, { code, changed }]) =>
      isText(code) && isText(changed) ? [{ id, code, changed }] : [],
    )
    .sort((a, b) => (a.changed < b.changed ? 1 : -1))

export const receivedOn = (storage: SafeStorage): Received[] =>
  recordsOn(storage, receivedPrefix)
    .flatMap(([name, record]) => readReceived(name, record) ?? [])
    .sort((a, b) => (a.opened < b.opened ? 1 : -1))

export const receivedNamed = (storage: SafeStorage, name: string): Received | null => {
  const record = storage.readJson(receivedPrefix + name)
  return isRecord(record) ? readReceived(name, record) : null
}

export const keepMade = (storage: SafeStorage, { id, ...made }: Made): boolean =>
  storage.writeJson(madePrefix + id, made)

/** An older version of an assignment does not replace a newer one. */
export function keepReceived(storage: SafeStorage, { name, ...received }: Received): boolean {
  const before = receivedNamed(storage, name)
  const isOlder = before !== null && before.revision > received.revision
  const handedIn = received.handedIn || (before?.handedIn ?? '')
  const kept = isOlder
    ? { ...before, opened: received.opened, handedIn }
    : { ...received, handedIn }
  return storage.writeJson(receivedPrefix + name, { ...kept, name: undefined })
}

export const forgetMade = (storage: SafeStorage, id: string): boolean =>
  storage.write(madePrefix + id, null)

export const forgetReceived = (storage: SafeStorage, name: string): boolean =>
  storage.write(receivedPrefix + name, null)

/** How many questions of an assignment have an answer, and whether there are replies to them. */
export function stateOf(storage: SafeStorage, name: string) {
  const { answers, replies } = keptIn(storage.readJson(answersPrefix + name), {
    ...{ title: '', about: '', answers: {} },
  })
  return { answered: Object.keys(answers).length, replied: Object.keys(replies ?? {}).length > 0 }
}

function recordsOn(storage: SafeStorage, prefix: string): [string, Record<string, unknown>][] {
  return storage.names().flatMap((item) => {
    if (!item.startsWith(prefix)) return []
    const record = storage.readJson(item)
    return isRecord(record) ? [[item.slice(prefix.length), record]] : []
  })
}

function readReceived(name: string, record: Record<string, unknown>): Received | null {
  const { title, text, link, revision, due, questions, opened, handedIn } = record
  if (![title, text, link, due, opened, handedIn].every(isText)) return null
  if (typeof revision !== 'number' || typeof questions !== 'number') return null
  return { name, title, text, link, revision, due, questions, opened, handedIn } as Received
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
