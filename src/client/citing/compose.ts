/** Composes what is copied from a cited passage and the chosen form. Does not use the DOM. */
import type { Words } from './clean.ts'
import { escapeHtml } from './clean.ts'
import { styleNames, type CitationData, type StyleKey } from './data.ts'

export const fileNames = { bibtex: 'BibTeX', ris: 'RIS', csl: 'CSL-JSON' } as const
export type FileKey = keyof typeof fileNames
export type Form = StyleKey | FileKey

export const isFile = (form: Form): form is FileKey => form in fileNames
export const isForm = (form: string): form is Form => form in fileNames || form in styleNames

export interface Cited {
  /** „Abs. 14–15, S. 104“; empty: the whole text. */
  locator: string
  /** CSL label of `locator`. */
  label?: 'paragraph' | 'note' | 'page' | 'section'
  address: string
  /** One entry per paragraph; empty where nothing is quoted. */
  quotation: readonly Words[]
  /** Notes called in the passage; `resolved`: full references for the short ones in the note. */
  notes: readonly { label: string; words: Words; resolved: readonly Words[] }[]
}

export interface Choice {
  form: Form
  withNotes: boolean
  onlyReference: boolean
}

export function compose(cited: Cited, choice: Choice, data: CitationData): Words {
  const { form } = choice
  if (isFile(form)) {
    const text = files[form](cited, data)
    return { text, html: `<pre>${escapeHtml(text)}</pre>` }
  }
  const template = data.styles[form]
  const fill = (html: string) => filled(html, cited)
  const after = template.after && cited.locator ? [fill(template.after)] : []
  const reference = fill(cited.locator ? template.place : template.whole)
  const quoted = choice.onlyReference ? [] : quotation(cited.quotation)
  const last = quoted.at(-1)
  const body = last ? [...quoted.slice(0, -1), joined([last, ...after])] : after
  const notes = choice.withNotes ? cited.notes.map(noteWords) : []
  return paragraphs([...body, reference, ...notes])
}

/** Replaces U+E000 by the address and U+E001 by the locator. */
function filled(template: string, { address, locator }: Cited): Words {
  const html = template
    .replaceAll('\ue000', escapeHtml(address))
    .replaceAll('\ue001', escapeHtml(locator))
  return { html, text: textOf(html) }
}

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** Puts the quotation marks before the first paragraph and behind the last. */
const quotation = (parts: readonly Words[]): Words[] =>
  parts.map(({ text, html }, i) => {
    const open = i === 0 ? '„' : ''
    const close = i === parts.length - 1 ? '“' : ''
    return { text: open + text + close, html: open + html + close }
  })

function noteWords({ label, words, resolved }: Cited['notes'][number]): Words {
  const full = resolved.map(({ text, html }) => ({
    text: `[Vollständig: ${text}]`,
    html: `[Vollständig: ${html}]`,
  }))
  return joined([{ text: `Anm. ${label}:`, html: `Anm. ${label}:` }, words, ...full])
}

const joined = (parts: readonly Words[]): Words => ({
  text: parts.map(({ text }) => text).join(' '),
  html: parts.map(({ html }) => html).join(' '),
})

const paragraphs = (parts: readonly Words[]): Words => ({
  text: parts.map(({ text }) => text).join('\n\n'),
  html: parts.map(({ html }) => `<p>${html}</p>`).join('\n'),
})

const files: Record<FileKey, (cited: Cited, data: CitationData) => string> = {
  bibtex: (cited, { bibtex }) =>
    inFile(bibtex, cited.address, cited.locator.replace(/[&%$#_{}]/g, '\\$&')),
  ris: (cited, { ris }) => inFile(ris, cited.address, cited.locator),
  csl: ({ locator, label, address }, { csl }) => {
    const place = locator
      ? { note: locator, custom: { locator: locator.replace(/^\S+ |,.*/g, ''), label } }
      : {}
    return `${JSON.stringify([{ ...csl, URL: address, ...place }], null, 2)}\n`
  },
}

/** Without a locator, removes its placeholder and the comma before it. */
const inFile = (template: string, address: string, locator: string): string =>
  template
    .replaceAll('\ue000', address)
    .replace(/(?:, )?\ue001/g, (sign) => (locator ? sign.replace('\ue001', locator) : ''))
