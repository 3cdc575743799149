/**
 * `node tests/fuzz/kept-builds.ts [EDITS] [SEED]`: edits a small shelf by lot, a text, a term, a work, a setting, the
 * code …, and builds it after each edit twice: with all that earlier builds have kept, and with nothing kept. Both
 * sites must be the same byte for byte, and offer no file that they do not have.
 */
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeShelf } from '../bench/shelf.ts'
import { copyEdition } from '../edition-copy.ts'
import { editions, smallEdition } from '../fixture-edition.ts'
import { lotteryFrom, type Lottery } from '../unit/importer/random.ts'

/** Path → content; null: there is no such file any more. */
type Files = Record<string, string | null>

/** What was edited, and the files that are now otherwise; null: there is nothing to edit. */
type Edit = (files: Readonly<Record<string, string>>, lottery: Lottery) => Files | null

/** As they were made for the first texts. */
const ledgers: Record<string, string> = {}

const textsOf = (files: Readonly<Record<string, string>>) =>
  Object.keys(files).filter((path) => /^content\/texts\/.*\.md$/.test(path))

/** Changes one file by lot of those that match. */
const inOneOf =
  (pattern: RegExp, change: (source: string, lottery: Lottery) => string): Edit =>
  (files, lottery) => {
    const paths = Object.keys(files).filter((path) => pattern.test(path))
    if (paths.length === 0) return null
    const path = lottery.oneOf(paths)
    const changed = change(files[path]!, lottery)
    return changed === files[path] ? null : { [path]: changed }
  }

const aText = /^content\/texts\/.*\.md$/
/** The text of which no session needs a place. */
const removable = (files: Readonly<Record<string, string>>) =>
  textsOf(files).filter((path) => !path.endsWith('/uhren.md'))

/** A word of a text that occurs elsewhere, as a new form of a term. */
const aWord = (source: string, lottery: Lottery): string =>
  lottery.oneOf(source.match(/\b[A-Z][a-zäöü]{5,}\b/g) ?? ['Uhr'])

const nothing = 'nothing'
const settings = 'content/edition.yaml'

