import { link } from './link/link.ts'
import type { Problem, ProblemName } from '../problems/content-problems.ts'
import { missingFigures, type HasFile } from './link/missing-figures.ts'
import type { Audience, Edition, Omission, Sources, Text } from './model/model.ts'
import { readContent, type Content } from './read/read-content.ts'

/** The edition, or null if there are errors; the list of problems is complete in both cases. */
export interface Build {
  edition: Edition | null
  problems: Problem[]
}

/**
 * Builds the Edition from the files of content/: reads each file alone, then links them.
 * @param hasFile whether a figure exists in public/
 */
export function build(sources: Sources, audience: Audience, hasFile: HasFile = () => true): Build {
  const {
    meta,
    parts,
    omitted,
    positions,
    unread,
    problems: found,
  } = readContent(sources, audience)
  const { edition, problems: between } = link(parts, positions)
  const problems = [
    ...found.map((problem) => strictly(problem, audience, omitted)),
    ...between.filter(({ name }) => canBeJudged(name, unread)),
    ...missingFigures(edition, hasFile),
  ]
  if (!meta || problems.some(({ severity }) => severity === 'error'))
    return { edition: null, problems }
  const texts = inOrder(edition.texts, meta.texts)
  return { edition: { audience, meta, ...edition, texts, omitted }, problems }
}

/** New paragraphs must be frozen before a text is published, since readers cite their numbers. */
function strictly(problem: Problem, audience: Audience, omitted: readonly Omission[]): Problem {
  if (problem.name !== 'unfrozen-paragraph' || audience === 'local') return problem
  if (omitted.some(({ path }) => path === problem.path)) return problem
  return { ...problem, severity: 'error' }
}

type Kind = keyof Content['parts']
const everything: Kind[] = ['texts', 'terms', 'works', 'sessions', 'pages']

/** Kinds of files a problem depends on: it is not reported if one of them could not be read. */
const restsOn: Partial<Record<ProblemName, Kind[]>> = {
  'unknown-work': ['works'],
  'unknown-term': ['terms'],
  'unknown-text': ['texts'],
  'dead-link': everything,
  'unused-term': ['texts'],
  'uncited-work': ['texts', 'terms'],
}

const canBeJudged = (name: ProblemName, unread: ReadonlySet<Kind>) =>
  !restsOn[name]?.some((kind) => unread.has(kind))

/** In the given reading order, then the remaining texts by title. */
function inOrder(texts: readonly Text[], order: readonly string[]): Text[] {
  const rank = ({ slug }: Text) => (order.includes(slug) ? order.indexOf(slug) : order.length)
  return [...texts].sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'de'))
}
