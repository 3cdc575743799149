import { nearestName } from './link/nearest-name.ts'
import { keepNothing, type Keep } from '../kept/keep.ts'
import { link } from './link/link.ts'
import { faintInks } from './link/faint-inks.ts'
import { withoutPrivateNotes } from './link/private-notes.ts'
import { usedParts } from './link/used-parts.ts'
import { problem, type Problem, type ProblemName } from '../problems/content-problems.ts'
import { missingFigures, missingOrnament, type FigureAt } from './link/missing-figures.ts'
import type {
  Audience,
  Edition,
  EditionData,
  Omission,
  Session,
  Sources,
  Text,
} from './model/model.ts'
import { contentFormat } from './model/schemas.ts'
import type { SourcePositions } from '../problems/source-position.ts'
import type { LinkedParts } from './model/parts.ts'
import { readContent, type Content, type Kind } from './read/read-content.ts'

/** The edition, or null if there are errors; the list of problems is complete in both cases. */
export interface Build {
  edition: Edition | null
  problems: Problem[]
  /** The keys made for works whose ids are none, in the order of the bibliography. */
  madeKeys: ReadonlyMap<string, string>
}

/**
 * Builds the Edition from the files of content/: reads each file alone, then links them.
 * @param figureAt looks at a figure in public/
 * @param keep what an earlier build has read of the same file
 */
export function build(
  sources: Sources,
  audience: Audience,
  figureAt: FigureAt = () => ({ fault: null }),
  keep: Keep = keepNothing,
): Build {
  const content = readContent(sources, audience, keep)
  const { meta, parts, omitted, positions, unread, madeKeys, problems: found } = content
  const { edition, problems: between } = link(parts, positions, keep)
  const problems = [
    ...found.map((one) => strictly(one, audience, omitted)),
    ...[...between, ...unknownInOrder(content), ...unknownGroups(content)].filter(({ name }) =>
      canBeJudged(name, unread),
    ),
    ...missingFigures(edition, figureAt),
    ...(meta
      ? [
          ...unknownFormat(meta, positions),
          ...faintInks(meta, positions),
          ...missingOrnament(meta, positions, figureAt),
        ]
      : []),
  ]
  if (!meta || problems.some(({ severity }) => severity === 'error'))
    return { edition: null, problems, madeKeys }
  const shown =
    audience === 'local'
      ? { edition, unused: [], problems: [] }
      : withoutTraces(content, edition, keep)
  // A list of which nothing is left is no longer there for links.
  const dead = shown.problems.filter(({ name }) => name === 'dead-link')
  if (dead.length > 0) return { edition: null, problems: [...problems, ...dead], madeKeys }
  const texts = inOrder(shown.edition.texts, meta.texts)
  const order = meta.texts.filter((slug) => texts.some((text) => text.slug === slug))
  return {
    edition: {
      audience,
      meta: { ...meta, texts: order },
      ...shown.edition,
      texts,
      omitted: [...omitted, ...shown.unused, ...unheld(parts.sessions, edition.sessions)],
    },
    problems,
    madeKeys,
  }
}

/** The edition for others: nothing in it that only a text which is left out, or nothing at all, uses or names. */
function withoutTraces(
  { parts, withheld, positions }: Content,
  linked: LinkedParts,
  keep: Keep,
): { edition: LinkedParts; unused: Omission[]; problems: Problem[] } {
  const { parts: used, unusedTerms, unusedWorks } = usedParts(parts, linked)
  const works = withoutPrivateNotes(used.works, used.texts, withheld)
  const isWhole = works.every((work, i) => work === parts.works[i])
  if (isWhole && unusedWorks.length + unusedTerms.length === 0)
    return { edition: linked, unused: [], problems: [] }
  const reason = 'no text or page of this build uses it'
  return {
    ...link({ ...used, works }, positions, keep),
    unused: [
      ...unusedTerms.map(({ slug, path }) => ({ slug, path, reason })),
      ...unusedWorks.map(({ id }) => ({
        slug: id,
        path: positions.ofWork(id).path,
        reason: `“${id}”: ${reason}`,
      })),
    ],
  }
}

/** Texts that edition.yaml names and nobody wrote; those left out of this build are known. */
function unknownInOrder({ meta, parts, withheld, positions }: Content): Problem[] {
  const known = new Set([...parts.texts, ...withheld].map(({ slug }) => slug))
  return [...(meta?.texts.entries() ?? [])]
    .filter(([, slug]) => !known.has(slug))
    .map(([i, slug]) =>
      problem(
        positions.inData('content/edition.yaml', 'texts', i),
        'unknown-text',
        slug,
        nearestName(slug, known),
      ),
    )
}

/** An edition that was written for a newer engine. */
const unknownFormat = ({ format }: EditionData, { inData }: SourcePositions): Problem[] =>
  format > contentFormat
    ? [problem(inData('content/edition.yaml', 'format'), 'unknown-format', format, contentFormat)]
    : []

/** Groups of entries that edition.yaml does not name, if it names any. */
function unknownGroups({ meta, parts, positions }: Content): Problem[] {
  const known = Object.keys(meta?.groups ?? {})
  if (known.length === 0) return []
  return parts.terms.flatMap(({ path, group }) =>
    group === undefined || known.includes(group)
      ? []
      : problem(positions.inData(path, 'group'), 'unknown-group', group, known),
  )
}

/** Sessions of which no text is in this edition. */
const unheld = (sessions: readonly Session[], held: readonly Session[]): Omission[] =>
  sessions
    .filter(({ slug }) => !held.some((session) => session.slug === slug))
    .map(({ slug, path }) => ({ slug, path, reason: 'no text of its passages is in this build' }))

/** New paragraphs must be frozen before a text is published, since readers cite their numbers. */
function strictly(problem: Problem, audience: Audience, omitted: readonly Omission[]): Problem {
  if (problem.name !== 'unfrozen-paragraph' || audience === 'local') return problem
  if (omitted.some(({ path }) => path === problem.path)) return problem
  return { ...problem, severity: 'error' }
}

const everything: Kind[] = ['texts', 'terms', 'works', 'sessions', 'pages']

/** Kinds of files a problem depends on: it is not reported if one of them could not be read. */
const restsOn: Partial<Record<ProblemName, Kind[]>> = {
  'unknown-work': ['works'],
  'unknown-term': ['terms'],
  'unknown-group': ['edition'],
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
