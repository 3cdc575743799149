import type { CharacterRange } from '../../contract/locator.ts'
import type { More } from './exchange/more.ts'

/**
 * A reader’s own marks and notes. „Annotation“ as in the W3C model: a passage, a colour, perhaps words of one’s own.
 * (Notes are those of the text, in code as elsewhere.)
 */
export interface Annotation {
  /** A random UUID. */
  id: string
  /** Slug of the text, and the version in which its words were marked. */
  text: string
  version: string
  /** ISO 8601, UTC. */
  created: string
  modified: string
  colour: Colour
  /** Plain text; empty: a mark without a note. */
  body: string
  parts: Quote[]
  /** Labels of the printed pages on which the passage begins and ends. */
  pages: [first: string, last: string] | null
  /** Fingerprints of what `body` was before, the newest last: by them two versions are known as one line. */
  history: string[]
  more?: More
}

/** Words of one paragraph or note, with what stands around them. */
export interface Quote extends CharacterRange {
  exact: string
  /**
   * `contextLength` characters before and behind; fewer at the ends of the wording, more where the text had the same
   * words with the same context elsewhere.
   */
  prefix: string
  suffix: string
  /** Whether the text had the same words in much the same context elsewhere. */
  repeated?: boolean
}

/** What is left of an annotation that was removed, so that an older file does not bring it back. */
export interface Removed {
  id: string
  /** Empty: of an annotation that could not be read. */
  text: string
  removed: string
}

/**
 * An annotation of another program or of a newer edition that the edition cannot show at a passage. It is kept as it was
 * in its file, shown on the page of the notes and exported again.
 */
export interface Foreign {
  /** Made of what it holds: the same one in two files is one. */
  id: string
  modified: string
  /** A value of JSON. */
  foreign: unknown
}

export type Entry = Annotation | Removed | Foreign

/** Those that say something of the words, and the one of a note that says it in words of its own. */
export const markColours = ['gelb', 'gruen', 'blau', 'rot'] as const
export const noteColour = 'grau'
export const colours = [...markColours, noteColour] as const
export type Colour = (typeof colours)[number]

export const contextLength = 32
export const longestContext = 1000

export const isRemoved = (entry: Entry): entry is Removed => 'removed' in entry
export const isForeign = (entry: Entry): entry is Foreign => 'foreign' in entry
export const isAnnotation = (entry: Entry): entry is Annotation =>
  !isRemoved(entry) && !isForeign(entry)

/** When an entry was last touched. */
export const touched = (entry: Entry): string => (isRemoved(entry) ? entry.removed : entry.modified)

/** The words of a passage as one line. */
export const wordsOf = ({ parts }: Pick<Annotation, 'parts'>): string =>
  parts
    .map(({ exact }) => exact)
    .join(' […] ')
    .replaceAll('. […] ', '. ')

/** FNV-1a, 32 bits: enough to recognise former versions of a note. */
export function fingerprint(words: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++)
    hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

export const foreignPrefix = 'fremd-'

export function foreignEntry(foreign: unknown, modified: string): Foreign {
  const json = JSON.stringify(foreign)
  return {
    id: `${foreignPrefix}${fingerprint(json)}${fingerprint(`-${json}`)}`,
    modified,
    foreign,
  }
}

/** A random UUID; `randomUUID` exists on secure pages only, and some read the edition over plain HTTP. */
export function newId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID()
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
