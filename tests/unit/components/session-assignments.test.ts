import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assignmentsOf } from '../../../src/components/session-assignments.ts'
import type { Session } from '../../../src/edition/model/model.ts'
import { readText } from '../../../src/edition/read/read-text.ts'

const source = `---
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
const text = readText('content/texts/probe.md', source).data!
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

test('each passage of a session is an assignment; the first that is here has the questions', () => {
  const common = { title: 'Takte', date: '', aim: 'Zählen können.', text: 'probe', version: '1.2' }
  assert.deepEqual(assignmentsOf(session, [text]), [
    null,
    {
      ...{ ...common, task: 'Zu zweit.', from: '1', to: '3', glossen: '', anmerkungen: '' },
      questions: [{ at: ['1', '2'], text: 'Was zählt?' }],
    },
    { ...common, task: '', from: '3', to: '3', glossen: '', anmerkungen: '', questions: [] },
  ])
})
