import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { z } from 'zod'
import {
  editionSchema,
  pageSchema,
  sessionSchema,
  termSchema,
  textSchema,
} from '../../../src/edition/model/schemas.ts'
import { meantField } from '../../../src/edition/read/meant-field.ts'

/** Names that editors write, and the field that is meant; null: none, or more than one may be. */
const cases: [z.ZodType, Record<string, string | null>][] = [
  [
    textSchema,
    {
      ...{ titel: 'title', Title: 'title', untertitel: 'subtitle', autor: 'author' },
      ...{ authors: 'author', auther: 'author', subject: 'subjects', keywords: 'subjects' },
      ...{ licence: 'rights.licence', license: 'rights.licence', lizenz: 'rights.licence' },
      ...{
        'rights.license': 'rights.licence',
        'rights.staus': 'rights.status',
        sprache: 'language',
      },
      ...{ DOI: 'doi', fassung: 'version', teil: 'collection.part', blubb: null, x: null },
    },
  ],
  [termSchema, { begriff: 'lemma', titel: 'lemma', formen: 'forms', definition: 'gloss' }],
  [
    sessionSchema,
    {
      ...{ titel: 'title', ziel: 'aim', fragen: 'questions', 'passages.0.von': 'passages.0.from' },
      ...{ 'passages.0.optinal': 'passages.0.optional', 'questions.1.frage': 'questions.1.text' },
      ...{ werke: 'works', aufgabe: 'task' },
    },
  ],
  [pageSchema, { description: 'summary', reihenfolge: 'order' }],
  [
    editionSchema,
    {
      ...{ editor: 'editors', url: 'address', license: 'licence', 'pdf.papier': 'pdf.format' },
      ...{ colors: 'inks', 'inks.glossen': 'inks.glosses', 'inks.notes.hell': 'inks.notes.light' },
    },
  ],
]

test('a field with another name is taken for the one that was meant, or for none', () => {
  for (const [schema, names] of cases)
    for (const [written, meant] of Object.entries(names)) {
      const inside = written.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
      assert.equal(meantField(schema, inside)?.join('.') ?? null, meant, written)
    }
})
