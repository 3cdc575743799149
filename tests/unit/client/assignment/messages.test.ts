import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explain, questionsOutside } from '../../../../src/client/assignment/messages.ts'
import type { Missing } from '../../../../src/contract/assignment/fields.ts'

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

test('what of a link cannot be read is named in German', () => {
  const assignment = { title: 'Takt', text: 'uhren', from: '2', to: '4', ...rest }
  const missing: Missing[] = [
    ...(['title', 'version', 'date', 'aim', 'task', 'glossen', 'anmerkungen'] as const),
    ...[{ question: 2 }, { lastQuestions: 360 }],
  ]
  assert.equal(
    explain({ problem: 'partly', assignment, missing })!.sentences[0],
    'Nicht zu lesen: das Ende des Titels, die Fassung des Textes, das Datum, das Ziel, der Hinweis, ' +
      'die Dichte der Glossen, die Anmerkungen, Frage 2 und die letzten 360 Fragen.',
  )
  const short: Missing[] = ['questions', { lastQuestions: 1 }]
  assert.equal(
    explain({ problem: 'partly', assignment, missing: short })!.sentences[0],
    'Nicht zu lesen: die Fragen und die letzte Frage.',
  )
})

const rest = {
  ...{ version: '1.0', date: '', aim: '', task: '', questions: [] },
  ...({ glossen: '', anmerkungen: '' } as const),
}
