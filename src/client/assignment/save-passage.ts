import { makeFile } from './file.ts'
import type { CourseParts } from './file-html.ts'
import type { Assignment } from '../../contract/assignment/model.ts'
import { findMarkedPassage, numberOf } from './marked-passage.ts'
import { inOrderOfText } from '../../contract/assignment/question-order.ts'
import { fetchText, sourceOf } from './text-page.ts'

/** The file of an assignment whose text is on another page; null where it cannot be fetched or has not got the place. */
export async function passageFile(
  textAddress: string,
  assignment: Assignment,
  address: string,
  course?: CourseParts,
): Promise<string | null> {
  const page = await fetchText(textAddress)
  const article = page?.querySelector<HTMLElement>('article[data-text]')
  const marked = article && findMarkedPassage(article, assignment)
  if (!page || !article || !marked) return null
  const source = sourceOf(page, article)
  const questions = inOrderOfText(assignment.questions, marked.numbered.map(numberOf))
  return makeFile({
    article,
    marked,
    assignment: { ...assignment, questions },
    source,
    address,
    ...(course && { course }),
  })
}
