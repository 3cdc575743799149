/** Bibliographies as reference managers write them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCitationEngine } from '../../../src/citation/index.ts'
import { plainText } from '../../../src/contract/reference.ts'
import { build } from '../../../src/edition/build.ts'
import { readWorks } from '../../../src/edition/read/read-works.ts'
import { smallEdition } from '../../fixture-edition.ts'

const text = (...notes: string[]) =>
  `---\ntitle: Von Federn\nauthor: E. Rad\nrights: {status: open}\n---\n\nEin Satz.${notes.map((_, i) => `[^${i + 1}]`).join(' ')}\n\n${notes.map((note, i) => `[^${i + 1}]: ${note}`).join('\n\n')}\n`
const builtWith = (files: Record<string, string>) => build({ ...smallEdition(), ...files }, 'local')
const errors = ({ problems }: ReturnType<typeof build>) =>
  problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)

/** As Zotero 7 exports CSL JSON. */
const exported = (works: object[]) => JSON.stringify(works, null, '\t')
const feder = {
  id: 'http://zotero.org/users/12345/items/ABCD2345',
  type: 'chapter',
  abstract: 'GEHEIM-1',
  'call-number': '',
  'citation-key': 'RadFeder2011',
  'container-title': 'Werkstätten',
  language: 'de',
  note: 'GEHEIM-2\nPMID: 99887766',
  annote: 'GEHEIM-3',
  PMID: '99887766',
  keyword: 'GEHEIM-4',
  page: '9-21',
  publisher: '',
  source: 'GEHEIM-5',
  title: 'Die Feder',
  author: [{ family: 'Rad', given: '' }],
  editor: [{ family: '', given: '' }],
  issued: { 'date-parts': [['2011', 5]] },
}

const own = JSON.parse(smallEdition()['content/bibliography.json']!)

test('an export of Zotero is read as it is, and cited by the key of the editor or the one made', () => {
  const anker = { ...feder, id: 'http://zotero.org/groups/7/items/ZZ', title: 'Der Anker' }
  const { 'citation-key': _, ...unkeyed } = { ...anker, note: '' }
  const built = builtWith({
    'content/bibliography.json': exported([...own, feder, unkeyed]),
    'content/texts/federn.md': text('[@RadFeder2011, 10].', '[Rad](work:rad-2011).'),
  })
  assert.deepEqual(errors(built), [])
  assert.deepEqual(Object.fromEntries(built.madeKeys), {
    [feder.id]: 'radfeder2011',
    [unkeyed.id]: 'rad-2011',
  })
})

test('what editors note for themselves is in no part of the edition', () => {
  // Keys that look as if they were written by hand are no reason.
  for (const id of [feder.id, 'RadFeder2011', 'rad-feder-2011']) {
    const { edition } = builtWith({
      'content/bibliography.json': exported([...own, { ...feder, id }]),
      'content/texts/federn.md': text(`[@${id === feder.id ? 'radfeder2011' : id}].`),
    })
    assert.doesNotMatch(JSON.stringify(edition), /GEHEIM|99887766/, id)
  }
})

test('the note of an entry that was written by hand says where its data come from', () => {
  const { edition } = builtWith({
    'content/bibliography.json': exported([{ ...own[0], note: 'Daten: Titelblatt.' }]),
  })
  assert.equal(edition!.works[0]!.work.note, 'Daten: Titelblatt.')
})

const bibtex = `% Kommentar
@string{werk = "Werkstattverlag"}
@incollection{RadFeder2011,
  author = {Rad, Ede and {Verein der Uhrmacher} and von der Gr{\\"o}{\\ss}e, Ida},
  title = {Die {Feder}},
  booktitle = {Werkst{\\"a}tten},
  publisher = werk, year = 2011, month = may, pages = {9--21},
  note = {GEHEIM-2}, annote = {GEHEIM-3}, abstract = {GEHEIM-1}, file = {C:/Users/GEHEIM-6.pdf}
}`
const ris = `TY  - CHAP\r\nID  - RadFeder2011\r\nAU  - Rad, Ede\r\nAU  - Verein der Uhrmacher\r\nTI  - Die\r\n Feder\r\nT2  - Werkstätten\r\nPB  - Werkstattverlag\r\nPY  - 2011\r\nDA  - 2011/05//\r\nSP  - 9\r\nEP  - 21\r\nN1  - GEHEIM-2\r\nAB  - GEHEIM-1\r\nER  - \r\n`

for (const [ending, source] of Object.entries({ bib: bibtex, ris }))
  test(`a bibliography of .${ending} is read beside that of .json`, () => {
    const built = builtWith({
      [`content/bibliography.${ending}`]: source,
      'content/texts/federn.md': text('[@radfeder2011, 10].'),
    })
    assert.deepEqual(errors(built), [])
    const { work } = built.edition!.works.find(({ work }) => work.id === 'radfeder2011')!
    assert.equal(work.title, 'Die Feder')
    assert.equal(work['container-title'], 'Werkstätten')
    assert.equal(work.page, '9-21')
    assert.deepEqual(work.issued?.['date-parts'], [[2011, 5]])
    assert.deepEqual(work.author!.slice(0, 2), [
      { family: 'Rad', given: 'Ede' },
      { literal: 'Verein der Uhrmacher' },
    ])
    assert.doesNotMatch(JSON.stringify(built.edition), /GEHEIM/)
  })

