import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../../src/edition/build.ts'
import { freezeSource } from '../../../src/edition/ledger/freeze-source.ts'
import { changesSince, isLater, readRelease, recordOf } from '../../../src/release/changes.ts'
import { openEnds } from '../../../src/release/open-ends.ts'

const text = (version: string, words: string) =>
  `---\ntitle: Zeit\nauthor: E. Rad\nversion: '${version}'\nrights: {status: open}\n---\n\n${words}\n`
const gloss = (lemma: string, words: string) =>
  `---\nlemma: ${lemma}\ngloss: ${words}\n---\n\n${words}\n`
const meta = 'title: A\ndescription: B.\neditors: C. D\nlicence: CC0-1.0\n'
const editionOf = (sources: Record<string, string>) => {
  const { edition, problems } = build({ 'content/edition.yaml': meta, ...sources }, 'public')
  assert.ok(edition, JSON.stringify(problems))
  return edition
}
const [textPath, ledgerPath] = ['content/texts/zeit.md', 'content/texts/zeit.ledger.json']

const first = text(
  '1.0',
  'Ein Satz steht hier seit gestern Mittag.\n\nEin zweiter geht bald mit ihm.',
)
const second = text(
  '1.1',
  'Ein Satz steht hier seit gestern Abend.\n\nEin zweiter geht bald mit ihm.\n\nDer dritte Absatz ist ganz neu hinzugekommen.',
)
const ledger = freezeSource(textPath, first, null).written!
const before = recordOf(
  editionOf({
    [textPath]: first,
    [ledgerPath]: ledger,
    'content/glossary/satz.md': gloss('Satz', 'Eine Folge von Wörtern.'),
    'content/glossary/mittag.md': gloss('Mittag', 'Zwölf Uhr.'),
  }),
  { version: '1.0', date: '2026-01-01' },
)

test('readers are told of texts by paragraph, and of glosses by name', () => {
  const frozen = freezeSource(textPath, second, ledger).written!
  const edition = editionOf({
    [textPath]: second,
    [ledgerPath]: frozen,
    'content/texts/neu.md': text('1.0', 'Ein anderer Text.').replace('title: Zeit', 'title: Neu'),
    'content/glossary/satz.md': gloss('Satz', 'Wörter bis zum Punkt.'),
    'content/glossary/abend.md': gloss('Abend', 'Nach sechs Uhr.'),
  })
  const now = recordOf(edition, { version: '1.1', date: '2026-02-01' })
  assert.deepEqual(changesSince(readRelease(JSON.stringify(before))!, now, edition.texts), [
    'Neuer Text: „Neu“',
    '„Zeit“: Fassung 1.1 statt 1.0; geändert: Abs. 1; neu: Abs. 3',
    'Glossar: neu: Abend; geändert: Satz; entfallen: Mittag',
  ])
})

test('what stands elsewhere in its file has not changed', () => {
  const edition = editionOf({
    [textPath]: first,
    [ledgerPath]: ledger,
    'content/glossary/satz.md': gloss('Satz', 'Eine Folge von Wörtern.').replace(
      'gloss:',
      'forms: []\ngloss:',
    ),
    'content/glossary/mittag.md': gloss('Mittag', 'Zwölf Uhr.'),
  })
  const now = recordOf(edition, { version: '1.1', date: '2026-02-01' })
  assert.deepEqual(changesSince(before, now, edition.texts), [])
})

test('versions are compared by their numbers', () => {
  for (const [version, known] of [
    ['1.10', '1.9'],
    ['2', '1.9'],
    ['1.0.1', '1.0'],
  ] as const) {
    assert.ok(isLater(version, known), version)
    assert.ok(!isLater(known, version), known)
  }
  assert.ok(!isLater('1.0', '1'))
})

test('pages that are still to be written are named with their lines', () => {
  const page = (words: string) => `---\ntitle: Über\nsummary: Kurz.\n---\n\n${words}\n`
  const { pages } = editionOf({
    'content/pages/ueber.md': page('Ein Satz. Noch zu schreiben: wer das ist.'),
    'content/pages/rechte.md': page('Dass vieles noch zu schreiben ist, wissen alle.'),
  })
  assert.deepEqual(openEnds({ pages }), ['content/pages/ueber.md:6: “Noch zu schreiben”'])
})
