/** Schemas of all files in content/; types of the model are derived from them. */
import { z } from 'zod'
import { bareDoi, isDoi } from '../../citation/doi.ts'
import { forms } from '../../contract/addresses.ts'
import { paragraphId } from '../../contract/ids.ts'

const text = z.string().trim().min(1)
/** As titles and names are set, also where they were written on several lines of YAML. */
const line = z
  .string()
  .overwrite((value) => value.replace(/\s*[\n\r]\s*/g, ' '))
  .trim()
  .min(1)
const texts = z
  .union([line, z.array(line).min(1)], 'must be text or a list of texts')
  .transform((value) => (typeof value === 'string' ? [value] : value))
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens')
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as de or en-GB')
/** A string: the YAML core schema reads dates as strings, quoted or not. */
const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'must be a date such as 2026-11-23', abort: true })
  .refine(isDay, 'is no day of any calendar')
function isDay(date: string): boolean {
  const [year, month = 1, day = 1] = date.split('-').map(Number)
  const found = new Date(Date.UTC(year!, month - 1, day))
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day
}

const version = z.union([text, z.number()], 'must be text or a number').transform(String)

/** Also as `https://doi.org/…` or `doi:…`. */
const doi = z
  .string()
  .transform(bareDoi)
  .refine(isDoi, 'must be a DOI such as 10.5281/zenodo.1234567')

const rightsSchema = z.strictObject({
  status: z.enum(['open', 'licensed', 'teaching-only', 'unknown']),
  licence: text.optional(),
  holder: line.optional(),
  source: text.optional(),
  changes: text.optional(),
  basis: text.optional(),
})

export const textSchema = z.strictObject({
  title: line,
  subtitle: line.optional(),
  author: texts,
  language: language.default('de'),
  date: date.optional(),
  version: version.default('1.0'),
  /** Of this edition of the text; that of its print stands in the bibliography. */
  doi: doi.optional(),
  abstract: text.optional(),
  subjects: z.array(line).default([]),
  /** The series or issue to which the text belongs, with its place in it. */
  collection: z.strictObject({ title: line, part: z.number().optional() }).optional(),
  rights: rightsSchema,
  /** Key of the bibliography entry for the printed version. */
  printed: slug.optional(),
  imported: z.string().optional(),
})

export const termSchema = z.strictObject({
  lemma: line,
  language: language.optional(),
  pronunciation: line.optional(),
  /** One of `groups` of edition.yaml. */
  group: slug.optional(),
  forms: z.array(text).default([]),
  gloss: text,
  works: z.array(slug).default([]),
  related: z.array(slug).default([]),
})

const place = z.string().regex(/^[a-z0-9-]+$/, `must be ${paragraphId('N')} or the id of a section`)

const passageSchema = z.strictObject({
  text: slug,
  from: place,
  to: place,
  optional: z.boolean().default(false),
})

export const sessionSchema = z.strictObject({
  title: line,
  order: z.number().int(),
  aim: text,
  passages: z.array(passageSchema).min(1),
  questions: z.array(z.strictObject({ at: z.array(place).min(1), text })).min(1),
  terms: z.array(slug).default([]),
  works: z.array(slug).default([]),
  task: text,
})

/** Id of a work → the key made for it. */
export const keysSchema = z.record(z.string(), slug)

export const pageSchema = z.strictObject({
  title: line,
  order: z.number().int().default(100),
  summary: text.optional(),
})

export const papers = ['a5', 'b5', 'a4'] as const

export const pdfSchema = z
  .strictObject({
    format: z.enum(papers).default('b5'),
    /** Of the running text, in pt. */
    size: z
      .number()
      .refine((size) => size >= 8 && size <= 14, 'must be a size from 8 to 14')
      .default(10.5),
    /** Beside the text or in a list behind it; if not said, beside the text of A4 alone. */
    glosses: z.enum(['margin', 'list']).optional(),
    /** Whether the work that is meant stands in brackets behind „ebd.“ and the like. */
    ebd: z.enum(['resolved', 'printed']).default('resolved'),
    /** Whether it is made as PDF/A-2a, for archives, rather than as PDF/UA-1. */
    archive: z.boolean().default(false),
  })
  .refine(({ format, glosses }) => format !== 'a5' || glosses !== 'margin', {
    message: 'must be list, for A5 has no room beside the text',
    path: ['glosses'],
  })

const colour = z
  .string()
  .regex(/^#[\da-fA-F]{6}$/, 'must be a colour such as "#8a4117", in quotation marks')
  .transform((value) => value.toLowerCase())
const ink = z
  .union([colour, z.strictObject({ light: colour, dark: colour.optional() })])
  .transform((value) => (typeof value === 'string' ? { light: value } : value))

/** Raised when content has to be written in another way than before; `formatChanges` says in which. */
export const contentFormat = 1

export const editionSchema = z.strictObject({
  /** The format for which the content is written. */
  format: z.number().int().min(1).default(1),
  title: line,
  subtitle: line.optional(),
  description: text,
  editors: texts,
  licence: text,
  language: language.default('de'),
  /** Where the public edition is, with the path below the site: `https://example.org/lesen/`. */
  address: z
    .url({
      protocol: /^https?$/,
      hostname: /./,
      error: 'must be a whole address such as https://example.org/lesen/',
    })
    .refine((address) => !/[?#]/.test(address), 'must end in a path, without ? or #')
    .optional(),
  /** Colours of notes and glosses: one for light pages, from which that for dark ones is made, or `light` and `dark`. */
  inks: z.strictObject({ notes: ink.optional(), glosses: ink.optional() }).optional(),
  /** Below the title of the edition: a picture in public/, or the two conductors of this project's own edition. */
  ornament: z
    .string()
    .regex(/^(?:\/.+|conductors)$/, 'must be the path of a picture in public/, as /name.svg')
    .optional(),
  /** Groups of the glossary in their order: `orte: Orte und Länder`. If none are said, terms name them. */
  groups: z.record(slug, line).optional(),
  /** Files of each text beside its page. */
  forms: z.array(z.enum(forms)).default([...forms]),
  pdf: pdfSchema.prefault({}),
  /** MB up to which the whole edition is offered as one file, HTML and EPUB; about 190,000 and 500,000 words. */
  whole: z.number().min(0).default(10),
  /** Slugs of texts in reading order; texts not named follow by title. */
  texts: z.array(slug).default([]),
})

export type Rights = z.output<typeof rightsSchema>
export type TextData = z.output<typeof textSchema>
export type TermData = z.output<typeof termSchema>
export type SessionData = z.output<typeof sessionSchema>
export type PageData = z.output<typeof pageSchema>
export type PdfSettings = z.output<typeof pdfSchema>
export type Paper = PdfSettings['format']
export type EditionData = z.output<typeof editionSchema>
