/**
 * The page, the EPUB and the TEI file of every text give the text again when they are imported. PDFs of a site say which
 * works their „ebd.“ are; those without are imported by `npm run test:round-trip`.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { build } from '../../src/edition/build.ts'
import { builtSites } from '../e2e/sites.ts'
import { sourcesIn } from '../fixture-edition.ts'
import { comparedWith, unexplained } from '../import/own-forms.ts'

const { copy, imported, local } = builtSites()
const { edition } = build(sourcesIn(copy), 'local')
assert.ok(edition)

for (const text of edition.texts.filter(({ slug }) => slug !== imported))
  for (const file of ['index.html', ...['epub', 'xml'].map((form) => `${text.slug}.${form}`)])
    test(`${text.slug}: ${file}`, async () => {
      const bytes = readFileSync(join(local.folder, 'texte', text.slug, file))
      assert.deepEqual(unexplained(await comparedWith(text, file, bytes), file), [])
    })
