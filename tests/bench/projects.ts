import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { copyEdition, type EditionCopy } from '../edition-copy.ts'
import { sourcesIn, texts } from '../fixture-edition.ts'
import { importScan } from '../source.ts'
import { makeShelf } from './shelf.ts'

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

export interface Project {
  folder: string
  remove: () => Promise<void>
}

/** An edition of this text alone, with glossary and pages of the fixture edition. */
export async function editionProject(text: BenchText): Promise<Project> {
  const copy = await copyEdition()
  const content = join(copy.folder, 'content')
  for (const part of ['texts', 'private', 'seminar'])
    await rm(join(content, part), { recursive: true, force: true })
  const bibliography = join(content, 'bibliography.json')
  const works = JSON.parse(await readFile(bibliography, 'utf8')) as unknown[]
  await writeFile(bibliography, JSON.stringify([...works, ...text.works]))
  await copy.write({
    'content/private/text-1.md': text.markdown.replace(/^title: (.*)$/m, 'title: Text 1'),
  })
  return copy
}

/** An edition of texts by lot, with the glossary and pages of the fixture edition. `settings`: more of edition.yaml. */
export async function shelfProject(count: number, settings = ''): Promise<EditionCopy> {
  const copy = await copyEdition()
  const content = join(copy.folder, 'content')
  for (const part of ['texts', 'private', 'seminar'])
    await rm(join(content, part), { recursive: true, force: true })
  const sources = sourcesIn(copy.folder)
  const lemmas = Object.entries(sources).flatMap(([path, source]) =>
    path.startsWith('content/glossary/')
      ? (/^lemma: *['"]?(.*?)['"]?$/m.exec(source)?.[1] ?? [])
      : [],
  )
  const { texts, works } = makeShelf(count, lemmas)
  const known = JSON.parse(sources['content/bibliography.json']!) as unknown[]
  await copy.write({
    'content/bibliography.json': JSON.stringify([...known, ...works]),
    'content/edition.yaml': `${sources['content/edition.yaml']!.replace(/^texts:.*\n/m, '')}${settings}`,
    ...Object.fromEntries(
      Object.entries(texts).map(([name, source]) => [`content/texts/${name}.md`, source]),
    ),
  })
  return copy
}

/** A minimal Astro project that builds the same Markdown without this edition's code. */
export async function bareProject(texts: Readonly<Record<string, string>>): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'bare-'))
  await mkdir(join(folder, 'src/pages'), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'astro.config.mjs'), 'export default {}\n')
  await writeFile(join(folder, 'build.mjs'), "await (await import('astro')).build({})\n")
  for (const [name, markdown] of Object.entries(texts))
    await writeFile(join(folder, 'src/pages', `${name}.md`), markdown)
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
