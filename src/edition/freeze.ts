/**
 * `npm run freeze [-- SLUG …]`: writes the numbers of paragraphs into the ledger beside each text. Without a name:
 * the texts of content/texts/ and all that already have a ledger, and the keys made for works. Exit code 1 if a number is not settled.
 */
import { join } from 'node:path'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { enterEdition, runCommand } from '../workspace/index.ts'
import { freezeSource } from './ledger/freeze-source.ts'
import { build } from './build.ts'
import { readContentFiles } from './read/content-files.ts'
import { keysFile, ledgerBeside } from './read/read-content.ts'

await runCommand(() => {
  enterEdition()
  const wanted = process.argv.slice(2)
  const texts = globSync('content/{texts,private}/*.md', { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.report.md'))
    .sort()
  const slugOf = (path: string) => path.replace(/^.*\/|\.md$/g, '')
  for (const slug of wanted.filter((name) => !texts.some((path) => slugOf(path) === name))) {
    console.error(`There is no text “${slug}”. Name a file of content/texts/ or content/private/.`)
    process.exitCode = 1
  }
  for (const path of texts) {
    const beside = ledgerBeside(path)
    const known = existsSync(beside)
    const isAsked = wanted.includes(slugOf(path))
    if (wanted.length > 0 && !isAsked) continue
    if (!known && !isAsked && path.startsWith('content/private/')) {
      console.log(
        `${path}: left as it is; npm run freeze -- ${slugOf(path)} begins a ledger for it`,
      )
      continue
    }
    const ledger = known ? readFileSync(beside, 'utf8') : null
    const { written, lines, refused } = freezeSource(path, readFileSync(path, 'utf8'), ledger)
    if (written !== null) writeFileSync(beside, written)
    const print = refused ? console.error : console.log
    for (const line of lines) print(line)
    if (refused) process.exitCode = 1
  }
  if (wanted.length === 0) keepKeys()
})

/** Keeps the keys that were made for works, so that another export from the reference manager changes none. */
function keepKeys(): void {
  const { madeKeys } = build(readContentFiles().sources, 'local')
  if (madeKeys.size === 0) return
  const before = existsSync(keysFile) ? readFileSync(keysFile, 'utf8') : ''
  const known = before ? (JSON.parse(before) as Record<string, string>) : {}
  const kept = `${JSON.stringify({ ...known, ...Object.fromEntries(madeKeys) }, null, 2)}\n`
  if (kept === before) return
  writeFileSync(keysFile, kept)
  console.log(`${keysFile}: keys of ${madeKeys.size} work(s)`)
}
