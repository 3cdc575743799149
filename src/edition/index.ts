/** The door to the edition for pages and endpoints: reads content/ once per build. */
import { build } from './build.ts'
import { formatProblems } from './messages.ts'
import type { Audience, Edition, Sources } from './model.ts'

const files = import.meta.glob<string>(
  ['/content/**/*.{md,yaml,yml,json}', '!/content/private/*.report.md'],
  { query: '?raw', import: 'default', eager: true },
)
const sources: Sources = Object.fromEntries(
  Object.entries(files).map(([path, source]) => [path.slice(1), source]),
)

export const edition: Edition = open(import.meta.env.AUDIENCE)

function open(audience: Audience): Edition {
  const { edition, problems } = build(sources, audience)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (edition && errors.length === 0) return edition
  throw new Error(
    `${errors.length} problem(s) in content/. Correct them and build again.\n${formatProblems(errors)}`,
  )
}
