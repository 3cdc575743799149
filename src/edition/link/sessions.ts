import { problem, type Problem } from '../../problems/content-problems.ts'
import type { SourcePositions } from '../../problems/source-position.ts'
import type { Session, Text } from '../model/model.ts'
import type { LinkedParts } from '../model/parts.ts'
import { nearestName } from './nearest-name.ts'
import { hasPlace, paragraphsOf } from '../model/passage.ts'

/**
 * The sessions that can be held with the texts of an edition, each with the passages of these alone. Questions are
 * asked of the first passage: they leave with it, and are asked of no other text.
 */
export function heldSessions(
  sessions: readonly Session[],
  texts: readonly Pick<Text, 'slug'>[],
): Session[] {
  const slugs = new Set(texts.map(({ slug }) => slug))
  return sessions.flatMap((session) => {
    const passages = session.passages.filter(({ text }) => slugs.has(text))
    const isWhole = passages.length === session.passages.length
    if (isWhole) return [session]
    if (passages.length === 0) return []
    const questions = slugs.has(session.passages[0]!.text) ? session.questions : []
    return [{ ...session, passages, questions }]
  })
}

/** @param sessions as they were written, with the passages of texts that this edition has not */
export function sessionProblems(
  sessions: readonly Session[],
  { texts, terms, works }: LinkedParts,
  { inData }: SourcePositions,
): Problem[] {
  const bySlug = new Map(texts.map((text) => [text.slug, text]))
  const knownTerms = new Set(terms.map(({ slug }) => slug))
  const knownWorks = new Set(works.map(({ work }) => work.id))
  return sessions.flatMap(({ path, passages, questions, ...session }) => {
    const problems: Problem[] = []
    /** Whether the place is there and holds a paragraph. */
    const look = (text: Text, id: string, ...inside: PropertyKey[]): boolean => {
      const position = inData(path, ...inside)
      const hasParagraphs = paragraphsOf(text, { from: id, to: id }).length > 0
      if (!hasPlace(text, id))
        problems.push(
          problem(
            position,
            'unknown-place',
            id,
            text.slug,
            nearestName(
              id,
              text.sections.map((section) => section.id),
            ),
          ),
        )
      else if (!hasParagraphs) problems.push(problem(position, 'empty-section', id, text.slug))
      return hasParagraphs
    }
    for (const [i, { text: slug, from, to, optional }] of passages.entries()) {
      const text = bySlug.get(slug)
      if (text) {
        const areThere = [
          look(text, from, 'passages', i, 'from'),
          look(text, to, 'passages', i, 'to'),
        ]
        if (areThere.every(Boolean) && paragraphsOf(text, { from, to }).length === 0)
          problems.push(problem(inData(path, 'passages', i, 'to'), 'backward-passage', from, to))
      } else if (!optional)
        problems.push(
          problem(
            inData(path, 'passages', i, 'text'),
            'unknown-text',
            slug,
            nearestName(slug, bySlug.keys()),
          ),
        )
    }
    const main = bySlug.get(passages[0]!.text)
    const asked = main ? paragraphsOf(main, passages[0]!) : []
    for (const [i, { at }] of main ? questions.entries() : [])
      for (const [j, id] of at.entries()) {
        if (!look(main!, id, 'questions', i, 'at', j) || asked.length === 0) continue
        // A section is asked about at its first paragraph.
        if (!asked.includes(paragraphsOf(main!, { from: id, to: id })[0]!))
          problems.push(problem(inData(path, 'questions', i, 'at', j), 'question-outside', id))
      }
    for (const [i, slug] of session.terms.entries())
      if (!knownTerms.has(slug))
        problems.push(
          problem(inData(path, 'terms', i), 'unknown-term', slug, nearestName(slug, knownTerms)),
        )
    for (const [i, key] of session.works.entries())
      if (!knownWorks.has(key))
        problems.push(
          problem(inData(path, 'works', i), 'unknown-work', key, nearestName(key, knownWorks)),
        )
    return problems
  })
}
