/**
 * `npm run release -- 1.1 [--no-spelling]`: makes a release of the edition: checks content, spelling, numbers, forms and
 * links of the public build, writes CITATION.cff and .zenodo.json, and says what has changed for readers since the last one.
 * If anything is refused, neither is written.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEdition } from '../edition/open.ts'
import { formatProblems } from '../problems/problem.ts'
import { addressForOthers } from '../publish/address.ts'
import { siteFolder } from '../publish/folders.ts'
import {
  engineFolder,
  enterEdition,
  loaderOptions,
  Refused,
  runCommand,
} from '../workspace/index.ts'
import { changesSince, isLater, readRelease, recordOf, releaseFile } from './changes.ts'
import { deadLinks } from './dead-links.ts'
import { citationFile, licenceId, zenodoFile } from './metadata.ts'
import { openEnds } from './open-ends.ts'

await runCommand(async () => {
  const { version, spelling } = asked(process.argv.slice(2))
  enterEdition()
  const written = read(releaseFile)
  const before = written === null ? null : readRelease(written)
  if (written !== null && !before)
    throw new Refused(`${releaseFile} is none that a release has written. Restore or remove it.`)
  if (before && !isLater(version, before.version))
    throw new Refused(
      `The last release is ${before.version} of ${before.date}. Say a later version than that.`,
    )
  const { site, base } = addressForOthers('npm run release')
  const address = new URL(base, site)

  step('content', ['src/edition/check.ts'], 'Correct what is named above.')
  const { edition: whole } = await openEdition('local')
  const open = openEnds(whole!)
  if (open.length > 0) throw new Refused(`${open.join('\n')}\nWrite what is still to be written.`)
  if (spelling)
    step(
      'spelling',
      ['src/edition/spelling.ts'],
      'Correct the words, add them to content/wordlist.txt (all of them: npm run spelling -- --accept), or say --no-spelling.',
    )
  step('numbers', ['src/edition/freeze.ts'], 'Settle the numbers named above.')
  // Numbers of new paragraphs are settled now, without which nothing is public.
  const { edition, problems } = await openEdition('public')
  if (!edition) throw new Refused(`${formatProblems(problems)}\nCorrect what is named above.`)
  if (edition.texts.length === 0)
    throw new Refused(
      'No text may be published: the rights of each are unknown or teaching-only, or there is none.',
    )
  step('build', ['src/publish/cli.ts', 'build'], 'The build says why.')
  const folder = siteFolder('public')
  const parity = 'tests/parity/run.ts'
  if (existsSync(join(engineFolder, parity)))
    step(
      'forms',
      [parity, '--audience', 'public', '--site', folder],
      'A form lacks what is named above.',
    )
  else console.log('\n── forms: read back only where the tests of the engine are')
  const dead = await deadLinks(folder, address, 'public')
  if (dead.length > 0) throw new Refused(`${dead.join('\n')}\n${dead.length} dead link(s).`)
  console.log('\n── links: all of the site lead somewhere')

  const release = { version, date: new Date().toISOString().slice(0, 10) }
  const now = recordOf(edition, release)
  const files = {
    'CITATION.cff': citationFile(edition, release, address.href, read('CITATION.cff')),
    '.zenodo.json': zenodoFile(edition, release, address.href, read('.zenodo.json')),
    [releaseFile]: `${JSON.stringify(now, null, 2)}\n`,
  }
  for (const [path, content] of Object.entries(files)) writeFileSync(path, content)
  console.log(`\nRelease ${version}. Wrote ${Object.keys(files).join(', ')}.`)
  if (!licenceId(edition.meta.licence))
    console.log(
      `The licence “${edition.meta.licence}” has no SPDX id such as CC-BY-4.0, so that both leave it out.`,
    )
  for (const line of before ? changesSince(before, now, edition.texts) : ['Erste Fassung.'])
    console.log(`  ${line}`)
  console.log(`Commit it, as git tag v${version}, and bring dist/ to the server.`)
})

function asked(args: string[]): { version: string; spelling: boolean } {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'no-spelling': { type: 'boolean', default: false } },
  })
  const [version] = positionals
  if (positionals.length !== 1 || !/^\d+(?:\.\d+){0,2}$/.test(version!))
    throw new Refused('Say the version of the edition: npm run release -- 1.1')
  return { version: version!, spelling: !values['no-spelling'] }
}

/** Runs a command; stops the release if it fails. */
function step(name: string, [module, ...args]: [string, ...string[]], remedy: string): void {
  console.log(`\n── ${name}`)
  const { status } = spawnSync(
    process.execPath,
    [...loaderOptions(), join(engineFolder, module), ...args],
    { stdio: 'inherit' },
  )
  if (status !== 0) throw new Refused(`\nNo release: ${name}. ${remedy}`)
}

function read(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
