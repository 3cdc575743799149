import { isDeepStrictEqual } from 'node:util'
import { editionSlug } from '../../contract/addresses.ts'
import { hashOf, keepNothing, type Keep } from '../../kept/keep.ts'
import { ledgerSchema, type Ledger } from '../ledger/index.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import type { Audience, EditionData, Omission, Session, Sources, Work } from '../model/model.ts'
import type { Parts } from '../model/parts.ts'
import { positionBehind, type SourcePositions } from '../../problems/source-position.ts'
import { peopleIn } from './joined-authors.ts'
import { hiddenSigns } from './hidden-signs.ts'
import { composeLetters } from './letters.ts'
import { missingFaces } from './missing-faces.ts'
import { readData, type Reading } from './read-data.ts'
import { readPage } from './read-page.ts'
import { readSlug } from './read-slug.ts'
import { readTerm } from './read-term.ts'
import { readWorks } from './read-works.ts'
import { readText, type ReadText } from './read-text.ts'
import { rememberSource } from './source-of.ts'
import { reasonToOmit } from './rights.ts'
import { writeDate } from '../../citation/dates.ts'
import { keysOf } from '../../citation/keys.ts'
import { forOthers } from '../../citation/tidy.ts'
import { editionSchema, keysSchema, sessionSchema } from '../model/schemas.ts'

/** The parsed files of content/, not linked yet. */
export interface Content {
  meta: EditionData | null
  parts: Parts
  /** Id → key, of works for which a key was made. */
  madeKeys: ReadonlyMap<string, string>
  omitted: Omission[]
  /** The texts that are left out. */
  withheld: ReadText[]
  positions: SourcePositions
  /** Kinds of which a file could not be read, so that references to them cannot be checked. */
  unread: ReadonlySet<Kind>
  problems: Problem[]
}

export type Kind = keyof Parts | 'edition'

type Reader<T> = (path: string, source: string) => Reading<T>

