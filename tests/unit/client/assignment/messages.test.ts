import assert from 'node:assert/strict'
import { test } from 'node:test'
import { questionsOutside } from '../../../../src/client/assignment/messages.ts'

const passage = ['3', '4', '5a']

const cases: [asked: string[][], sentences: string[]][] = [
  [[['9']], ['Frage 1 nennt Absatz 9, außerhalb der Lektüre; sie steht hinter der Lektüre.']],
  [[['3'], [], ['2', '4', '6']], ['Frage 3 nennt Absatz 2 und 6, außerhalb der Lektüre.']],
  [
    [['5'], ['5a'], ['999', '1']],
    [
      'Frage 1 nennt Absatz 5, außerhalb der Lektüre; sie steht hinter der Lektüre.',
      'Frage 3 nennt Absatz 999 und 1, außerhalb der Lektüre; sie steht hinter der Lektüre.',
    ],
  ],
]

for (const [asked, sentences] of cases)
  test(`questions at ${JSON.stringify(asked)} are said to be outside of the passage`, () => {
    const questions = asked.map((at) => ({ at, text: 'Was heißt das?' }))
    assert.deepEqual(questionsOutside({ questions }, passage)?.sentences, sentences)
  })

test('questions about the passage need no message', () => {
  const questions = [['3'], ['4', '5a'], []].map((at) => ({ at, text: 'Was heißt das?' }))
  assert.equal(questionsOutside({ questions }, passage), null)
})
