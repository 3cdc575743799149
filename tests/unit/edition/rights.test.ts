import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../../src/edition/build.ts'
import type { Audience, Rights } from '../../../src/edition/model/model.ts'
import { reasonToOmit } from '../../../src/edition/read/rights.ts'
import { smallEdition } from '../../fixture-edition.ts'

const admitted: Record<Audience, Rights['status'][]> = {
  public: ['open', 'licensed'],
  course: ['open', 'licensed', 'teaching-only'],
  local: ['open', 'licensed', 'teaching-only', 'unknown'],
}
const statuses = admitted.local

for (const audience of Object.keys(admitted) as Audience[])
  test(`the ${audience} build has only the texts it may have`, () => {
    const inside = statuses.filter((status) => reasonToOmit({ status }, audience) === null)
    assert.deepEqual(inside, admitted[audience])
  })

test('of a text that is left out only its name and the reason remain', () => {
  const sources = smallEdition()
  const path = 'content/texts/uhren.md'
  const hidden = sources[path]!.replace('status: open', 'status: unknown')
  const beside = sources['content/bibliography.json']!.replace('weber-2001', 'geheim-2026')
  const { edition, problems } = build(
    {
      ...sources,
      'content/private/geheim.md': hidden.replaceAll('weber-2001', 'geheim-2026'),
      'content/private/geheim.bibliography.json': beside,
    },
    'public',
  )
  assert.deepEqual(problems, [])
  const { omitted, ...rest } = edition!
  assert.deepEqual(omitted, [
    { slug: 'geheim', path: 'content/private/geheim.md', reason: 'its rights are unknown' },
  ])
  assert.doesNotMatch(JSON.stringify(rest), /geheim/)
})
