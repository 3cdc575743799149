/**
 * `node tests/fuzz/builds.ts [BUILDS] [TEXTS]`: whole sites of editions by lot, TEXTS texts each, of which `check` says
 * that they build. Each must be built without a trace, with a valid page for each text.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { build } from '../../src/edition/build.ts'
import type { Audience, Sources } from '../../src/edition/model/model.ts'
import { copyEdition } from '../edition-copy.ts'
import { editions, smallEdition } from '../fixture-edition.ts'
import { lotteryFrom, type Lottery } from '../unit/importer/random.ts'
import { dataFiles } from './data-files.ts'
import { markdownText } from './markdown-texts.ts'

const figure = 'bilder/a.png'
/** The smallest picture. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
  'base64',
)
const own = 'content/texts/uhren.md'

const canBeBuilt = (sources: Sources, audience: Audience) =>
  build(sources, audience, (path) => (path === figure ? { fault: null } : null)).edition !== null

/** Its data files and texts are by lot; what `check` refuses is drawn again. */
function drawEdition(lottery: Lottery, texts: number, audience: Audience): Record<string, string> {
  const draw = <Value>(make: () => Value, isRight: (made: Value) => boolean): Value => {
    for (;;) {
      const made = make()
      if (isRight(made)) return made
    }
  }
  let sources = draw(
    () => ({ ...dataFiles(lottery), [own]: smallEdition()[own]! }),
    (made) => canBeBuilt(made, audience),
  )
  for (let i = 1; i <= texts; i++)
    sources = draw(
      () => ({ ...sources, [`content/texts/text-${i}.md`]: markdownText(lottery) }),
      (made) => canBeBuilt(made, audience),
    )
  return sources
}

const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })

/** What is wrong with the site of such an edition. */
async function faultsOf(sources: Record<string, string>, audience: Audience): Promise<string[]> {
  const copy = await copyEdition({}, join(editions.small, 'no such folder'))
  try {
    await copy.write({ ...sources, [`public/${figure}`]: picture })
    const { code, output } = await copy.node(
      ['src/publish/cli.ts', 'build', '--audience', audience],
      { SITE: 'https://lesen.example' },
    )
    if (code !== 0) return [output.slice(-3000)]
    const faults = /^\s+at .*$/m.exec(output) ?? []
    const pages = Object.keys(sources).flatMap((path) =>
      path.startsWith('content/texts/') && path.endsWith('.md')
        ? [`texte/${path.slice('content/texts/'.length, -'.md'.length)}/index.html`]
        : [],
    )
    const found = pages.map(async (page) => {
      const file = join(copy.folder, audience === 'public' ? 'dist' : `dist-${audience}`, page)
      if (!existsSync(file)) return [`${page} is missing`]
      const { results } = await validator.validateFile(file)
      return results
        .flatMap(({ messages }) => messages)
        .map(
          ({ message, ruleId, line, column }) => `${page}:${line}:${column} ${message} (${ruleId})`,
        )
    })
    return [...faults, ...(await Promise.all(found)).flat()]
  } finally {
    await copy.remove()
  }
}

const [builds = 10, texts = 20] = process.argv.slice(2).map(Number)
const seeds = Array.from({ length: builds }, (_, i) => i + 1).values()
const inTurn = async () => {
  for (const seed of seeds) {
    const audience = seed % 2 === 0 ? 'public' : 'local'
    const sources = drawEdition(lotteryFrom(seed), texts, audience)
    const faults = await faultsOf(sources, audience)
    console.log(`build ${seed}: ${texts} texts by lot, ${faults.length} wrong`)
    for (const fault of faults.slice(0, 20)) console.error(fault)
    if (faults.length > 0) process.exitCode = 1
  }
}
await Promise.all([inTurn(), inTurn()])
