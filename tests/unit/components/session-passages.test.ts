import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assignmentsOf } from '../../../src/components/session-passages.ts'
import { heldSessions } from '../../../src/edition/link/sessions.ts'
import type { Session } from '../../../src/edition/model/model.ts'
import { passageOf, paragraphsOf } from '../../../src/edition/model/passage.ts'
import { readText } from '../../../src/edition/read/read-text.ts'

const source = `---
title: Probe
author: Redaktion
rights: { status: open }
---

eins

## A

zwei zwei

### A eins

drei drei drei

## B

vier

### B eins

fünf
`
const text = readText('content/texts/probe.md', source).data!
const passage = (from: string, to: string) =>
  passageOf(text, { text: 'probe', from, to, optional: false })

test('a passage includes its first and its last paragraph', () => {
  assert.deepEqual(passage('abs-1', 'abs-3'), { first: 'abs-1', last: 'abs-3', words: 6 })
  assert.deepEqual(passage('abs-2', 'abs-2'), { first: 'abs-2', last: 'abs-2', words: 2 })
})

test('a section includes the paragraphs of its subsections', () => {
  assert.deepEqual(passage('a', 'a'), { first: 'abs-2', last: 'abs-3', words: 5 })
  assert.deepEqual(passage('a-eins', 'b'), { first: 'abs-3', last: 'abs-5', words: 5 })
})

const shortSource = `---
title: Probe
author: Redaktion
version: '1.2'
rights: { status: open }
---

eins

## A

zwei

drei
`
const shortText = readText('content/texts/probe.md', shortSource).data!
const session: Session = {
  ...{ slug: 'takte', path: 'content/seminar/takte.yaml', order: 1, terms: [], works: [] },
  ...{ title: 'Takte', aim: 'Zählen können.', task: 'Zu zweit.' },
  passages: [
    { text: 'probe', from: 'abs-1', to: 'a', optional: false },
    { text: 'probe', from: 'abs-3', to: 'abs-3', optional: true },
  ],
  questions: [{ at: ['abs-1', 'a'], text: 'Was zählt?' }],
}
const held = (...passages: Session['passages']) =>
  heldSessions([{ ...session, passages }], [shortText])
const [first, second] = session.passages as [Session['passages'][0], Session['passages'][0]]
const missing = { ...first, text: 'fehlt', optional: true }

test('each passage of a session becomes an assignment; the first has the questions', () => {
  const common = { title: 'Takte', date: '', aim: 'Zählen können.', text: 'probe', version: '1.2' }
  assert.deepEqual(assignmentsOf(session, [shortText]), [
    {
      ...{ ...common, task: 'Zu zweit.', from: '1', to: '3', glossen: '', anmerkungen: '' },
      questions: [{ at: ['1', '2'], text: 'Was zählt?' }],
    },
    { ...common, task: '', from: '3', to: '3', glossen: '', anmerkungen: '', questions: [] },
  ])
})

test('a session keeps the passages whose texts are there, and its questions with the first of them', () => {
  assert.deepEqual(held(first, second), [session])
  assert.deepEqual(held(first, missing), [{ ...session, passages: [first] }])
  assert.deepEqual(held(missing, second), [{ ...session, passages: [second], questions: [] }])
  assert.deepEqual(held(missing, missing), [])
})

test('a passage that runs backwards, or whose section has no paragraphs, has none', () => {
  const backwards = paragraphsOf(text, { from: 'b', to: 'a' })
  assert.deepEqual([backwards, paragraphsOf(text, { from: 'nirgends', to: 'abs-2' })], [[], []])
})
