import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { build } from '../../../src/edition/build.ts'
import type { FigureAt } from '../../../src/edition/link/missing-figures.ts'
import { problems as known } from '../../../src/problems/content-problems.ts'
import { formatProblems } from '../../../src/problems/problem.ts'
import { matchGolden } from '../golden.ts'
import { fixtures, smallEdition, sourcesIn } from '../../fixture-edition.ts'

/** The figures of the fixtures. */
const figureAt: FigureAt = (path) =>
  path.startsWith('bilder/') ? { fault: path.includes('leer') ? 'is empty' : null } : null

const folder = join(fixtures, 'problems')
const names = readdirSync(folder).sort()

test('the small edition has no problems', () => {
  assert.deepEqual(build(smallEdition(), 'local').problems, [])
})

test('every problem has a fixture folder and vice versa', () => {
  assert.deepEqual(names, Object.keys(known).sort())
})

for (const name of names)
  test(`${name} is reported with place and remedy`, () => {
    const { edition, problems } = build(
      { ...smallEdition(), ...sourcesIn(join(folder, name)) },
      'local',
      figureAt,
    )
    matchGolden(`${formatProblems(problems)}\n`, join(folder, name, 'problems.txt'))
    assert.deepEqual([...new Set(problems.map((problem) => problem.name))], [name])
    const isError = problems.some(({ severity }) => severity === 'error')
    assert.equal(edition === null, isError)
  })
