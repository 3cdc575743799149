import { announce } from '../platform/announce.ts'
import { makeFile } from './file.ts'
import type { Assignment } from '../../contract/assignment/model.ts'
import { save } from '../platform/save.ts'
import { fileName } from './file-name.ts'
import { pickPassage, readSessionLink } from './session.ts'
import { findMarkedPassage, numberOf } from './marked-passage.ts'
import { inOrderOfText } from '../../contract/assignment/question-order.ts'
import { fetchText, sourceOf } from './text-page.ts'

/** The file of an assignment whose text is on another page; null where it cannot be fetched or has not got the place. */
export async function passageFile(
  textAddress: string,
  assignment: Assignment,
  address: string,
): Promise<string | null> {
  const page = await fetchText(textAddress)
  const article = page?.querySelector<HTMLElement>('article[data-text]')
  const marked = article && findMarkedPassage(article, assignment)
  if (!page || !article || !marked) return null
  const source = sourceOf(page, article)
  const questions = inOrderOfText(assignment.questions, marked.numbered.map(numberOf))
  return makeFile({ article, marked, assignment: { ...assignment, questions }, source, address })
}

/** @param link the address under which the session’s passage is read */
export async function saveSession(root: Document, link: string): Promise<void> {
  const address = new URL(link, root.location.href)
  const wanted = readSessionLink(address.search)
  const data: unknown = await fetch(new URL('aufgabe.json', root.location.href)).then(
    (response) => (response.ok ? response.json() : null),
    () => null,
  )
  const assignment = wanted && pickPassage(data, wanted.nth)
  const html = assignment && (await passageFile(address.pathname, assignment, address.href))
  if (!html)
    return announce(
      root,
      'Die Datei konnte nicht erstellt werden. Vielleicht fehlt die Verbindung.',
    )
  save(root, `${fileName(assignment.title)}.html`, 'text/html', html)
  announce(root, `Datei gespeichert, ${Math.ceil(new Blob([html]).size / 1000)} kB.`)
}
