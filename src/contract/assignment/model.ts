import { toBase64 } from './encoding.ts'

/** What is to be read and answered: made by a teacher, carried by a link; or a session of the seminar. */
export interface Assignment {
  /** Stays the same when the assignment is corrected. Sessions and links made before there were ids have none. */
  id?: string
  /** How often it has been corrected. */
  revision?: number
  title: string
  /** ISO date of the meeting, or empty. Of an assignment without id: of something, or empty. */
  date: string
  /** ISO date of the day by which the answers are to be handed in. */
  due?: string
  aim: string
  task: string
  /** Slug of the text, and the version of it that the teacher had before them. */
  text: string
  version: string
  /** Numbers of the first and the last paragraph. */
  from: string
  to: string
  questions: Question[]
  /** Empty: as the reader has it. */
  glossen: (typeof doses)[number]
  anmerkungen: (typeof notesShown)[number]
}

export interface Question {
  /** Stays the same when its words are corrected: the name of its answer. */
  key?: string
  /** Numbers of the paragraphs it asks about; it stands before the first of them, else behind the passage. */
  at: string[]
  text: string
}

/** Letters that no other assignment or question has, by which answers find it again. */
export function newKey(bytes: number): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(bytes)))
}

/** What can be known of an assignment before all of it is read. */
export type Head = Pick<Assignment, 'title' | 'text' | 'from' | 'to'>

export const doses = ['', 'erste', 'alle', 'keine'] as const
export const notesShown = ['', 'rand', 'text', 'aus'] as const

/** Texts in characters. The form of assignments keeps them, and of a link beyond them what is left out is named. */
export const limits = { title: 200, long: 4000, questions: 40, places: 20 } as const

export const isNumber = (value: string): boolean => /^\d{1,5}[a-z]{0,3}$/.test(value)
export const isKey = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,24}$/.test(value)
export const isSlug = (value: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)
