import { z } from 'zod'
import { editionSchema } from '../edition/model/schemas.ts'

const { title, licence, language } = editionSchema.shape

/** What an editor is asked for a new edition. */
export const answersSchema = z.strictObject({
  title,
  editors: z.string().trim().min(1),
  licence,
  address: z.union([z.literal(''), editionSchema.shape.address.unwrap()]),
  language,
})

export type Answers = z.output<typeof answersSchema>

export interface Question {
  name: keyof Answers
  asks: string
  /** Taken where nothing is answered. */
  usual: string
}

export const questions: readonly Question[] = [
  { name: 'title', asks: 'Title of the edition', usual: 'Meine Ausgabe' },
  { name: 'editors', asks: 'Editors, as readers shall see them', usual: 'Redaktion' },
  { name: 'licence', asks: 'Licence of what you write', usual: 'CC-BY-4.0' },
  { name: 'address', asks: 'Address where it will be read, may be left for later', usual: '' },
  { name: 'language', asks: 'Language of the edition', usual: 'de' },
]

/** What is wrong with one answer, in a sentence; null: nothing. */
export function faultOf(name: keyof Answers, answer: string): string | null {
  const { error } = answersSchema.shape[name].safeParse(answer)
  if (!error) return null
  const [issue] = error.issues
  if (name === 'address') return 'It must be a whole address such as https://example.org/lesen/.'
  return issue!.code === 'too_small' ? 'It must not be empty.' : `It ${issue!.message}.`
}