export function readContent(
  sources: Sources,
  audience: Audience,
  keep: Keep = keepNothing,
): Content {
  const problems: Problem[] = []
  const unread = new Set<Kind>()
  const ats = new Map<string, Reading<unknown>['at']>()
  const paths = Object.keys(sources).sort()

  // Read again for a place in it: the places of all data are not kept.
  const keeping = <T>(inputs: unknown[], readIt: () => Reading<T>): Reading<T> => {
    const { data, problems } = keep('read', inputs, () => {
      const { data, problems } = readIt()
      return { data, problems }
    })
    let read: Reading<T> | undefined
    return { data, problems, at: (...inside) => (read ??= readIt()).at(...inside) }
  }
  const keepReader =
    <T>(reader: Reader<T>): Reader<T> =>
    (path, source) =>
      keeping([path, source], () => reader(path, source))

  const read = <T>(kind: Kind, path: string, reader: Reader<T>): T[] => {
    const source = composeLetters(sources[path] ?? '')
    const { data, problems: found, at } = reader(path, source)
    problems.push(...lostSigns(path, source), ...hiddenSigns(path, source))
    problems.push(...missingFaces(path, source), ...found)
    ats.set(path, at)
    if (data === null) unread.add(kind)
    return data === null ? [] : [data]
  }
  const readAll = <T>(kind: Kind, pattern: RegExp, reader: Reader<T>) =>
    paths.filter((path) => pattern.test(path)).flatMap((path) => read(kind, path, reader))

  const found = readAll('texts', textFile, (path, source) => {
    const beside = ledgerBeside(path)
    const [ledger = null] = beside in sources ? read('texts', beside, readLedger) : []
    const reading = keeping([path, source, ledger], () => readText(path, source, ledger))
    if (reading.data) rememberSource(reading.data, hashOf(path, source, ledger))
    return reading
  })
  const [texts, withheld] = [true, false].map((admitted) =>
    found.filter(({ rights }) => (reasonToOmit(rights, audience) === null) === admitted),
  ) as [ReadText[], ReadText[]]
  const terms = readAll('terms', /^content\/glossary\/[^/]+\.md$/, keepReader(readTerm))
  const pages = readAll('pages', /^content\/pages\/[^/]+\.md$/, keepReader(readPage))
  const sessions = readAll('sessions', /^content\/seminar\/[^/]+\.ya?ml$/, readSession)
  const [meta = null] = read('edition', 'content/edition.yaml', readEdition)
  const bibliographies = [
    ...endings.map((ending) => `content/bibliography${ending}`),
    ...texts.flatMap(besideText),
  ].filter((path) => path in sources)
  const entries = bibliographies.flatMap((path) =>
    read('works', path, readWorks)
      .flat()
      .map((work, index) => ({ work, path, index })),
  )
  const [kept = {}] = keysFile in sources ? read('works', keysFile, readKeys) : []
  const keys = keysOf(
    entries.map(({ work }) => work),
    kept,
  )
  const works = new Map<string, { work: Work; path: string; index: number }>()
  for (const { work: asRead, path, index } of entries) {
    const id = keys.get(asRead.id) ?? asRead.id
    const work = { ...forOthers(asRead, !path.endsWith('.json')), id }
    if (!works.has(id)) works.set(id, { work, path, index })
    else if (!isCopy(works.get(id)!, { work, path }))
      problems.push(problem(ats.get(path)!([index, 'id']), 'duplicate-work', asRead.id))
  }

  return {
    meta,
    madeKeys: keys,
    parts: { texts, terms, works: [...works.values()].map(({ work }) => work), sessions, pages },
    omitted: withheld.map(({ slug, path, rights }) => ({
      slug,
      path,
      reason: reasonToOmit(rights, audience)!,
    })),
    withheld,
    positions: {
      inData: (path, ...inside) => ats.get(path)!(inside),
      ofWork: (key) => {
        const { path, index } = works.get(key)!
        return ats.get(path)!([index])
      },
    },
    unread,
    problems: [
      ...problems,
      ...duplicates(texts, 'duplicate-text'),
      ...duplicates(sessions, 'duplicate-session'),
      ...namedLikeEdition(found, meta),
      ...incompleteWorks([...works.values()], ats),
      ...strayLedgers(paths),
      ...strayBibliographies(paths),
      ...unreadFiles(paths, ats),
    ],
  }
}

const textFile = /^content\/(?:texts|private)\/[^/]+(?<!\.report)\.md$/
export const isTextFile = (path: string): boolean => textFile.test(path)

const isOwn = (path: string): boolean => path.startsWith('content/bibliography.')

/** Works without a title or a date. What stands beside an imported text says no more than its notes do. */
const incompleteWorks = (
  works: readonly { work: Work; path: string; index: number }[],
  ats: ReadonlyMap<string, Reading<unknown>['at']>,
): Problem[] =>
  works
    .filter(({ path }) => isOwn(path))
    .flatMap(({ work, path, index }) => {
      const said = { title: work.title ?? '', issued: writeDate(work.issued) }
      return (['title', 'issued'] as const)
        .filter((field) => said[field] === '')
        .map((field) => problem(ats.get(path)!([index]), 'incomplete-work', work.id, field))
    })

/** Texts that cite one work both have it beside them, since either may be left out. */
const isCopy = (
  known: { work: Work; path: string },
  { work, path }: { work: Work; path: string },
): boolean => known.path !== path && isDeepStrictEqual(known.work, work)

/** The keys that were kept when the edition was frozen last. */
export const keptKeys = (sources: Sources): Readonly<Record<string, string>> =>
  (keysFile in sources ? readKeys(keysFile, sources[keysFile]!).data : null) ?? {}

const readKeys: Reader<Record<string, string>> = (path, source) =>
  readData(source, path, keysSchema)
