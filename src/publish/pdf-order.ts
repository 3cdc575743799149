import { existsSync, readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { excerptOf } from '../edition/model/excerpt.ts'
import type { Edition, PdfSettings, Text } from '../edition/model/model.ts'
import { pdfSchema } from '../edition/model/schemas.ts'
import { layoutOf, type Layout } from '../formats/typst/index.ts'
import { Refused } from '../workspace/index.ts'
import { formInputs } from './forms/form-inputs.ts'
import type { FormOrder } from './forms/make-form.ts'
import { sessionInputs } from './forms/session-inputs.ts'

const word = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const options = {
  ...{ format: word, size: word, glosses: word, ebd: word, archive: flag },
  ...{ session: word, from: word, to: word, out: word },
} as const

export type Arguments = ReturnType<typeof readArguments>

export function readArguments(args: string[]) {
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options })
    if (positionals.length + (values.session === undefined ? 0 : 1) !== 1)
      throw new Refused('Name one text, as npm run pdf -- SLUG, or one session, as --session SLUG.')
    return { ...values, slug: positionals[0] }
  } catch (error) {
    throw new Refused((error as Error).message)
  }
}

/** What is to be made, and the name of its file where none is said. @param home absolute address of the site */
export function pdfOrder(
  edition: Edition,
  asked: Arguments,
  home: string,
): { name: string; order: FormOrder } {
  const layout = layoutOf(settingsOf(asked, edition.meta.pdf))
  return orderOf(edition, asked, layout, home)
}

function settingsOf(values: Arguments, ofEdition: PdfSettings): PdfSettings {
  const { format, size, glosses, ebd, archive } = values
  // Another paper has its own place for glosses.
  const { glosses: usual, ...others } = ofEdition
  const said = {
    ...others,
    ...(!format && usual && { glosses: usual }),
    ...(format && { format: format.toLowerCase() }),
    ...(size !== undefined && { size: Number(size.replace(',', '.')) }),
    ...(glosses && { glosses }),
    ...(ebd && { ebd }),
    ...(archive !== undefined && { archive }),
  }
  const { data, error } = pdfSchema.safeParse(said)
  if (data) return data
  const [issue] = error.issues
  const field = String(issue!.path[0])
  const choices = issue!.code === 'invalid_value' ? `Say one of ${issue!.values.join(', ')}.` : ''
  const why = choices || `It ${issue!.code === 'custom' ? issue!.message : 'must be a number'}.`
  throw new Refused(`--${field} ${values[field as keyof Arguments]}: ${why}`)
}

function orderOf(
  edition: Edition,
  asked: Arguments,
  layout: Layout,
  home: string,
): { name: string; order: FormOrder } {
  if (asked.session !== undefined) {
    if (asked.from !== undefined || asked.to !== undefined)
      throw new Refused('A session has its passages; leave out --from and --to.')
    const session = named(edition.sessions, asked.session, 'session')
    const inputs = sessionInputs(session, edition, home, readFigure)
    return { name: `${session.slug}.pdf`, order: { form: 'session', inputs, layout } }
  }
  const text = named(edition.texts, asked.slug!, 'text')
  const { text: shown, suffix } = passageOf(text, asked)
  const inputs = formInputs(shown, edition, home, readFigure)
  return { name: `${text.slug}${suffix}.pdf`, order: { form: 'pdf', inputs, layout } }
}

function named<One extends { slug: string }>(
  list: readonly One[],
  slug: string,
  kind: string,
): One {
  const found = list.find((one) => one.slug === slug)
  if (found) return found
  const slugs = list.map((one) => `  ${one.slug}`).join('\n')
  const known = slugs ? `There ${list.length === 1 ? 'is' : 'are'}:\n${slugs}` : 'There is none.'
  throw new Refused(`There is no ${kind} “${slug}”. ${known}`)
}

/** The text, or the passage between two paragraphs or sections of it. */
function passageOf(text: Text, { from, to }: Arguments): { text: Text; suffix: string } {
  if (from === undefined && to === undefined) return { text, suffix: '' }
  const last = text.paragraphs.at(-1)
  const between = {
    from: placeOf(text, from ?? text.paragraphs[0]?.number ?? '', '--from'),
    to: placeOf(text, to ?? last?.number ?? '', '--to'),
  }
  const excerpt = excerptOf(text, between)
  if (!excerpt)
    throw new Refused(
      `The passage from ${between.from} to ${between.to} has no paragraph. Say --from before --to.`,
    )
  const { passage } = excerpt
  const numbers = [...new Set([passage.first, passage.last])].join('-')
  return { text: excerpt, suffix: `-abs-${numbers}` }
}

function placeOf(text: Text, said: string, option: string): string {
  const isSection = text.sections.some(({ id }) => id === said)
  const paragraph = text.paragraphs.find(({ id, number }) => number === said || id === said)
  if (isSection || paragraph) return paragraph?.id ?? said
  const [first, last] = [text.paragraphs[0], text.paragraphs.at(-1)]
  const sections = text.sections.map(({ id }) => `\n  ${id}`).join('')
  throw new Refused(
    `${option} ${said}: “${text.slug}” has no such place. Its paragraphs are ${first?.number} to ${last?.number}${sections && `, its sections:${sections}`}`,
  )
}

function readFigure(path: string): Uint8Array | null {
  const file = resolve('public', path)
  if (!file.startsWith(resolve('public') + sep) || !existsSync(file)) return null
  return new Uint8Array(readFileSync(file))
}
