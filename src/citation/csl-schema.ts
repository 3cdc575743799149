/** CSL-JSON 1.0.2, the bibliography as Zotero exports it. */
import { z } from 'zod'
import { isWebAddress } from '../contract/link-address.ts'
import { AND_OTHERS, meansOthers } from './cut-off.ts'
import { isOfCalendar, isPossible } from './dates.ts'

import { withoutEmpty } from './tidy.ts'
import { types } from './types.ts'

/** As every form of a reference and of an export has it. */
const oneLine = z
  .string()
  .overwrite((value) => value.replace(/\s*[\n\r\t\f\v\u2028\u2029]\s*/g, ' '))
  .trim()
const text = oneLine.min(1)

/** Who has one name alone is called by it; „et al.“ and „others“ are no people. */
const name = z
  .looseObject({
    family: text.optional(),
    given: text.optional(),
    literal: text.optional(),
    suffix: text.optional(),
    'non-dropping-particle': text.optional(),
    'dropping-particle': text.optional(),
  })
  .transform((name) => {
    const { family, given, literal } = name
    if (meansOthers(literal ?? family ?? given ?? ''))
      return { ...name, literal: AND_OTHERS, family: undefined, given: undefined }
    return family || literal ? name : { ...name, family: given, given: undefined }
  })
const names = z.array(name).min(1).optional()
const cslDate = z
  .looseObject({
    'date-parts': z
      .array(z.array(z.union([z.number(), z.string()], 'must be a number')).min(1))
      .refine(isOfCalendar, 'must be a year, or year, month and day, that the calendar has')
      .optional(),
    literal: oneLine.optional(),
    raw: oneLine.refine(isPossible, 'must be a date that the calendar has, or words').optional(),
  })
  .optional()

const figure = z.union([text, z.number()], 'must be text or a number')

/** Fields not named here pass through. */
const workSchema = z.looseObject({
  /** A key, or what a reference manager has instead, of which one is made (keys.ts). */
  id: text,
  type: text.refine(
    (type) => types.includes(type),
    'must be a type of CSL, as book, chapter or article-journal',
  ),
  title: text.optional(),
  'title-short': text.optional(),
  'container-title': text.optional(),
  'collection-title': text.optional(),
  author: names,
  'container-author': names,
  editor: names,
  translator: names,
  interviewer: names,
  issued: cslDate,
  accessed: cslDate,
  publisher: text.optional(),
  'publisher-place': text.optional(),
  'event-place': text.optional(),
  volume: figure.optional(),
  issue: figure.optional(),
  number: figure.optional(),
  page: text.optional(),
  edition: figure.optional(),
  version: figure.optional(),
  genre: text.optional(),
  DOI: text.optional(),
  ISBN: text.optional(),
  URL: text
    .refine(isWebAddress, 'must be an address of the web, as https://example.org/page')
    .optional(),
  language: text.optional(),
  note: text.optional(),
  /** `idem`: „ders.“ or „dies.“, for an author who is also the editor of the volume. */
  custom: z.looseObject({ idem: text.optional() }).optional(),
})

const isNamed = (work: z.output<typeof workSchema>) =>
  ['title', 'author', 'editor', 'container-title', 'number', 'genre'].some((field) => field in work)

export const bibliographySchema = z.preprocess(
  withoutEmpty,
  z.array(
    workSchema.refine(isNamed, {
      path: ['title'],
      error: 'is missing, and nothing else names the work',
    }),
  ),
)

export type Work = z.output<typeof workSchema>
export type Name = z.output<typeof name>
export type CslDate = NonNullable<z.output<typeof cslDate>>
