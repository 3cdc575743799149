/** The Edition for pages and endpoints; content/ is read once per build. */
import { build } from './build.ts'
import { keepBuilt } from './built.ts'
import { readContentFiles } from './read/content-files.ts'
import { readFigures } from './read/figure-files.ts'
import { keepIn, type Keep } from '../kept/keep.ts'
import { keepOfRunBefore } from '../kept/memory.ts'
import { openStore } from '../kept/store.ts'
import { formatProblems } from '../problems/problem.ts'
import type { Audience, Edition } from './model/model.ts'

// Not globbed by Vite: content/ may lie outside its root, and each file would be a module.
const { sources } = readContentFiles()
const figureAt = await readFigures()

/** For what else is costly to make of the edition. */
export const keep: Keep = import.meta.env.PROD ? keepIn(openStore()) : keepOfRunBefore()

export const edition: Edition = open(import.meta.env.AUDIENCE)
keepBuilt(edition)

function open(audience: Audience): Edition {
  const { edition, problems } = build(sources, audience, figureAt, keep)
  if (!edition) {
    const errors = problems.filter(({ severity }) => severity === 'error')
    const count = `${errors.length} problem(s) in content/. Correct them and build again.`
    const error = new Error(`${count}\n${formatProblems(errors)}`)
    // The dev server prints the stack below the problems, where it is of no use to editors.
    throw Object.assign(error, { name: 'ContentProblems', stack: error.message })
  }
  for (const { path, reason } of edition.omitted) console.log(`left out: ${path} (${reason})`)
  return edition
}