const edits: Record<string, Edit> = {
  [nothing]: (files) => ({ [settings]: files[settings]! }),
  'a word of a text': inOneOf(aText, (source, lottery) => {
    const at = source.lastIndexOf('. ', lottery.between(source.indexOf('\n## '), source.length))
    return at < 0 ? source : `${source.slice(0, at)} nebenbei${source.slice(at)}`
  }),
  'a paragraph of a text': inOneOf(aText, (source, lottery) =>
    source.replace(/\n## /, `\nEin Absatz mehr, der ${lottery.between(1, 999)} zählt.\n\n## `),
  ),
  'a note of a text': inOneOf(aText, (source, lottery) =>
    source.replace(/^(\[\^2\]: )/m, `$1Dazu ${lottery.between(1, 999)} Seiten. `),
  ),
  'the title of a text': inOneOf(aText, (source, lottery) =>
    source.replace(/^title: .*/m, `title: Titel ${lottery.between(1, 999)}`),
  ),
  'the collection of a text': inOneOf(aText, (source, lottery) =>
    source
      .replace(/^collection: .*\n/m, '')
      .replace(/^title: .*\n/m, `$&collection: { title: Reihe, part: ${lottery.between(1, 9)} }\n`),
  ),
  'the rights of a text': inOneOf(aText, (source) =>
    source.includes('status: open')
      ? source.replace('status: open', 'status: unknown')
      : source.replace('status: unknown', 'status: open'),
  ),
  'the gloss of a term': inOneOf(/^content\/glossary\//, (source, lottery) =>
    source.replace(
      /^gloss: .*\n( .*\n)*/m,
      `gloss: Eine Erklärung, die ${lottery.between(1, 999)}.\n`,
    ),
  ),
  'a form of a term': (files, lottery) => {
    const word = aWord(files[lottery.oneOf(textsOf(files))]!, lottery)
    const path = 'content/glossary/pendel.md'
    return { [path]: files[path]!.replace(/^forms: .*/m, `forms: [Pendel, ${word}]`) }
  },
  'the article of a term': inOneOf(
    /^content\/glossary\//,
    (source, lottery) => `${source.trimEnd()} Und ${lottery.between(1, 999)}.\n`,
  ),
  'a work': (files, lottery) => {
    const path = 'content/bibliography.json'
    const works = JSON.parse(files[path]!) as { title: string }[]
    lottery.oneOf(works).title += ` ${lottery.between(1, 999)}`
    return { [path]: JSON.stringify(works) }
  },
  'many works': (files, lottery) => {
    const path = 'content/bibliography.json'
    const works = JSON.parse(files[path]!) as { id: string }[]
    // So many that their list has several pages, and less than so many.
    const few = works.filter(({ id }) => !id.startsWith('viele-'))
    const more = Array.from({ length: 260 }, (_, i) => ({
      ...{ id: `viele-${i}`, type: 'book', title: `Werk ${i}`, issued: { 'date-parts': [[2000]] } },
      author: [{ family: `${lottery.oneOf(['Alba', 'Sand'])} ${i}`, given: 'Ida' }],
    }))
    return { [path]: JSON.stringify(works.length > few.length ? few : [...works, ...more]) }
  },
  'an author': (files, lottery) => {
    const path = 'content/bibliography.json'
    const works = JSON.parse(files[path]!) as { author?: { family?: string }[] }[]
    const [one, other] = [lottery.oneOf(works), lottery.oneOf(works)]
    // Two works of one name are told apart by first name, title or year wherever they are cited.
    if (!one.author || !other.author) return null
    one.author = other.author
    return { [path]: JSON.stringify(works) }
  },
  'the title of the edition': inOneOf(/^content\/edition\.yaml$/, (source, lottery) =>
    source.replace(/^title: .*/m, `title: Ausgabe ${lottery.between(1, 999)}`),
  ),
  'the order of the texts': (files, lottery) => {
    const slugs = textsOf(files).map((path) => path.slice('content/texts/'.length, -3))
    const path = 'content/edition.yaml'
    return { [path]: files[path]!.replace(/^texts: .*/m, `texts: [${lottery.oneOf(slugs)}]`) }
  },
  'the size of the whole edition': inOneOf(/^content\/edition\.yaml$/, (source) =>
    source.includes('whole: 0')
      ? source.replace('\nwhole: 0', '')
      : `${source.trimEnd()}\nwhole: 0\n`,
  ),
  'the forms of the texts': inOneOf(/^content\/edition\.yaml$/, (source, lottery) =>
    source.replace(/^forms: .*/m, `forms: [${lottery.oneOf(['xml', 'epub', 'epub, xml', ''])}]`),
  ),
  'a page': inOneOf(
    /^content\/pages\//,
    (source, lottery) => `${source.trimEnd()} Und ${lottery.between(1, 999)}.\n`,
  ),
  'the title of a page': inOneOf(/^content\/pages\//, (source, lottery) =>
    source.replace(/^title: .*/m, `title: Seite ${lottery.between(1, 999)}`),
  ),
  'a session': inOneOf(/^content\/seminar\//, (source, lottery) =>
    source.replace(/^aim: .*/m, `aim: Unterscheiden, was ${lottery.between(1, 999)} ist.`),
  ),
  'a ledger': (files, lottery) => {
    const text = lottery.oneOf(textsOf(files))
    const path = text.replace(/\.md$/, '.ledger.json')
    const frozen = ledgers[path]
    return path in files ? { [path]: null } : frozen === undefined ? null : { [path]: frozen }
  },
  'a picture': (_files, lottery) => ({
    'public/bilder/rad.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="${lottery.between(9, 99)}" height="9"/>`,
  }),
  'a text less': (files, lottery) => {
    const paths = removable(files)
    if (paths.length < 2) return null
    const path = lottery.oneOf(paths)
    return { [path]: null, [path.replace(/\.md$/, '.ledger.json')]: null, ...withoutOrder(files) }
  },
  'a text renamed': (files, lottery) => {
    const path = lottery.oneOf(removable(files))
    const name = `content/texts/neu-${lottery.between(1, 9999)}`
    const ledger = files[path.replace(/\.md$/, '.ledger.json')]
    return {
      [path]: null,
      [path.replace(/\.md$/, '.ledger.json')]: null,
      [`${name}.md`]: files[path]!,
      ...(ledger && { [`${name}.ledger.json`]: ledger }),
      ...withoutOrder(files),
    }
  },
  'a text more': (files, lottery) => ({
    [`content/texts/mehr-${lottery.between(1, 9999)}.md`]: files['content/texts/uhren.md']!.replace(
      /^title: .*/m,
      `title: Mehr von Uhren ${lottery.between(1, 99)}`,
    ),
  }),
  'a template': inOneOf(/^src\/components\/(?:TextHead|SiteFooter)\.astro$/, (source, lottery) =>
    source.replace(/\n\n<(\w+)/, `\n\n<$1 data-lot="${lottery.between(1, 999)}"`),
  ),
  'a style': inOneOf(
    /^src\/styles\/text\.css$/,
    (source, lottery) => `${source}\n.lot { order: ${lottery.between(1, 999)}; }\n`,
  ),
  'a script': inOneOf(
    /^src\/client\/page\.ts$/,
    (source, lottery) =>
      `${source}\ndocument.documentElement.dataset['lot'] = '${lottery.between(1, 999)}'\n`,
  ),
  'the code of a form': inOneOf(/^src\/formats\/german\/german\.ts$/, (source, lottery) =>
    source.replace(/Fassung(?: \d+)? \$/, `Fassung ${lottery.between(1, 999)} $`),
  ),
}

/** No text is named in an order that would have to name the new one. */
const withoutOrder = (files: Readonly<Record<string, string>>): Files => ({
  'content/edition.yaml': files['content/edition.yaml']!.replace(/^texts: .*/m, 'texts: []'),
})

function firstFiles(root: string): Record<string, string> {
  const small = smallEdition()
  const { texts, works } = makeShelf(3, ['Takt', 'Pendel'], 2)
  const code = globSync('src/{components,styles,client,formats}/**/*.{astro,css,ts}', { cwd: root })
  return {
    ...small,
    ...Object.fromEntries(
      Object.entries(texts).map(([name, source]) => [`content/texts/${name}.md`, source]),
    ),
    'content/texts/text-1.md': texts['text-1']!.replace(
      /\n## /,
      '\n![Ein Rad](/bilder/rad.svg)\n\n## ',
    ),
    'content/bibliography.json': JSON.stringify([
      ...(JSON.parse(small['content/bibliography.json']!) as object[]),
      ...works,
    ]),
    'content/edition.yaml': `${small['content/edition.yaml']!.trimEnd()}\nforms: [xml]\n`,
    'public/bilder/rad.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="9"/>',
    ...Object.fromEntries(
      code.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')]),
    ),
  }
}

/** Changes a page, takes it away, or adds a file. */
async function damageSite(folder: string, lot: number): Promise<void> {
  const page = join(folder, 'index.html')
  const acts = [
    () => writeFile(page, readFileSync(page, 'utf8').replace('<body', '<body class="lot"')),
    () => rm(page),
    () => writeFile(join(folder, 'lot.txt'), 'lot'),
  ]
  await acts[Math.floor(lot / 20) % acts.length]!()
}

/** Name → hash of every file. */
async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name))
  return new Map(
    paths
      .map((path): [string, string] => [
        path.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function differences(kept: Map<string, string>, clean: Map<string, string>): string[] {
  const names = [...new Set([...kept.keys(), ...clean.keys()])]
  return names.flatMap((name) => {
    if (kept.get(name) === clean.get(name)) return []
    return [
      `${name} ${!kept.has(name) ? 'is missing' : !clean.has(name) ? 'is left over' : 'differs'}`,
    ]
  })
}

/** Files to take along that a page offers and the site has not. */
function missingFiles(folder: string, files: ReadonlyMap<string, string>): string[] {
  const pages = [...files.keys()].filter((name) => name.endsWith('.html'))
  return pages.flatMap((page) => {
    const offered = readFileSync(join(folder, page), 'utf8').matchAll(
      /<a href="\/([^"]*)"[^>]* download/g,
    )
    return Array.from(offered, ([, name]) => decodeURI(name!))
      .filter((name) => !files.has(name))
      .map((name) => `${page} offers ${name}`)
  })
}

const [count = 50, seed = 1] = process.argv.slice(2).map(Number)
const lottery = lotteryFrom(seed)
const store = await mkdtemp(join(tmpdir(), 'kept-store-'))
const [kept, clean] = await Promise.all([
  copyEdition({}, editions.small),
  copyEdition({}, editions.small),
])
const site = (copy: typeof kept) => join(copy.folder, 'dist-local')
const buildIn = (copy: typeof kept, cache: string) =>
  copy.node(['src/publish/cli.ts', 'build', '--audience', 'local'], { EDITION_CACHE: cache })

let change: Files = {}
let before: Record<string, string> = {}
const write = async (change: Files) => {
  for (const copy of [kept, clean])
    for (const [path, content] of Object.entries(change)) {
      if (content === null) await rm(join(copy.folder, path), { force: true })
      else await copy.write({ [path]: content })
    }
}
const apply = (files: Record<string, string>, change: Files): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...files, ...change }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    ),
  )
