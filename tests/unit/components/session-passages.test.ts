import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assignmentsOf, passageOf } from '../../../src/components/session-passages.ts'
import type { Session } from '../../../src/edition/model/model.ts'
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
    { text: 'fehlt', from: 'abs-1', to: 'abs-2', optional: false },
    { text: 'probe', from: 'abs-1', to: 'a', optional: false },
    { text: 'probe', from: 'abs-3', to: 'abs-3', optional: true },
  ],
  questions: [{ at: ['abs-1', 'abs-2'], text: 'Was zählt?' }],
}

test('each passage of a session becomes an assignment; the first whose text exists has the questions', () => {
  const common = { title: 'Takte', date: '', aim: 'Zählen können.', text: 'probe', version: '1.2' }
  assert.deepEqual(assignmentsOf(session, [shortText]), [
    null,
    {
      ...{ ...common, task: 'Zu zweit.', from: '1', to: '3', glossen: '', anmerkungen: '' },
      questions: [{ at: ['1', '2'], text: 'Was zählt?' }],
    },
    { ...common, task: '', from: '3', to: '3', glossen: '', anmerkungen: '', questions: [] },
  ])
})
