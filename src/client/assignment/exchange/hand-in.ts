import { newKey, type Question } from '../../../contract/assignment/model.ts'
import { readerNameKey } from '../../../contract/storage-keys.ts'
import { announce } from '../../platform/announce.ts'
import { save } from '../../platform/save.ts'
import { device } from '../../platform/storage.ts'
import type { AnswerStore } from '../answer-store.ts'
import { keepReceived, receivedNamed } from '../mine/records.ts'
import { readReplies, writeAnswers } from './answers-file.ts'
import { answersFileName, filedAnswers } from './filed.ts'

interface HandedIn {
  store: AnswerStore
  questions: readonly Question[]
  keys: readonly string[]
  /** Of the assignment. */
  name: string
  address: string
}

/** Saves the answers as a file for those who asked, with the name of the reader or without. */
export function fileAnswers(
  root: Document,
  { store, questions, keys, name, address }: HandedIn,
): void {
  const kept = store.read()
  const id = kept.file ?? newKey(9)
  store.write({ ...kept, file: id })
  const made = new Date().toISOString()
  const person = (device.read(readerNameKey) ?? '').trim()
  const { title, about } = kept
  const file = {
    ...{ id, person, made, assignment: { name, title, about, address } },
    answers: filedAnswers(kept, questions, keys),
  }
  const fileName = answersFileName(file)
  save(root, fileName, 'application/json', writeAnswers(file))
  const received = receivedNamed(device, name)
  if (received) keepReceived(device, { ...received, handedIn: made })
  announce(root, `Gespeichert als ${fileName}. Geben Sie die Datei ab, wie es verabredet ist.`)
}

/** Puts what was said to the answers beside them; says what it did. */
export async function takeIn(store: AnswerStore, name: string, file: File): Promise<string> {
  const json = await file.text().catch(() => null)
  if (json === null) return 'Die Datei lässt sich nicht öffnen.'
  const read = readReplies(json)
  if ('fault' in read) return read.fault
  const { id, assignment, by, replies } = read.value
  if (assignment !== name) return 'Die Rückmeldung gehört zu einer anderen Aufgabe.'
  const kept = store.read()
  if (kept.file !== undefined && kept.file !== id)
    return 'Die Rückmeldung gilt den Antworten einer anderen Person.'
  const done = store.write({
    ...kept,
    file: id,
    replies: { ...kept.replies, ...replies },
    repliedBy: by,
  })
  const count = Object.keys(replies).length
  const said = `${count} ${count === 1 ? 'Rückmeldung' : 'Rückmeldungen'}${by && ` von ${by}`}, bei den Fragen zu lesen.`
  return done ? said : `${said} Dieser Browser kann sie nicht speichern.`
}
