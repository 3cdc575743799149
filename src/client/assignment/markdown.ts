import { orphans, type Answer, type Kept } from './answers.ts'
import type { Question } from '../../contract/assignment/model.ts'
import { sayPlaces } from './say.ts'

/** All questions with their answers, to be read as they are and by any program. `address` is where they were asked. */
export function toMarkdown(
  kept: Kept,
  questions: readonly Question[],
  keys: readonly string[],
  address: string,
): string {
  const asked = questions.map((question, i) =>
    section(`Frage ${i + 1}`, {
      question: question.text,
      at: question.at,
      answer: kept.answers[keys[i]!]?.answer ?? '',
    }),
  )
  const former = orphans(kept, keys).map((answer) => section('Frühere Frage', answer))
  return [`# ${line(kept.title)}`, line(kept.about), `<${address}>`, ...asked, ...former]
    .join('\n\n')
    .concat('\n')
}

function section(name: string, { question, at, answer }: Answer): string {
  const places = sayPlaces({ at })
  return [
    `## ${name}${places && ` zu ${places}`}`,
    question.trim().replace(/^/gm, '> '),
    answer.trim() || '(keine Antwort)',
  ].join('\n\n')
}

const line = (words: string) => words.replace(/\s+/g, ' ').trim()
