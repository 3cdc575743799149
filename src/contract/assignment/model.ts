/** What is to be read and answered: made by a teacher, carried by a link; or a session of the seminar. */
export interface Assignment {
  title: string
  /** ISO date, or empty. */
  date: string
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
  /** Numbers of the paragraphs it asks about; it stands before the first of them, else behind the passage. */
  at: string[]
  text: string
}

/** What can be known of an assignment before all of it is read. */
export type Head = Pick<Assignment, 'title' | 'text' | 'from' | 'to'>

export const doses = ['', 'erste', 'alle', 'keine'] as const
export const notesShown = ['', 'rand', 'text', 'aus'] as const

/** Texts in characters. The form of assignments keeps them, and of a link beyond them what is left out is named. */
export const limits = { title: 200, long: 4000, questions: 40, places: 20 } as const

export const isNumber = (value: string): boolean => /^\d{1,5}[a-z]{0,3}$/.test(value)
export const isSlug = (value: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)