/** What a build says of the content, without times. */
const problemsIn = (output: string) => output.match(/^content\/.*$/gm) ?? []

try {
  let files = firstFiles(kept.folder)
  await write(files)
  await kept.node(['src/edition/freeze.ts'])
  for (const path of globSync('content/texts/*.ledger.json', { cwd: kept.folder }))
    ledgers[path.replaceAll('\\', '/')] = readFileSync(join(kept.folder, path), 'utf8')
  await write(ledgers)
  files = { ...files, ...ledgers }
  let what = 'the first build'
  let refused = 0
  for (let number = 0; number <= count; number++) {
    // Damaged is as if it were not there.
    if (number % 10 === 5)
      for (const path of globSync('*/*', { cwd: store }).filter((_, i) => i % 3 === 0))
        await writeFile(join(store, path), 'nonsense')
    // Every other time the site is not as it was left.
    if (what === nothing && number % 20 === 8) await damageSite(site(kept), number)
    const [ofKept, ofClean] = await Promise.all([
      buildIn(kept, store),
      buildIn(clean, join(clean.folder, 'no-store')),
    ])
    await rm(join(clean.folder, 'no-store'), { recursive: true, force: true })
    const wrong: string[] = []
    let isRefused = false
    if (ofKept.code === 0 && ofClean.code === 0) {
      const found = await filesOf(site(kept))
      wrong.push(...differences(found, await filesOf(site(clean))))
      wrong.push(...missingFiles(site(kept), found))
    } else {
      const [said, other] = [problemsIn(ofKept.output), problemsIn(ofClean.output)]
      isRefused = said.length > 0 && said.join() === other.join()
      if (!isRefused) wrong.push(ofKept.output.slice(-2000), ofClean.output.slice(-2000))
    }
    console.log(`${number}: ${what}, ${isRefused ? 'refused by both' : `${wrong.length} wrong`}`)
    for (const line of wrong.slice(0, 20)) console.error(line)
    if (wrong.length > 0) process.exitCode = 1
    if (isRefused) {
      refused += 1
      const undone = Object.keys(change).map((path) => [path, before[path] ?? null])
      await write(Object.fromEntries(undone) as Files)
      files = before
    }
    before = files
    do {
      what = number % 10 === 7 ? nothing : lottery.oneOf(Object.keys(edits))
      change = edits[what]!(files, lottery) ?? {}
    } while (Object.keys(change).length === 0)
    await write(change)
    files = apply(files, change)
  }
  if (refused > count / 3) throw new Error(`Of ${count} edits ${refused} were refused.`)
} finally {
  await Promise.all([kept.remove(), clean.remove(), rm(store, { recursive: true, force: true })])
}
