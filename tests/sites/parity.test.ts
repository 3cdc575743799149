/** Every form of every text in the built site, the imported one included, has what the Edition has. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../src/edition/build.ts'
import { builtSites } from '../e2e/sites.ts'
import { sourcesIn } from '../fixture-edition.ts'
import { checkTexts } from '../parity/check-site.ts'

const { copy, local } = builtSites()
const { edition } = build(sourcesIn(copy), 'local')
assert.ok(edition)

for (const { slug } of edition.texts)
  test(`${slug}: page, PDF, EPUB, the book of all texts and TEI have what the edition has`, async () => {
    const [checked] = await checkTexts(edition, local.folder, [slug])
    assert.deepEqual(checked!.differences, [])
    // What is nowhere cannot differ.
    assert.ok(Object.keys(checked!.table).length > 10)
    assert.deepEqual(Object.keys(checked!.table['paragraph numbers']!), [
      'HTML',
      'PDF',
      'EPUB',
      'whole edition',
      'TEI',
    ])
  })
