/** Title, subtitle and authors at the beginning of the first page. */
import type { Head, Remark } from '../../imported-text.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { peopleIn } from '../scan/head.ts'
import type { Measures } from './measures.ts'
import { placeOf, textOf, type Line } from './page-model.ts'
import { isAllBold, type Group } from './group-lines.ts'
import { levelOf } from './structure-tree.ts'
import { isGroup, type Part } from './text-blocks.ts'
import { jointOf, type Vocabulary } from '../divided-words.ts'

/** What the file says of itself. */
export interface Metadata {
  title: string | null
  author: string | null
  /** BCP 47 */
  language: string | null
}

export interface TitlePage {
  head: Head
  /** The lines that were read. */
  lines: Line[]
  /** The parts without those lines. */
  parts: Part[]
  remarks: Remark[]
}

/** How many parts at the beginning are looked at. */
const depth = 14

export function titlePageOf(
  parts: readonly Part[],
  measures: Measures,
  { title: named, author: namedAuthor }: Metadata,
  vocabulary: Vocabulary,
  fallback: string,
): TitlePage {
  const page = parts.find((part): part is Group => isGroup(part))?.lines[0]?.page
  const candidates = parts
    .slice(0, depth)
    .filter((part): part is Group => isGroup(part) && part.lines[0]!.page === page)
  const words = (group: Group) => wordsOf(group, vocabulary)
  const largest = Math.max(0, ...candidates.map(sizeOf))
  const title =
    candidates.find((group) => named !== null && same(words(group), named)) ??
    (largest > 1.15 * measures.size
      ? candidates.find((group) => sizeOf(group) > 0.97 * largest && !isChapter(group, parts))
      : candidates.slice(0, 3).find((group) => group.lines.every(isAllBold)))
  const remarks: Remark[] = []
  const read = new Set<Group>()
  if (!title) {
    const text = named
      ? `Kein Titel im Text gefunden; aus den Angaben der Datei: ${quoted(named, 200)}.`
      : 'Kein Titel gefunden; vorläufig steht der Dateiname da.'
    remarks.push(question('head', { kind: 'page', page: page ?? 1, line: 1 }, text))
  } else {
    read.add(title)
    remarks.push(remark('head', placeOf(title.lines[0]!), `Titel: ${quoted(words(title), 200)}.`))
  }
  const at = title ? candidates.indexOf(title) : -1
  const author = findAuthor(candidates, at, namedAuthor, words)
  const subtitle = title && subtitleOf(candidates, at, author, measures)
  if (subtitle) {
    read.add(subtitle)
    const text = `Untertitel: ${quoted(words(subtitle), 200)}.`
    remarks.push(remark('head', placeOf(subtitle.lines[0]!), text))
  }
  let authors: string[] = []
  if (author) {
    read.add(author)
    authors = namesIn(words(author))
    const text = `${quoted(words(author))} ist als Verfasser*in gelesen: ${authors.join(', ')}.`
    remarks.push(remark('head', placeOf(author.lines[0]!), text))
  } else {
    authors = namedAuthor ? namesIn(namedAuthor) : []
    const place = { kind: 'page' as const, page: page ?? 1, line: 1 }
    const text = authors.length
      ? `Kein Name im Text gefunden; aus den Angaben der Datei: ${authors.join(', ')}.`
      : 'Kein Name gefunden; `author` ist von Hand einzutragen.'
    remarks.push(question('head', place, text))
  }
  return {
    head: {
      title: title ? words(title) : (named ?? fallback),
      subtitle: subtitle ? words(subtitle) : null,
      authors: authors.length ? authors : ['unbekannt'],
    },
    lines: [...read].flatMap((group) => group.lines),
    parts: parts.filter((part) => !isGroup(part) || !read.has(part)),
    remarks,
  }
}

/** Whether other headings look the same, or have the same level in the structure. */
function isChapter(group: Group, parts: readonly Part[]): boolean {
  const level = levelOf(group.lines[0]!.block)
  const same = parts.filter(
    (part) =>
      isGroup(part) &&
      part !== group &&
      (level === null
        ? Math.abs(sizeOf(part) - sizeOf(group)) < 0.2 &&
          part.lines.every(isAllBold) === group.lines.every(isAllBold)
        : level > 0 && levelOf(part.lines[0]!.block) === level),
  )
  return same.length > (level === null ? 2 : 0)
}

const sizeOf = ({ lines }: Group): number => Math.max(...lines.map(({ size }) => size))

function wordsOf({ lines }: Group, vocabulary: Vocabulary): string {
  return lines
    .map(textOf)
    .reduce((text, line) => {
      const joint = jointOf(text, line.trim(), vocabulary)
      return `${joint.dropped ? text.slice(0, -1) : text}${joint.space ? ' ' : ''}${line.trim()}`
    }, '')
    .replaceAll('\u00AD', '')
    .replace(/\s+/g, ' ')
}

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const same = (a: string, b: string): boolean => folded(a) === folded(b) && folded(a) !== ''

/** A line of names near the title. */
function findAuthor(
  candidates: readonly Group[],
  title: number,
  named: string | null,
  words: (group: Group) => string,
): Group | undefined {
  const near = candidates
    .slice(title + 1, title + 5)
    .concat(candidates.slice(0, Math.max(0, title)))
  const lines = near.filter((group) => words(group).length < 160)
  return (
    lines.find((group) => named !== null && same(words(group), named)) ??
    lines.find((group) => peopleIn(words(group)).length > 0)
  )
}

const namesIn = (text: string): string[] => {
  const people = peopleIn(text)
  return people.length > 0
    ? people
    : text
        .split(/,\s+|;\s*|\s+(?:und|&)\s+/)
        .map((name) => name.trim())
        .filter(Boolean)
}

/** What stands directly below the title, larger than the running text. */
function subtitleOf(
  candidates: readonly Group[],
  title: number,
  author: Group | undefined,
  { size }: Measures,
): Group | undefined {
  const next = candidates[title + 1]
  if (!next || next === author || sizeOf(next) < 1.08 * size) return undefined
  const above = candidates[title]!.lines.at(-1)!
  const isNear = next.lines[0]!.y - above.y < 3 * above.size
  const isNumbered = /^\d+\.?\s/.test(textOf(next.lines[0]!))
  const isBody = /^(?:abstract|zusammenfassung|einleitung|einführung|vorwort|inhalt)/i.test(
    textOf(next.lines[0]!),
  )
  const isSection =
    (levelOf(next.lines[0]!.block) ?? 0) > (levelOf(candidates[title]!.lines[0]!.block) ?? 0)
  return isNear && !isNumbered && !isBody && !isSection ? next : undefined
}
