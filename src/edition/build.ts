import { link } from './link.ts'
import { problem, type Problem } from './messages.ts'
import type { Audience, Edition, Omission, Session, Sources, Text, Work } from './model.ts'
import { placeOf } from './place.ts'
import { readData } from './read-data.ts'
import { readPage } from './read-page.ts'
import { readTerm, type ReadTerm } from './read-term.ts'
import { readText } from './read-text.ts'
import { reasonToOmit } from './rights.ts'
import { bibliographySchema, editionSchema, sessionSchema } from './schemas.ts'

/** The edition, or null where problems stand in its way; the problems are complete in either case. */
export interface Build {
  edition: Edition | null
  problems: Problem[]
}

/** Everything under content/ → one Edition. Each file is read alone, then all are linked. */
export function build(sources: Sources, audience: Audience): Build {
  const problems: Problem[] = []
  const keep = <T>(result: T & { problems: Problem[] }): T => {
    problems.push(...result.problems)
    return result
  }
  const files = Object.entries(sources).sort(([a], [b]) => (a < b ? -1 : 1))
  const inFolder = (pattern: RegExp) => files.filter(([path]) => pattern.test(path))

  const texts: Text[] = []
  const omitted: Omission[] = []
  for (const [path, source] of inFolder(/^content\/(texts|private)\/[^/]+(?<!\.report)\.md$/)) {
    const { text } = keep(readText(path, source))
    if (!text) continue
    const reason = reasonToOmit(text.rights, audience)
    if (reason) omitted.push({ slug: text.slug, path, reason })
    else texts.push(text)
  }
  problems.push(...duplicateTexts(texts))

  const terms = inFolder(/^content\/glossary\/[^/]+\.md$/)
    .map(([path, source]) => keep(readTerm(path, source)).term)
    .filter((term): term is ReadTerm => term !== null)
  const pages = inFolder(/^content\/pages\/[^/]+\.md$/)
    .map(([path, source]) => keep(readPage(path, source)).page)
    .filter((page) => page !== null)
  const sessions: Session[] = inFolder(/^content\/seminar\/[^/]+\.ya?ml$/).flatMap(
    ([path, source]) => {
      const { data } = keep(readData(source, path, sessionSchema))
      return data ? [{ ...data, path, slug: path.replace(/^.*\/|\.ya?ml$/g, '') }] : []
    },
  )
  const beside = new Set(texts.map(({ path }) => path.replace(/\.md$/, '.bibliography.json')))
  const works = new Map<string, Work>()
  for (const [path, source] of inFolder(/\.json$/)) {
    if (path !== 'content/bibliography.json' && !beside.has(path)) continue
    const { data, at } = keep(readData(source, path, bibliographySchema))
    data?.forEach((work, i) => {
      if (works.has(work.id)) problems.push(problem(at([i]), 'duplicate-work', work.id))
      else works.set(work.id, work)
    })
  }
  const meta = keep(
    readData(sources['content/edition.yaml'] ?? '', 'content/edition.yaml', editionSchema),
  ).data

  const linked = keep(link({ texts, terms, works: [...works.values()], sessions, pages }))
  if (!meta || problems.some(({ severity }) => severity === 'error'))
    return { edition: null, problems }
  const { edition } = linked
  return {
    edition: { audience, meta, ...edition, texts: inOrder(edition.texts, meta.texts), omitted },
    problems,
  }
}

function duplicateTexts(texts: readonly Text[]): Problem[] {
  const known = new Map<string, string>()
  return texts.flatMap(({ slug, path, tree }) => {
    const other = known.get(slug)
    known.set(slug, path)
    return other ? [problem(placeOf(path, tree), 'duplicate-text', slug, other)] : []
  })
}

/** Reading order first, the rest by title. */
function inOrder(texts: readonly Text[], order: readonly string[]): Text[] {
  const rank = ({ slug }: Text) => (order.includes(slug) ? order.indexOf(slug) : order.length)
  return [...texts].sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'de'))
}
