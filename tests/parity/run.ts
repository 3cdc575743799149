/**
 * `npm run parity [-- SLUGS]`: builds the edition of this project with all it has on this machine, an imported text
 * among it, reads the forms of every text back and compares them with the Edition. `--site FOLDER`: a site that is
 * built already, of the edition that EDITION names and for the audience `local` or that of `--audience`.
 */
import { parseArgs } from 'node:util'
import { join, resolve } from 'node:path'
import { build } from '../../src/edition/build.ts'
import { isAudience } from '../../src/publish/folders.ts'
import { copyEdition, type EditionCopy } from '../edition-copy.ts'
import { sourcesIn } from '../fixture-edition.ts'
import { importScan } from '../source.ts'
import { checkTexts } from './check-site.ts'

const root = resolve(import.meta.dirname, '../..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { site: { type: 'string' }, audience: { type: 'string', default: 'local' } },
})

async function buildAll(copy: EditionCopy): Promise<string> {
  await importScan(copy)
  const args = ['src/publish/cli.ts', 'build', '--audience', 'local']
  const { code, output } = await copy.node(args)
  if (code !== 0) throw new Error(`The build failed.\n${output}`)
  return join(copy.folder, 'dist-local')
}

const { audience } = values
if (!isAudience(audience)) throw new Error(`“${audience}” is no audience.`)
const copy = values.site === undefined ? await copyEdition({}, root) : null
try {
  const site = copy ? await buildAll(copy) : resolve(values.site!)
  const { edition } = build(sourcesIn(copy?.folder ?? (process.env.EDITION || root)), audience)
  if (!edition) throw new Error('The edition has problems: npm run check names them.')
  const checked = await checkTexts(edition, site, positionals)
  for (const { text, table } of checked) {
    console.log(`\n${text}`)
    console.table(table)
  }
  const differences = checked.flatMap(({ differences }) => differences)
  for (const difference of differences) console.error(difference)
  console.log(`${checked.length} texts, ${differences.length} differences`)
  if (checked.length === 0 || differences.length > 0) process.exitCode = 1
} finally {
  await copy?.remove()
}
