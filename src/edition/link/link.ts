import { nearestName } from './nearest-name.ts'
import { visit } from 'unist-util-visit'
import { linkProblems } from './link-problems.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { hashOf, keepNothing, type Keep } from '../../kept/keep.ts'
import type { Term, Text } from '../model/model.ts'
import type { LinkedParts, Parts } from '../model/parts.ts'
import { citationEngineOf } from '../../citation/engine.ts'
import { writeReferences } from './references.ts'
import { heldSessions, sessionProblems } from './sessions.ts'
import { positionOf, type SourcePositions } from '../../problems/source-position.ts'
import { worksCitedIn, worksOfTerm } from '../model/cited-works.ts'
import { findOccurrences } from './term-occurrences.ts'
import type { ReadText } from '../read/read-text.ts'
import type { ReadTerm } from '../read/read-term.ts'
import { treesIn } from './trees.ts'
import { createTermMatcher } from './term-matcher.ts'
import { rememberInputs } from './text-hash.ts'

export interface Linked {
  edition: LinkedParts
  problems: Problem[]
}

/** A server that runs on links the same texts again and again, mostly all but one with the same terms and works. */
const linkedBefore = new WeakMap<ReadText, { around: string; linked: Text }>()

/**
 * Links the files: terms to their occurrences, works to the places that cite them, references to those before them.
 * Does not change its arguments.
 */
export function link(
  { texts, terms, works, sessions, pages }: Parts,
  positions: SourcePositions,
  keep: Keep = keepNothing,
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
  const engine = citationEngineOf(works, keep)
  const keys = new Set(works.map(({ id }) => id))
  const around = hashOf(
    terms.map(({ slug, lemma, forms }) => [slug, lemma, forms]),
    works,
  )
  const linkedTexts = texts.map((text): Text => {
    const before = linkedBefore.get(text)
    if (before?.around === around) return before.linked
    const { tree, notes } = writeReferences(text, engine, (key) => keys.has(key))
    const linked = { ...text, notes, ...findOccurrences(tree, text.slug, matcher, entries) }
    linkedBefore.set(text, { around, linked })
    rememberInputs(linked, text, around)
    return linked
  })
  const occurrences = Map.groupBy(
    linkedTexts.flatMap((text) => text.occurrences),
    ({ term }) => term,
  )
  const linkedTerms = terms
    .map((term): Term => ({ ...term, occurrences: occurrences.get(term.slug) ?? [] }))
    .sort((a, b) => a.lemma.localeCompare(b.lemma, 'de'))
  const citing = Map.groupBy(linkedTexts.flatMap(worksCitedIn), ({ work }) => work)
  const resting = Map.groupBy(
    linkedTerms.flatMap((term) =>
      [...worksOfTerm(term)].map((work) => ({ work, slug: term.slug })),
    ),
    ({ work }) => work,
  )
  const citedWorks = works.map((work) => ({
    work,
    full: engine.full(work.id),
    citedIn: (citing.get(work.id) ?? []).map(({ work: _, ...places }) => places),
    terms: (resting.get(work.id) ?? []).map(({ slug }) => slug),
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

/** Links `[words](term:slug)` to entries that do not exist. */
function unknownTerms(parts: LinkedParts, entries: ReadonlyMap<string, ReadTerm>): Problem[] {
  const problems: Problem[] = []
  for (const { path, tree } of treesIn(parts))
    visit(tree, 'glossRef', (node) => {
      if (!entries.has(node.term))
        problems.push(
          problem(
            positionOf(path, node),
            'unknown-term',
            node.term,
            nearestName(node.term, entries.keys()),
          ),
        )
    })
  return problems
}
