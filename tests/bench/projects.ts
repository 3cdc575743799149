import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { copyEdition } from '../edition-copy.ts'
import { sourcesIn, texts } from '../fixture-edition.ts'
import { importScan } from '../source.ts'

const root = resolve(import.meta.dirname, '../..')

/** A text as Markdown, with the works that it cites and the edition's bibliography lacks. */
export interface BenchText {
  markdown: string
  works: unknown[]
  /** Description for the table. */
  name: string
}

/** The imported scan if there is one, else the long text of the fixtures. */
export async function findText(): Promise<BenchText> {
  const copy = await copyEdition()
  try {
    const slug = (await importScan(copy)) ?? texts.long
    const sources = sourcesIn(copy.folder)
    const imported = sources[`content/private/${slug}.md`]
    if (!imported)
      return { name: 'long text', markdown: sources[`content/texts/${slug}.md`]!, works: [] }
    const beside = sources[`content/private/${slug}.bibliography.json`] ?? '[]'
    return { name: 'imported text', markdown: imported, works: JSON.parse(beside) }
  } finally {
    await copy.remove()
  }
}

/** The same text under several names. */
function copies({ markdown }: BenchText, count: number): [name: string, markdown: string][] {
  return Array.from({ length: count }, (_, i) => [
    `text-${i + 1}`,
    markdown.replace(/^title: (.*)$/m, `title: Text ${i + 1}`),
  ])
}

export interface Project {
  folder: string
  remove: () => Promise<void>
}

/**
 * An edition with `count` copies of a text and no other texts. `whole`: with glossary, seminar and pages of the fixture
 * edition; else only with its bibliography.
 */
export async function editionProject(
  text: BenchText,
  count: number,
  whole: boolean,
): Promise<Project> {
  const copy = await copyEdition()
  const content = join(copy.folder, 'content')
  for (const part of whole
    ? ['texts', 'private', 'seminar']
    : ['texts', 'private', 'seminar', 'glossary', 'pages'])
    await rm(join(content, part), { recursive: true, force: true })
  const bibliography = join(content, 'bibliography.json')
  const works = JSON.parse(await readFile(bibliography, 'utf8')) as unknown[]
  await writeFile(bibliography, JSON.stringify([...works, ...text.works]))
  await mkdir(join(content, 'private'))
  for (const [name, markdown] of copies(text, count))
    await writeFile(join(content, 'private', `${name}.md`), markdown)
  return copy
}

/** A minimal Astro project that builds the same Markdown without this edition's code. */
export async function bareProject(text: BenchText, count: number): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'bare-'))
  await mkdir(join(folder, 'src/pages'), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'astro.config.mjs'), 'export default {}\n')
  await writeFile(join(folder, 'build.mjs'), "await (await import('astro')).build({})\n")
  for (const [name, markdown] of copies(text, count))
    await writeFile(join(folder, 'src/pages', `${name}.md`), markdown)
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