const readEdition: Reader<EditionData> = (path, source) => {
  const { data, problems, at } = readData(source, path, editionSchema)
  for (const [i, editor] of (data?.editors ?? []).entries())
    if (peopleIn(editor).length > 1)
      problems.push(problem(at(['editors', i]), 'joined-authors', 'editors', peopleIn(editor)))
  return { data, problems, at }
}

const readSession: Reader<Session> = (path, source) => {
  const { data, problems, at } = readData(source, path, sessionSchema)
  const { slug, problems: unfit } = readSlug(path)
  return { data: data && { ...data, slug, path }, problems: [...problems, ...unfit], at }
}

const readLedger: Reader<Ledger> = (path, source) => readData(source, path, ledgerSchema)

/** Where the keys are kept that were made for works. */
export const keysFile = 'content/bibliography.keys.json'

const endings = ['.json', '.bib', '.ris']

const besideText = ({ path }: Pick<ReadText, 'path'>): string[] =>
  endings.map((ending) => path.replace(/\.md$/, `.bibliography${ending}`))

/** `content/texts/x.md` → `content/texts/x.ledger.json`. */
export const ledgerBeside = (text: string) => text.replace(/\.md$/, '.ledger.json')

/** Ledgers without a text, as after a text was renamed, which would lose its numbers. */
const strayLedgers = (paths: readonly string[]): Problem[] =>
  paths
    .filter((path) => path.endsWith('.ledger.json'))
    .map((path) => ({ path, text: path.replace(/\.ledger\.json$/, '.md') }))
    .filter(({ text }) => !paths.includes(text))
    .map(({ path, text }) => problem({ path, line: 1, column: 1 }, 'stray-ledger', text))

/** Bibliographies without their text, as after the text alone was moved. */
const strayBibliographies = (paths: readonly string[]): Problem[] =>
  paths
    .filter((path) => besideAText.test(path))
    .map((path) => ({ path, text: path.replace(besideAText, '.md') }))
    .filter(({ text }) => !paths.includes(text))
    .map(({ path, text }) => problem({ path, line: 1, column: 1 }, 'stray-bibliography', text))

const besideAText = /(?<=^content\/(?:texts|private)\/[^/]+)\.bibliography\.(?:json|bib|ris)$/

/** Files in content/ that are never read. A report of an import may stay beside its text. */
const unreadFiles = (paths: readonly string[], read: ReadonlyMap<string, unknown>): Problem[] =>
  paths
    .filter((path) => /^content\/(?:texts|glossary|pages|seminar)\//.test(path))
    .filter((path) => !read.has(path) && !/\.ledger\.json$|\.report\.md$/.test(path))
    .filter((path) => !besideAText.test(path))
    .map((path) => problem({ path, line: 1, column: 1 }, 'unread-file', path))

/** Reports the first replacement character or NUL, which shows that the file is not UTF-8. */
function lostSigns(path: string, source: string): Problem[] {
  const index = source.search(/[\ufffd\u0000]/)
  if (index < 0) return []
  const start = { path, line: 1, column: 1 }
  return [problem(positionBehind(start, source.slice(0, index)), 'not-utf-8')]
}

function duplicates(
  parts: readonly { slug: string; path: string }[],
  name: 'duplicate-text' | 'duplicate-session',
): Problem[] {
  const known = new Map<string, string>()
  return parts.flatMap(({ slug, path }) => {
    const other = known.get(slug)
    known.set(slug, path)
    return other ? [problem({ path, line: 1, column: 1 }, name, slug, other)] : []
  })
}

/** Texts whose single file would have the name of the one that holds the whole edition. */
const namedLikeEdition = (texts: readonly ReadText[], meta: EditionData | null): Problem[] =>
  texts
    .filter(({ slug }) => meta && slug === editionSlug(meta.title))
    .map(({ slug, path }) =>
      problem(
        { path, line: 1, column: 1 },
        'invalid-name',
        slug,
        'is the name of the file that holds the whole edition',
      ),
    )
