import { visit } from 'unist-util-visit'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { deadLinks } from './dead-links.ts'
import type { Text } from '../model/model.ts'
import type { LinkedParts } from '../model/parts.ts'
import { positionOf, type SourcePositions } from '../../problems/source-position.ts'

/** Problems between files: references to works, terms, places and addresses that do not exist. */
export function linkProblems(parts: LinkedParts, positions: SourcePositions): Problem[] {
  return [
    ...unknownWorks(parts, positions),
    ...termProblems(parts, positions),
    ...sessionProblems(parts, positions),
    ...deadLinks(parts),
    ...unused(parts, positions),
  ]
}

function unknownWorks(
  { texts, terms, works }: LinkedParts,
  { inData }: SourcePositions,
): Problem[] {
  const known = new Set(works.map(({ work }) => work.id))
  const problems: Problem[] = []
  for (const { path, tree } of texts)
    visit(tree, (node) => {
      if ((node.type === 'workRef' || node.type === 'citation') && !known.has(node.work))
        problems.push(problem(positionOf(path, node), 'unknown-work', node.work))
    })
  for (const { path, works: cited } of terms)
    for (const [i, key] of cited.entries())
      if (!known.has(key)) problems.push(problem(inData(path, 'works', i), 'unknown-work', key))
  return problems
}

function termProblems({ terms }: LinkedParts, { inData }: SourcePositions): Problem[] {
  const known = new Set(terms.map(({ slug }) => slug))
  return terms.flatMap(({ path, related }) =>
    related.flatMap((slug, i) =>
      known.has(slug) ? [] : problem(inData(path, 'related', i), 'unknown-term', slug),
    ),
  )
}

function sessionProblems(
  { sessions, texts, terms, works }: LinkedParts,
  { inData }: SourcePositions,
): Problem[] {
  const bySlug = new Map(texts.map((text) => [text.slug, text]))
  const knownTerms = new Set(terms.map(({ slug }) => slug))
  const knownWorks = new Set(works.map(({ work }) => work.id))
  return sessions.flatMap(({ path, passages, questions, ...session }) => {
    const problems: Problem[] = []
    const look = (text: Text, id: string, ...inside: PropertyKey[]) => {
      if (!hasPlace(text, id))
        problems.push(problem(inData(path, ...inside), 'unknown-place', id, text.slug))
    }
    for (const [i, { text: slug, from, to, optional }] of passages.entries()) {
      const text = bySlug.get(slug)
      if (text) {
        look(text, from, 'passages', i, 'from')
        look(text, to, 'passages', i, 'to')
      } else if (!optional)
        problems.push(problem(inData(path, 'passages', i, 'text'), 'unknown-text', slug))
    }
    const main = bySlug.get(passages[0]!.text)
    for (const [i, { at }] of main ? questions.entries() : [])
      for (const [j, id] of at.entries()) look(main!, id, 'questions', i, 'at', j)
    for (const [i, slug] of session.terms.entries())
      if (!knownTerms.has(slug))
        problems.push(problem(inData(path, 'terms', i), 'unknown-term', slug))
    for (const [i, key] of session.works.entries())
      if (!knownWorks.has(key))
        problems.push(problem(inData(path, 'works', i), 'unknown-work', key))
    return problems
  })
}

const hasPlace = (text: Text, id: string) =>
  text.paragraphs.some((paragraph) => paragraph.id === id) ||
  text.sections.some((section) => section.id === id)

function unused(
  { texts, terms, works }: LinkedParts,
  { inData, ofWork }: SourcePositions,
): Problem[] {
  if (texts.length === 0) return []
  return [
    ...terms
      .filter(({ occurrences }) => occurrences.length === 0)
      .map(({ path, lemma }) => problem(inData(path, 'lemma'), 'unused-term', lemma)),
    ...works
      .filter(({ citedIn, terms: resting }) => citedIn.length === 0 && resting.length === 0)
      .map(({ work }) => problem(ofWork(work.id), 'uncited-work', work.id)),
  ]
}
