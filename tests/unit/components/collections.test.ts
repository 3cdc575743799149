import assert from 'node:assert/strict'
import { test } from 'node:test'
import { neighboursIn } from '../../../src/components/collections.ts'
import { build } from '../../../src/edition/build.ts'
import { smallEdition } from '../../fixture-edition.ts'

const text = (title: string, collection = '') =>
  `---\ntitle: ${title}\nauthor: Niemand\nrights: { status: open }\n${collection}---\n\nEin Satz.\n`

test('before and after a text stand those of its collection, by their parts', () => {
  const { edition } = build(
    {
      ...smallEdition(),
      'content/texts/a.md': text('A', 'collection: { title: Reihe, part: 3 }\n'),
      'content/texts/b.md': text('B', 'collection: { title: Reihe, part: 1 }\n'),
      'content/texts/c.md': text('C', 'collection: { title: Reihe }\n'),
      'content/texts/d.md': text('D', 'collection: { title: Andere }\n'),
    },
    'local',
  )
  const { texts } = edition!
  const neighboursOf = neighboursIn(texts)
  const around = (slug: string) => {
    const found = neighboursOf(texts.find((text) => text.slug === slug)!)
    return found && [found.previous?.slug, found.next?.slug]
  }
  assert.deepEqual(around('b'), [undefined, 'a'])
  assert.deepEqual(around('a'), ['b', 'c'])
  assert.deepEqual(around('c'), ['a', undefined])
  assert.equal(around('d'), null)
  assert.equal(around('uhren'), null)
})
