import { visit } from 'unist-util-visit'
import { linkProblems } from './link-problems.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import type { CitedWork, Term, Text } from '../model/model.ts'
import type { LinkedParts, Parts } from '../model/parts.ts'
import { citationEngineOf } from '../../citation/engine.ts'
import { writeReferences } from './references.ts'
import { heldSessions, sessionProblems } from './sessions.ts'
import { positionOf, type SourcePositions } from '../../problems/source-position.ts'
import { findOccurrences } from './term-occurrences.ts'
import type { ReadTerm } from '../read/read-term.ts'
import { treesIn } from './trees.ts'
import { createTermMatcher } from './term-matcher.ts'

export interface Linked {
  edition: LinkedParts
  problems: Problem[]
}

/**
 * Links the files: terms to their occurrences, works to the notes that cite them, references to those before them.
 * Does not change its arguments.
 */
export function link(
  { texts, terms, works, sessions, pages }: Parts,
  positions: SourcePositions,
): Linked {
  const problems: Problem[] = []
  const matcher = createTermMatcher(terms)
  const entries = new Map(terms.map((term) => [term.slug, term]))
  for (const [form, slug, other] of matcher.ambiguous) {
    const { path, lemma, forms } = entries.get(slug)!
    const { path: otherPath, lemma: otherLemma } = entries.get(other)!
    const at = forms.indexOf(form)
    const position = at < 0 ? positions.inData(path, 'lemma') : positions.inData(path, 'forms', at)
    problems.push(
      lemma === otherLemma
        ? problem(position, 'duplicate-term', lemma, otherPath)
        : problem(position, 'ambiguous-form', form, otherPath),
    )
  }
  const engine = citationEngineOf(works)
  const keys = new Set(works.map(({ id }) => id))
  const linkedTexts = texts.map((text): Text => {
    const { tree, notes } = writeReferences(text, engine, (key) => keys.has(key))
    return { ...text, notes, ...findOccurrences(tree, text.slug, matcher, entries) }
  })
  const occurrences = Map.groupBy(
    linkedTexts.flatMap((text) => text.occurrences),
    ({ term }) => term,
  )
  const linkedTerms = terms
    .map((term): Term => ({ ...term, occurrences: occurrences.get(term.slug) ?? [] }))
    .sort((a, b) => a.lemma.localeCompare(b.lemma, 'de'))
  const citedWorks = works.map((work) => ({
    work,
    full: engine.full(work.id),
    citedIn: linkedTexts.flatMap((text) => notesCiting(work.id, text)),
    terms: linkedTerms.filter((term) => term.works.includes(work.id)).map(({ slug }) => slug),
  }))
  const edition = {
    texts: linkedTexts,
    terms: linkedTerms,
    works: citedWorks,
    bibliography: engine.bibliography(),
    sessions: heldSessions(sessions, texts),
    pages,
  }
  problems.push(
    ...unknownTerms(edition, entries),
    ...sessionProblems(sessions, edition, positions),
    ...linkProblems(edition, positions),
  )
  return { edition, problems }
}

function notesCiting(key: string, text: Text): CitedWork['citedIn'] {
  const notes = text.notes.filter(({ mentions }) => mentions.some(({ work }) => work === key))
  return notes.length ? [{ text: text.slug, notes: notes.map(({ label }) => label) }] : []
}

/** Links `[words](term:slug)` to entries that do not exist. */
function unknownTerms(parts: LinkedParts, entries: ReadonlyMap<string, ReadTerm>): Problem[] {
  const problems: Problem[] = []
  for (const { path, tree } of treesIn(parts))
    visit(tree, 'glossRef', (node) => {
      if (!entries.has(node.term))
        problems.push(problem(positionOf(path, node), 'unknown-term', node.term))
    })
  return problems
}
