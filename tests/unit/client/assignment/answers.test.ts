import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  keysOf,
  nameOf,
  orphans,
  keptIn,
  withAnswer,
  type Kept,
} from '../../../../src/client/assignment/answers.ts'
import { toMarkdown } from '../../../../src/client/assignment/markdown.ts'
import type { Assignment } from '../../../../src/contract/assignment/model.ts'

const empty: Kept = { title: 'Takte', about: 'Absätze 2–4 aus Redaktion: Von Uhren', answers: {} }
const questions = [
  { at: ['2'], text: 'Was zählt?\nUnd wer?' },
  { at: [], text: 'Was fehlt?' },
  { at: [], text: 'Was fehlt?' },
]
const keys = keysOf(questions)
const answered = withAnswer(empty, keys[0]!, { question: 'Was zählt?', at: ['2'], answer: ' Rad ' })

test('every question has its own key, which does not depend on other questions', () => {
  assert.equal(new Set(keys).size, 3)
  assert.deepEqual(keysOf(questions.slice(0, 2)), keys.slice(0, 2))
})

test('the name of stored answers depends on passage and title, not on the questions', () => {
  const assignment = { text: 'uhren', from: '2', to: '4', title: 'Takte', questions } as Assignment
  assert.equal(nameOf(assignment), nameOf({ ...assignment, questions: [], task: 'Neu.' }))
  assert.notEqual(nameOf(assignment), nameOf({ ...assignment, to: '5' }))
})

test('an empty answer is removed', () => {
  assert.deepEqual(Object.keys(answered.answers), [keys[0]])
  const removed = withAnswer(answered, keys[0]!, { question: '', at: [], answer: ' \n' })
  assert.deepEqual(removed, empty)
})

test('stored answers are read; damaged ones are left out', () => {
  assert.deepEqual(keptIn(answered, empty), answered)
  for (const value of [null, '', 7, [], { answers: null }, { answers: 7 }])
    assert.deepEqual(keptIn(value, empty).answers, {}, JSON.stringify(value))
  const mixed = { answers: { ...answered.answers, x: { answer: 7 }, y: null, z: 'z' } }
  assert.deepEqual(keptIn(mixed, empty), answered)
})

test('answers to questions that were removed are listed separately and exported', () => {
  assert.deepEqual(orphans(answered, keys), [])
  assert.deepEqual(orphans(answered, keys.slice(1)), Object.values(answered.answers))
  const markdown = toMarkdown(answered, questions.slice(1), keys.slice(1), 'https://lesen.example/')
  assert.match(markdown, /## Frühere Frage zu Absatz 2\n\n> Was zählt\?\n\nRad\n$/)
})

test('the export names title, place, address, every question and every answer', () => {
  assert.equal(
    toMarkdown(answered, questions.slice(0, 2), keys, 'https://lesen.example/#a'),
    `# Takte

Absätze 2–4 aus Redaktion: Von Uhren

<https://lesen.example/#a>

## Frage 1 zu Absatz 2

> Was zählt?
> Und wer?

Rad

## Frage 2

> Was fehlt?

(keine Antwort)
`,
  )
})
