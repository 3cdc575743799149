import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Form } from '../../contract/addresses.ts'
import type { ScriptFace } from '../../contract/scripts.ts'
import { textToEpub } from '../../formats/epub/index.ts'
import { createUrls } from '../../formats/html/site/urls.ts'
import { textToTei } from '../../formats/tei/index.ts'
import type { Excerpt } from '../../edition/model/excerpt.ts'
import { compilePdf, compileSession, type Compiled } from '../../formats/typst/compile.ts'
import type { Layout } from '../../formats/typst/index.ts'
import type { Worksheet } from '../../formats/typst/session.ts'
import { figurePath, type FormInputs } from './form-inputs.ts'
import type { SessionInputs } from './session-inputs.ts'

/** A form of a text or the worksheet of a session, as plain data, so that it can be made in another thread. */
export type FormOrder =
  | { form: Form; inputs: FormInputs; layout: Layout }
  | { form: 'session'; inputs: SessionInputs; layout: Layout }

/** The bytes of a form, of a PDF the ids of what stands in it, or in a sentence why there are none. */
export type MadeForm = { bytes: Uint8Array; placed?: string[] } | { fault: string }

/** The same order gives the same bytes. */
export async function makeForm(order: FormOrder): Promise<MadeForm> {
  const { layout } = order
  if (order.form === 'session')
    return inBytes(await compileSession(worksheetOf(order.inputs), layout))
  const { form, inputs } = order
  const { text, meta } = inputs
  const around = surroundingsOf(inputs)
  switch (form) {
    case 'pdf':
      return inBytes(await compilePdf(text, around, layout))
    case 'epub': {
      const { works } = inputs
      const urls = createUrls(inputs.home)
      const files = { fonts: readFonts(), face: readFace, figure: around.figure }
      return { bytes: textToEpub(text, { ...around, urls, works }, files) }
    }
    case 'xml':
      return { bytes: Buffer.from(textToTei(text, { ...around, meta })) }
  }
}

const inBytes = (made: Compiled): MadeForm =>
  'fault' in made ? made : { bytes: made.pdf, placed: made.placed }

function surroundingsOf({ meta, home, address, reference, terms, ...inputs }: FormInputs) {
  const urls = createUrls(home)
  return {
    ...{ edition: meta.title, address, reference, terms, bibliography: inputs.bibliography },
    works: new Map(inputs.works.map(({ work }) => [work.id, work])),
    absolute: (url: string) => (url.startsWith('/') ? urls.page(url) : url),
    figure: (url: string) => inputs.figures[figurePath(url, home)] ?? null,
  }
}

const worksheetOf = ({ passages, ...sheet }: SessionInputs): Worksheet => ({
  ...sheet,
  passages: passages.map((inputs) => ({
    text: inputs.text as Excerpt,
    around: surroundingsOf(inputs),
  })),
})

/** Fonts of the site in EPUBs, below `src/styles/fonts`. */
const fontFiles = ['edition-serif-roman.woff2', 'edition-serif-italic.woff2']

export const readFonts = () =>
  Object.fromEntries(
    fontFiles.map((name) => [
      name,
      readFileSync(new URL(`../../styles/fonts/${name}`, import.meta.url)),
    ]),
  )

const require = createRequire(import.meta.url)

/** A face of a script that the fonts of the site lack. */
export const readFace = ({ file }: ScriptFace): Uint8Array => readFileSync(require.resolve(file))
