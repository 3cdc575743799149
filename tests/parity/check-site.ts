import { existsSync, globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { editionBookFile } from '../../src/contract/addresses.ts'
import type { Edition, Text } from '../../src/edition/model/model.ts'
import { compare, type Comparison } from './compare.ts'
import { expectedOf } from './expected.ts'
import { forms } from './forms.ts'
import { readEpub } from './read-epub.ts'
import { readHtml } from './read-html.ts'
import { readPdf } from './read-pdf.ts'
import { readTei } from './read-tei.ts'
import type { Reading } from './reading.ts'

export type FormName = keyof typeof forms

export interface CheckedText {
  text: string
  /** What → form → found of expected. */
  table: Record<string, Partial<Record<string, string>>>
  /** Each names text, form and place. */
  differences: string[]
}

const readers: Record<
  FormName,
  (folder: string, text: Text, edition: Edition) => Promise<Reading>
> = {
  html: async (folder, { slug }) =>
    readHtml(
      await readFile(join(folder, `texte/${slug}/index.html`), 'utf8'),
      await readListOfWorks(folder),
    ),
  pdf: async (folder, text) => readPdf(await readFile(fileOf(folder, text, 'pdf'))),
  epub: async (folder, text) => readEpub(await readFile(fileOf(folder, text, 'epub'))),
  book: async (folder, { slug }, { meta }) =>
    readEpub(await readFile(join(folder, editionBookFile(meta.title))), slug),
  tei: async (folder, text) => readTei(await readFile(fileOf(folder, text, 'xml'), 'utf8')),
}

/** Where there are many works, the pages to which that of all leads. */
async function readListOfWorks(folder: string): Promise<string> {
  const names = globSync('literatur/*/index.html', { cwd: folder })
  const pages = names.length > 0 ? names : ['literatur/index.html']
  return (await Promise.all(pages.map((name) => readFile(join(folder, name), 'utf8')))).join('')
}

const fileOf = (folder: string, { slug }: Text, ending: string) =>
  join(folder, `texte/${slug}/${slug}.${ending}`)

/** Reads the forms of the texts in a built site back and compares them with the Edition. */
export async function checkTexts(
  edition: Edition,
  folder: string,
  slugs: readonly string[] = [],
): Promise<CheckedText[]> {
  const texts = edition.texts.filter(({ slug }) => slugs.length === 0 || slugs.includes(slug))
  const checked: CheckedText[] = []
  for (const text of texts) {
    const expected = expectedOf(text, edition)
    const table: CheckedText['table'] = {}
    const differences: string[] = []
    for (const name of Object.keys(forms) as FormName[]) {
      if (!isMade(edition, folder, name)) continue
      const form = forms[name]
      const comparison = await compared(name, folder, text, edition, expected)
      for (const { what, expected, found } of comparison.rows)
        (table[what] ??= {})[form.name] =
          expected === found ? `${found}` : `${found} of ${expected}`
      for (const difference of comparison.differences)
        differences.push(`${text.slug}, ${form.name}, ${difference}`)
    }
    checked.push({ text: text.slug, table, differences })
  }
  return checked
}

/** Pages are always made; an edition may leave out other forms, and has no book if it is very long. */
function isMade({ meta }: Edition, folder: string, name: FormName): boolean {
  if (name === 'html') return true
  if (name === 'book') return existsSync(join(folder, editionBookFile(meta.title)))
  return meta.forms.includes(name === 'tei' ? 'xml' : name)
}

async function compared(
  name: FormName,
  folder: string,
  text: Text,
  edition: Edition,
  expected: Reading,
): Promise<Comparison> {
  if (!existsSync(join(folder, `texte/${text.slug}`)))
    return { rows: [], differences: ['is not in the built site'] }
  return compare(forms[name], expected, await readers[name](folder, text, edition))
}
