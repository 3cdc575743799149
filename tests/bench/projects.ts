import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { copyEdition } from '../edition-copy.ts'
import { findSource } from '../source.ts'

const root = resolve(import.meta.dirname, '../..')

/** A text as Markdown, with the works that it cites and the edition's bibliography lacks. */
export interface BenchText {
  markdown: string
  works: unknown[]
  /** Description for the table. */
  name: string
}

/** The imported scan if there is one, else the longest text of the edition. */
export async function findText(): Promise<BenchText> {
  const source = findSource()
  return source ? importText(source) : ownText()
}

async function importText(source: string): Promise<BenchText> {
  const copy = await copyEdition()
  try {
    const { code, output } = await copy.node(['src/importer/cli.ts', source])
    if (code !== 0) throw new Error(output)
    const folder = join(copy.folder, 'content/private')
    const files = await readdir(folder)
    const text = files.find((name) => name.endsWith('.md') && !name.endsWith('.report.md'))!
    const beside = files.find((name) => name.endsWith('.bibliography.json'))
    const works = beside ? JSON.parse(await readFile(join(folder, beside), 'utf8')) : []
    return { name: 'imported text', markdown: await readFile(join(folder, text), 'utf8'), works }
  } finally {
    await copy.remove()
  }
}

async function ownText(): Promise<BenchText> {
  const folder = join(root, 'content/texts')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md'))
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  const [longest] = texts.toSorted((a, b) => b.length - a.length)
  return { name: 'own text', markdown: longest!, works: [] }
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
 * An edition with `count` copies of a text and no other texts. `whole`: with glossary, seminar and pages of the shipped
 * edition; else only with its bibliography.
 */
export async function editionProject(
  text: BenchText,
  count: number,
  whole: boolean,
): Promise<Project> {
  const copy = await copyEdition()
  const content = join(copy.folder, 'content')
  for (const part of whole ? ['texts', 'seminar'] : ['texts', 'seminar', 'glossary', 'pages'])
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
