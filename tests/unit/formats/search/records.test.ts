import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../../../src/edition/build.ts'
import { createUrls } from '../../../../src/formats/html/site/urls.ts'
import { searchRecords } from '../../../../src/formats/search/index.ts'
import { smallEdition } from '../../../fixture-edition.ts'

const path = 'content/texts/uhren.md'

/** The small edition with another text, and without its sessions, which lead to places of the first. */
function recordsOf(body: string) {
  const small = smallEdition()
  const [head = ''] = /^---\n[^]*?\n---\n/.exec(small[path]!) ?? []
  const sources = Object.entries({ ...small, [path]: `${head}\n${body}` }).filter(
    ([name]) => !name.startsWith('content/seminar/'),
  )
  const { edition, problems } = build(Object.fromEntries(sources), 'local')
  assert.ok(edition, problems.map(({ name }) => name).join())
  return searchRecords(edition, createUrls('/unter/'))
}

const home = '/unter/texte/uhren/'
const ofText = (body: string) =>
  recordsOf(body)
    .records.filter(({ text }) => text === 'uhren')
    .map((record) => ({ ...record, url: record.url.replace(home, '') }))

test('a block comes before the notes that it calls first', () => {
  const body = '## Anfang\n\nErster[^2] Absatz.[^1]\n\nZweiter.[^1]\n\n[^1]: Eins.\n\n[^2]: Zwei.\n'
  assert.deepEqual(
    ofText(body).map(({ kind, url, content, section, paragraph, note }) => [
      ...[kind, url, content, section, paragraph, note],
    ]),
    [
      ['heading', '#anfang', 'Anfang', 'Anfang', undefined, undefined],
      ['paragraph', '#abs-1', 'Erster Absatz.', 'Anfang', '1', undefined],
      ['note', '#anm-1', 'Zwei.', 'Anfang', '1', '1'],
      ['note', '#anm-2', 'Eins.', 'Anfang', '1', '2'],
      ['paragraph', '#abs-2', 'Zweiter.', 'Anfang', '2', undefined],
    ],
  )
})

test('a gloss stands once, beside its first place, with the page of that place', () => {
  const body = '[](page:4) Ein Pendel [](page:5) und ein Takt.\n\n## Weiter\n\nNoch ein Pendel.\n'
  const found = ofText(body).filter(({ kind }) => kind === 'gloss')
  assert.deepEqual(
    found.map(({ url, lemma, paragraph, page }) => [url, lemma, paragraph, page]),
    [
      ['#glosse-pendel', 'Pendel', '1', '4'],
      ['#glosse-takt', 'Takt', '1', '5'],
    ],
  )
  assert.equal(
    found[0]!.content,
    'Pendel Ein Körper, der an einem Punkt hängt und um seine Ruhelage schwingt.',
  )
})

test('what has no address of its own is found with the paragraph before it', () => {
  const body = "Eine Liste:\n\n- eins\n- zwei\n\n![Bild](/bild.png 'Ein Bild')\n\nWeiter.\n"
  assert.deepEqual(
    ofText(body).map(({ url, content }) => [url, content]),
    [
      ['#abs-1', 'Eine Liste: eins zwei Ein Bild'],
      ['#abs-2', 'Weiter.'],
    ],
  )
})

test('a note is found by the reference that it prints', () => {
  const [, note] = ofText('Ein Satz.[^1]\n\n[^1]: Vgl. [@weber-2001, 7].\n')
  assert.match(note!.content, /^Vgl\. .*Weber.*7\.$/)
})

test('words are found without soft hyphens and with ordinary spaces', () => {
  assert.equal(ofText('Hard\u00adware, 5\u00a0Millionen.\n')[0]!.content, 'Hardware, 5 Millionen.')
})

test('what has no word, like an asterism, is nothing to find', () => {
  assert.deepEqual(
    ofText('\\*\\*\\*\n\nEin Wort.\n').map(({ url }) => url),
    ['#abs-2'],
  )
})

test('an epigraph before the first paragraph is found at the head of the text', () => {
  const records = ofText('::: epigraph\nEin Vorspruch.\n:::\n\n## Eins\n\nEin Satz.\n')
  assert.deepEqual(
    records.map(({ url, content }) => [url, content]),
    [
      ['', 'Ein Vorspruch.'],
      ['#eins', 'Eins'],
      ['#abs-1', 'Ein Satz.'],
    ],
  )
})

test('terms and works come after the texts, with the texts beside them', () => {
  const { records, texts } = recordsOf('Ein Satz.\n')
  assert.deepEqual(
    records.map(({ kind, url }) => [kind, url]),
    [
      ['paragraph', `${home}#abs-1`],
      ['term', '/unter/glossar/pendel/'],
      ['term', '/unter/glossar/takt/'],
      ['work', '/unter/literatur/#lit-weber-2001'],
    ],
  )
  assert.equal(
    records[2]!.content,
    'Takt. Das regelmäßige Signal, nach dem ein Rechner seine Schritte macht. Ein Takt ist ein Versprechen auf Gleichzeitigkeit.',
  )
  assert.match(records[3]!.content, /\.$/)
  assert.deepEqual(Object.keys(texts), ['uhren'])
  assert.equal(texts['uhren']!.title, 'Von Uhren')
})
