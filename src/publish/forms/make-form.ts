import { readFileSync } from 'node:fs'
import type { Form } from '../../contract/addresses.ts'
import { textToEpub } from '../../formats/epub/index.ts'
import { createUrls } from '../../formats/html/site/urls.ts'
import { textToTei } from '../../formats/tei/index.ts'
import { compilePdf } from '../../formats/typst/compile.ts'
import type { Layout } from '../../formats/typst/index.ts'
import { figurePath, type FormInputs } from './form-inputs.ts'

/** A form of a text, as plain data, so that it can be made in another thread. */
export interface FormOrder {
  form: Form
  inputs: FormInputs
  layout: Layout
}

/** The bytes of a form, or in a sentence why there are none. */
export type MadeForm = { bytes: Uint8Array } | { fault: string }

/** The same order gives the same bytes. */
export async function makeForm({ form, inputs, layout }: FormOrder): Promise<MadeForm> {
  const { text, meta, home, address, reference, terms, bibliography } = inputs
  const urls = createUrls(home)
  const works = new Map(inputs.works.map(({ work }) => [work.id, work]))
  const absolute = (url: string) => (url.startsWith('/') ? urls.page(url) : url)
  const figure = (url: string) => inputs.figures[figurePath(url, home)] ?? null
  const around = { edition: meta.title, address, reference, terms, bibliography, absolute }
  switch (form) {
    case 'pdf': {
      const made = await compilePdf(text, { ...around, works, figure }, layout)
      return 'fault' in made ? made : { bytes: made.pdf }
    }
    case 'epub':
      return {
        bytes: textToEpub(
          text,
          { ...around, urls, works: inputs.works },
          { fonts: readFonts(), figure },
        ),
      }
    case 'xml':
      return { bytes: Buffer.from(textToTei(text, { ...around, meta, works })) }
  }
}

/** Fonts of the site in EPUBs, below `src/styles/fonts`. */
export const fontFiles = ['edition-serif-roman.woff2', 'edition-serif-italic.woff2']

export const readFonts = () =>
  Object.fromEntries(
    fontFiles.map((name) => [
      name,
      readFileSync(new URL(`../../styles/fonts/${name}`, import.meta.url)),
    ]),
  )
