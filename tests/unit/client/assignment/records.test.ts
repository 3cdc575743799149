import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  forgetReceived,
  keepMade,
  keepReceived,
  madeOn,
  receivedNamed,
  receivedOn,
  type Received,
} from '../../../../src/client/assignment/mine/records.ts'
import { sayState } from '../../../../src/client/assignment/mine/say-state.ts'
import { keysOf, nameOf, withAnswer } from '../../../../src/client/assignment/answers.ts'
import {
  asNew,
  draftOf,
  emptyDraft,
  identified,
  nextRevision,
} from '../../../../src/client/assignment/form/draft.ts'
import { validate } from '../../../../src/client/assignment/form/validate.ts'
import {
  keptIn as backedUp,
  readBackup,
  restoreKept,
  writeBackup,
} from '../../../../src/client/annotations/exchange/backup.ts'
import { openStore } from '../../../../src/client/assignment/answer-store.ts'
import { answersPrefix } from '../../../../src/contract/storage-keys.ts'
import { safeStorage } from '../../../../src/client/platform/storage.ts'
import type { Assignment } from '../../../../src/contract/assignment/model.ts'

function emptyStorage() {
  const values = new Map<string, string>()
  const methods = {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  }
  const storage = new Proxy(methods, {
    ownKeys: () => [...values.keys()],
    getOwnPropertyDescriptor: (_, name) => ({
      value: values.get(String(name)),
      enumerable: true,
      configurable: true,
    }),
  })
  return safeStorage(() => storage as unknown as Storage)
}

const clocks = {
  ...{ slug: 'uhren', version: '1.0', sections: [] },
  paragraphs: ['1', '2', '3'].map((number) => ({ number, words: 'Es tickt.' })),
}
const draft = {
  ...{ ...emptyDraft, text: 'uhren', from: '1', to: '3', title: 'Takte' },
  questions: [
    { at: '2', text: 'Was zählt?' },
    { at: '3', text: 'Wer zählt?' },
  ],
}
const made = validate(identified(draft), clocks).assignment!

test('an assignment that is corrected keeps its name and the answers to all its questions', () => {
  const reopened = draftOf(made)
  const corrected = {
    ...{ ...reopened, title: 'Takte, berichtigt', from: '2' },
    questions: [
      { ...reopened.questions[1]!, text: 'Wer zählt hier?' },
      { at: '', text: 'Neu?' },
    ],
  }
  const again = validate(identified(corrected), clocks).assignment!
  assert.equal(nameOf(again), nameOf(made))
  assert.equal(keysOf(again.questions)[0], keysOf(made.questions)[1])
  assert.ok(!keysOf(made.questions).includes(keysOf(again.questions)[1]!))
  assert.equal(again.revision, 1)
})

test('a link made before there were ids keeps the answers that it has when it is corrected', () => {
  const early: Assignment = {
    ...{ title: 'Alt', text: 'uhren', version: '1.0', from: '1', to: '2', date: '2026-12-01' },
    ...{ aim: '', task: '', glossen: '', anmerkungen: '' },
    questions: [{ at: ['1'], text: 'Was zählt?' }],
  }
  const again = validate({ ...draftOf(early), title: 'Neu', to: '3' }, clocks).assignment!
  assert.equal(nameOf(again), nameOf(early))
  assert.deepEqual(keysOf(again.questions), keysOf(early.questions))
})

test('what is handed out anew counts on, what is handed out again does not', () => {
  assert.equal(nextRevision(made, null), 0)
  assert.equal(nextRevision({ ...made, revision: 1 }, made), 0)
  assert.equal(nextRevision({ ...made, task: 'Zu zweit.' }, { ...made, revision: 4 }), 5)
  const own = validate(identified(asNew(draftOf(made))), clocks).assignment!
  assert.notEqual(nameOf(own), nameOf(made))
  assert.equal(own.revision, 0)
})

const received: Received = {
  ...{ name: 'takt', title: 'Takte', text: 'uhren', link: '#aufgabe=1', revision: 1, due: '' },
  ...{ questions: 2, opened: '2026-11-30T09:00:00.000Z', handedIn: '' },
}

test('an older version of an assignment does not replace a newer one in the list', () => {
  const storage = emptyStorage()
  keepReceived(storage, { ...received, handedIn: '2026-11-30T10:00:00.000Z' })
  keepReceived(storage, { ...received, revision: 0, link: '#aufgabe=0' })
  assert.equal(receivedNamed(storage, 'takt')!.link, '#aufgabe=1')
  keepReceived(storage, { ...received, revision: 2, link: '#aufgabe=2' })
  assert.equal(receivedNamed(storage, 'takt')!.link, '#aufgabe=2')
  assert.equal(receivedNamed(storage, 'takt')!.handedIn, '2026-11-30T10:00:00.000Z')
  storage.writeJson('edition:erhalten:x', { title: 7 })
  assert.equal(receivedOn(storage).length, 1)
  forgetReceived(storage, 'takt')
  assert.deepEqual(receivedOn(storage), [])
})

test('the state says what is answered, handed in and replied to; all of it is in the backup', (t) => {
  const storage = emptyStorage()
  keepMade(storage, { id: 'a', code: '1.x', changed: '2026-11-30T09:00:00.000Z' })
  keepReceived(storage, received)
  assert.deepEqual(sayState(storage, received), ['noch nicht beantwortet'])
  const empty = { title: 'Takte', about: '', answers: {} }
  const answer = { question: 'Was zählt?', at: ['2'], answer: 'Das Rad.' }
  const kept = { ...withAnswer(empty, 'k', answer), replies: { k: 'Ja.' } }
  storage.writeJson(`${answersPrefix}takt`, kept)
  const handedIn = { ...received, handedIn: '2026-11-30T10:00:00.000Z' }
  const said = [
    '1 von 2 Fragen beantwortet',
    'Antworten am 30. November 2026 als Datei gespeichert',
    'Rückmeldung eingelesen',
  ]
  assert.deepEqual(sayState(storage, handedIn), said)

  const other = emptyStorage()
  const backup = readBackup(writeBackup({ kept: backedUp(storage), entries: [] }, received.opened))
  assert.ok('value' in backup)
  restoreKept(other, backup.value.kept)
  assert.deepEqual(sayState(other, handedIn), said)
  assert.deepEqual(madeOn(other), madeOn(storage))
  assert.deepEqual(receivedOn(other), receivedOn(storage))

  const before = globalThis.localStorage
  Object.defineProperty(globalThis, 'localStorage', { value: undefined, configurable: true })
  t.after(() =>
    Object.defineProperty(globalThis, 'localStorage', { value: before, configurable: true }),
  )
  const store = openStore('takt', empty)
  store.write(kept)
  assert.deepEqual(store.read().replies, { k: 'Ja.' })
})
