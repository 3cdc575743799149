/** `npm run check`: prints every problem in content/, without a build. Exit code 1 if there is an error. */
import { build } from './build.ts'
import { formatProblems } from '../problems/problem.ts'
import { enterEdition, runCommand } from '../workspace/index.ts'
import { keyLines } from './key-lines.ts'
import { readContentFiles } from './read/content-files.ts'
import { keptKeys } from './read/read-content.ts'
import { readFigures } from './read/figure-files.ts'

await runCommand(async () => {
  enterEdition()
  const { sources, problems: ofFiles } = readContentFiles()
  const figureAt = await readFigures()
  const { edition, madeKeys, problems: found } = build(sources, 'local', figureAt)
  const problems = [...ofFiles, ...found]
  // Links to a text that is left out work in the local build, but not in the others.
  const known = new Set(formatProblems(problems).split('\n'))
  for (const audience of ['course', 'public'] as const)
    for (const found of build(sources, audience, figureAt).problems) {
      if (found.severity === 'warning' || known.has(formatProblems([found]))) continue
      known.add(formatProblems([found]))
      problems.push({ ...found, message: `In the ${audience} build: ${found.message}` })
    }
  if (problems.length > 0) console.error(formatProblems(problems))
  const errors = problems.filter(({ severity }) => severity === 'error').length
  if (edition) {
    const { texts, terms, works, sessions } = edition
    const notes = texts.reduce((sum, text) => sum + text.notes.length, 0)
    console.log(
      `${texts.length} text(s), ${notes} notes, ${terms.length} terms, ${works.length} works, ${sessions.length} sessions`,
    )
  }
  const titles = new Map(edition?.works.map(({ work }) => [work.id, work.title]))
  for (const line of keyLines(madeKeys, keptKeys(sources), titles)) console.log(line)
  console.log(`${errors} problem(s), ${problems.length - errors} warning(s) in content/`)
  process.exitCode = errors > 0 ? 1 : 0
})
