import { visit } from 'unist-util-visit'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { worksNamedIn } from '../model/cited-works.ts'
import { nearestName } from './nearest-name.ts'
import { deadLinks } from './dead-links.ts'
import type { LinkedParts } from '../model/parts.ts'
import { treesIn } from './trees.ts'
import type { SourcePosition } from '../../problems/problem.ts'
import { positionOf, type SourcePositions } from '../../problems/source-position.ts'

/** Problems between files: references to works, terms, places and addresses that do not exist. */
export function linkProblems(parts: LinkedParts, positions: SourcePositions): Problem[] {
  return [
    ...unknownWorks(parts, positions),
    ...termProblems(parts, positions),
    ...deadLinks(parts),
    ...unused(parts, positions),
  ]
}

function unknownWorks(parts: LinkedParts, { inData }: SourcePositions): Problem[] {
  const { texts, terms, works } = parts
  const known = new Set(works.map(({ work }) => work.id))
  const problems: Problem[] = []
  const unknown = (at: SourcePosition, key: string) => {
    // Keys made for several works of one author and year.
    const meant = [...known].filter((other) => other.replace(/(?<=\d)[a-z]$/, '') === key)
    return meant.length > 1
      ? problem(at, 'ambiguous-key', key, meant.sort())
      : problem(at, 'unknown-work', key, nearestName(key, known))
  }
  for (const { path, tree } of treesIn(parts))
    visit(tree, (node) => {
      if ((node.type === 'workRef' || node.type === 'citation') && !known.has(node.work))
        problems.push(unknown(positionOf(path, node), node.work))
    })
  for (const { path, printed } of texts)
    if (printed && !known.has(printed)) problems.push(unknown(inData(path, 'printed'), printed))
  for (const { path, works: cited } of terms)
    for (const [i, key] of cited.entries())
      if (!known.has(key)) problems.push(unknown(inData(path, 'works', i), key))
  return problems
}

function termProblems({ terms }: LinkedParts, { inData }: SourcePositions): Problem[] {
  const known = new Set(terms.map(({ slug }) => slug))
  return terms.flatMap(({ path, related }) =>
    related.flatMap((slug, i) =>
      known.has(slug)
        ? []
        : problem(inData(path, 'related', i), 'unknown-term', slug, nearestName(slug, known)),
    ),
  )
}

function unused(
  { texts, terms, works, pages, sessions }: LinkedParts,
  { inData, ofWork }: SourcePositions,
): Problem[] {
  if (texts.length === 0) return []
  const named = new Set([
    ...texts.map((text) => text.printed),
    ...pages.flatMap(({ tree }) => [...worksNamedIn(tree)]),
    ...sessions.flatMap((session) => session.works),
  ])
  return [
    ...terms
      .filter(({ occurrences }) => occurrences.length === 0)
      .map(({ path, lemma }) => problem(inData(path, 'lemma'), 'unused-term', lemma)),
    ...works
      .filter(({ citedIn, terms: resting }) => citedIn.length === 0 && resting.length === 0)
      .filter(({ work }) => !named.has(work.id))
      .map(({ work }) => problem(ofWork(work.id), 'uncited-work', work.id)),
  ]
}