test('a work whose data are not as expected is named with its line in .bib and .ris', () => {
  const { problems } = builtWith({
    'content/bibliography.bib': `\n\n@book{eins,\n  year = 2001\n}\n`,
    'content/bibliography.ris': `TY  - ELEC\nTI  - Zwei\nUR  - javascript:alert(1)\nER  - \n`,
  })
  const found = problems.filter(({ name }) => name === 'invalid-data')
  assert.deepEqual(
    found.map(({ path, line }) => `${path}:${line}`),
    ['content/bibliography.bib:3', 'content/bibliography.ris:1'],
  )
  assert.match(found[0]!.message, /“eins\.title”: it is missing/)
})

const worksOf = (ending: 'bib' | 'ris', source: string) => {
  const { data, problems } = readWorks(`content/bibliography.${ending}`, source)
  return { works: data ?? [], names: problems.map(({ name, line }) => `${line} ${name}`) }
}
const printedFrom = (ending: 'bib' | 'ris', source: string) => {
  const { works } = worksOf(ending, source)
  return plainText(createCitationEngine(works).full(works[0]!.id))
}

const fieldsOfBibtex: [fields: string, printed: string][] = [
  ['author = {Weber, Ida and others}', 'Ida Weber u. a.: T'],
  ['author = {Weber, Ida AND Hag, Uwe and}', 'Ida Weber, Uwe Hag: T'],
  ['author = {King, Jr., Max}', 'Max King Jr.: T'],
  ['date = {2001-03-01/2001-03-02}', 'o. A.: T, 1.–2.3.2001'],
  ['date = {1850~}', 'o. A.: T, ca. 1850'],
  ['date = {-0043}', 'o. A.: T, 44 v. Chr.'],
  ['year = {1850/51}', 'o. A.: T, 1850/51'],
  ['year = {2001--2003}', 'o. A.: T, 2001–2003'],
  ['year = 2001, month = {Oktober}', 'o. A.: T, 10.2001'],
  ['year = 2001, month = mar # "~5"', 'o. A.: T, 5.3.2001'],
  ['year = 2001, month = {sep/oct}', 'o. A.: T, 9.–10.2001'],
  ['year = 2001, month = {Sommer}', 'o. A.: T, Sommer 2001'],
  ['year = 2001, month = {Ostern}', 'o. A.: T, Ostern 2001'],
  [
    'year = 2001, url = {https://a.example}, urldate = {2020-01-02}',
    'o. A.: T, 2001, a.example (2.1.2020)',
  ],
  ['year = 2001, series = {Reihe}, number = 4', 'o. A.: T, 2001 (Reihe, Bd. 4)'],
  ['shorttitle = {x}, edition = {2}, address = {\\k{A}\\u{g}}', 'o. A.: T, 2. Aufl., Ąğ'],
]
for (const [fields, printed] of fieldsOfBibtex)
  test(`of BibTeX with ${fields} nothing is lost`, () => {
    assert.equal(printedFrom('bib', `@book{a, title = {T}, ${fields}}`), printed)
  })

test('an entry of BibTeX has what the one has that it refers to', () => {
  const { works } = worksOf(
    'bib',
    '@incollection{a, crossref = {b}, title = {T}}\n@book{b, title = {Sammlung}, editor = {Hag, Uwe}, year = 2001}',
  )
  const [part] = works
  assert.equal(part!['container-title'], 'Sammlung')
  assert.deepEqual([part!.title, part!.editor], ['T', [{ family: 'Hag', given: 'Uwe' }]])
  assert.deepEqual(part!.issued, { 'date-parts': [[2001]] })
})

const datesOfRis: [lines: string, printed: string][] = [
  ['PY  - 1999-2001', '1999–2001'],
  ['PY  - 2001/03/01/', '1.3.2001'],
  ['DA  - 2011/03/01/1.–2.3.2011', '1.–2.3.2011'],
  ['PY  - 2001\nDA  - ///Sommer', 'Sommer 2001'],
  ['PY  - 44 v. Chr.\nDA  - ///44 v. Chr.', '44 v. Chr.'],
]
for (const [lines, printed] of datesOfRis)
  test(`the date of RIS in ${JSON.stringify(lines)} is ${printed}`, () => {
    assert.equal(
      printedFrom('ris', `TY  - BOOK\nTI  - T\n${lines}\nER  - \n`),
      `o. A.: T, ${printed}`,
    )
  })

test('what is no entry, or no date, is named', () => {
  assert.deepEqual(worksOf('bib', '\nNur Worte.').names, ['2 broken-entry'])
  assert.deepEqual(worksOf('bib', '% Nur ein Kommentar.\n@comment{Worte}').names, [])
  assert.deepEqual(worksOf('ris', '\nTI  - T\n').names, ['2 broken-entry'])
  assert.deepEqual(worksOf('bib', '\n@book{a, title = {T}, date = {2001-13-40}}').names, [
    '2 invalid-data',
  ])
  assert.deepEqual(worksOf('ris', 'TY  - BOOK\nTI  - T\nPY  - 2001/02/30/\nER  - \n').names, [
    '1 invalid-data',
  ])
})
