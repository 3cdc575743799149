/** Dates, names, volumes, editions and types beyond the plain ones, in notes, the bibliography, BibTeX and RIS. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCitationEngine, toBibtex, toRis } from '../../../src/citation/index.ts'
import type { CslDate, Work } from '../../../src/citation/csl.ts'
import { bibliographySchema } from '../../../src/citation/csl-schema.ts'
import { readBibtex } from '../../../src/citation/read-bibtex.ts'
import { readRis } from '../../../src/citation/read-ris.ts'
import { entryToHtml } from '../../../src/formats/html/index.ts'
import { marked } from './reading.ts'

const book = (fields: Partial<Work>): Work => ({
  id: 'werk',
  type: 'book',
  title: 'Titel',
  author: [{ family: 'Weber', given: 'Ida' }],
  ...fields,
})
const note = (work: Work) => marked(createCitationEngine([work]).full(work.id))
const entry = (work: Work) => entryToHtml(createCitationEngine([work]).bibliography()[0]!)
const bibtex = (work: Work, field: string) =>
  new RegExp(`^  ${field} = \\{(.*)\\},$`, 'm').exec(toBibtex([work]))?.[1]
const ris = (work: Work, tag: string) =>
  new RegExp(`^${tag}  - (.*)\r$`, 'm').exec(toRis([work]))?.[1]
const parts = (...dates: (number | string)[][]): CslDate => ({ 'date-parts': dates })

const dates: [issued: CslDate, printed: string, year: string, date: string | undefined][] = [
  [parts([2011, 3, 1]), '1.3.2011', '2011', '2011-03-01'],
  [parts([2011, 3, 1], [2011, 3, 2]), '1.–2.3.2011', '2011', '2011-03-01/2011-03-02'],
  [parts([2011, 2, 28], [2011, 3, 1]), '28.2.–1.3.2011', '2011', '2011-02-28/2011-03-01'],
  [
    parts([2011, 12, 30], [2012, 1, 2]),
    '30.12.2011–2.1.2012',
    '2011--2012',
    '2011-12-30/2012-01-02',
  ],
  [parts([2011, 3], [2011, 4]), '3.–4.2011', '2011', '2011-03/2011-04'],
  [parts([2011, 12], [2012, 1]), '12.2011–1.2012', '2011--2012', '2011-12/2012-01'],
  [parts([2001], [2003]), '2001–2003', '2001--2003', '2001/2003'],
  [parts([2001], [0]), '2001–', '2001--', '2001/..'],
  [parts([2011, 3, 1], [2011, 3, 1]), '1.3.2011', '2011', '2011-03-01/2011-03-01'],
  [parts(['2011', '3', '1']), '1.3.2011', '2011', '2011-03-01'],
  [parts([-44]), '44 v. Chr.', '44 v. Chr.', '-0043'],
  [parts([-44, 3, 15]), '15.3.44 v. Chr.', '44 v. Chr.', '-0043-03-15'],
  [parts([-50], [-44]), '50–44 v. Chr.', '50--44 v. Chr.', '-0049/-0043'],
  [parts([-44], [14]), '44 v. Chr.–14 n. Chr.', '44 v. Chr.--14 n. Chr.', '-0043/0014'],
  [{ ...parts([1850]), circa: true }, 'ca. 1850', 'ca. 1850', '1850~'],
  [{ ...parts([1850], [1855]), circa: 1 }, 'ca. 1850–1855', 'ca. 1850--1855', '1850~/1855~'],
  [{ ...parts([1850]), circa: 'false' }, '1850', '1850', '1850'],
  [{ ...parts([2011]), season: 1 }, 'Frühjahr 2011', '2011', '2011'],
  [{ ...parts([2011]), season: 'Herbst' }, 'Herbst 2011', '2011', '2011'],
  [{ ...parts([2011], [2012]), season: 4 }, 'Winter 2011–2012', '2011--2012', '2011-24/2012'],
  [{ ...parts([2011]), literal: 'um 2011' }, 'um 2011', 'um 2011', undefined],
  [{ raw: '2011/..' }, '2011–', '2011--', '2011/..'],
  [{ raw: '2011-2013' }, '2011–2013', '2011--2013', '2011/2013'],
  [{ raw: '2011-3-1T10:00:00Z' }, '1.3.2011', '2011', '2011-03-01'],
  [{ raw: '2011-21' }, 'Frühjahr 2011', '2011', '2011-21'],
  [{ raw: '2011-03-01/2011-03-02' }, '1.–2.3.2011', '2011', '2011-03-01/2011-03-02'],
  [{ raw: '-0043' }, '44 v. Chr.', '44 v. Chr.', '-0043'],
  [{ literal: 'im Druck' }, 'im Druck', 'im Druck', undefined],
]
for (const [issued, printed, year, date] of dates)
  test(`a date is written as ${printed}`, () => {
    const work = book({ issued })
    assert.equal(bibliographySchema.safeParse([work]).success, true)
    assert.equal(note(work), `Ida Weber: *Titel*, ${printed}`)
    const words = entry(work).replaceAll(/[\u00a0\u202f]/g, ' ')
    assert.equal(words, `Weber, Ida: <i>Titel</i>, ${printed}.`.replace('..', '.'))
    assert.equal(bibtex(work, 'year'), year)
    if (issued['date-parts']?.[0]?.length !== 1 || issued['date-parts'].length > 1)
      assert.equal(bibtex(work, 'date'), date)
  })

test('dates are read back from BibTeX and RIS as they are printed', () => {
  for (const [issued, printed] of dates) {
    const work = book({ issued })
    for (const [read] of [readBibtex(toBibtex([work])).works, readRis(toRis([work])).works]) {
      const [again] = bibliographySchema.parse([read])
      assert.match(note(again!), new RegExp(`, ${printed}$`))
    }
  }
})

test('RIS has the year of the beginning, and what is more than a day in words', () => {
  const works = [parts([2011, 3, 1], [2011, 3, 2]), parts([-44]), parts([2011, 3])].map((issued) =>
    book({ issued }),
  )
  assert.deepEqual(
    works.map((work) => [ris(work, 'PY'), ris(work, 'DA')]),
    [
      ['2011', '2011/03/01/1.–2.3.2011'],
      ['44 v. Chr.', '///44 v. Chr.'],
      ['2011', '2011/03//'],
    ],
  )
})

const wrong: Partial<Record<string, unknown>>[] = [
  { issued: parts([2011, 13, 45]) },
  { issued: parts([2011, 2, 29]) },
  { issued: parts([0]) },
  { issued: parts([2011.5]) },
  { issued: parts([2011, 3, 1, 4]) },
  { issued: parts([2011, 3, 2], [2011, 3, 1]) },
  { issued: parts([2011], [2012], [2013]) },
  { accessed: parts([2011, 4, 31]) },
  { issued: { raw: '2011-13-45' } },
  { issued: { raw: '../2011' } },
  { issued: { raw: '2012/2011' } },
  { type: 'gibtesnicht' },
  { title: undefined, author: undefined },
]
for (const fields of wrong)
  test(`data that cannot be are refused: ${JSON.stringify(fields)}`, () => {
    const work = JSON.parse(JSON.stringify({ ...book({}), ...fields })) as Work
    assert.equal(bibliographySchema.safeParse([work]).success, false)
  })

test('years before Christ sort before the others, in their order', () => {
  const works = [14, -44, 2001, -50].map((year) => book({ id: `w${year}`, issued: parts([year]) }))
  const order = createCitationEngine(works).bibliography()
  assert.deepEqual(
    order.map(({ key }) => key),
    ['w-50', 'w-44', 'w14', 'w2001'],
  )
})

const editions: [edition: string | number, printed: string][] = [
  [2, '2. Aufl.'],
  ['2', '2. Aufl.'],
  ['2.', '2. Aufl.'],
  ['2nd ed.', '2. Aufl.'],
  ['2. Auflage', '2. Aufl.'],
  ['zweite, erweiterte', 'zweite, erweiterte Aufl.'],
  ['2., erweiterte', '2., erweiterte Aufl.'],
  ['3., erw. Aufl.', '3., erw. Aufl.'],
  ['Neuausgabe', 'Neuausgabe'],
]
for (const [edition, printed] of editions)
  test(`the edition ${edition} is written as ${printed}`, () => {
    assert.equal(note(book({ edition })), `Ida Weber: *Titel*, ${printed}`)
    assert.doesNotMatch(entry(book({ edition })), /\.\./)
    assert.equal(
      note(book({ edition, issued: parts([2001]) })),
      `Ida Weber: *Titel*, ${printed}, 2001`,
    )
  })

test('volumes of books, of collections and of series are printed', () => {
  const issued = parts([2001])
  assert.equal(note(book({ volume: 'III', issued })), 'Ida Weber: *Titel*, Bd. III, 2001')
  assert.equal(note(book({ volume: 'Bd. 3', issued })), 'Ida Weber: *Titel*, Bd. 3, 2001')
  const editor = [{ family: 'Hag', given: 'Uwe' }]
  const chapter = book({ type: 'chapter', 'container-title': 'Werke', editor, volume: 2, issued })
  assert.equal(note(chapter), 'Ida Weber: Titel, in: Uwe Hag (Hg.): *Werke*, Bd. 2, 2001')
  const series = book({ 'collection-title': 'Reihe', 'collection-number': 12, issued })
  assert.equal(note(series), 'Ida Weber: *Titel*, 2001 (Reihe, Bd. 12)')
  assert.equal(bibtex(series, 'number'), '12')
})

const particles: [family: string, sorted: string, full: string][] = [
  ['van Beethoven', 'Beethoven, Ludwig van', 'Ludwig van Beethoven'],
  ['von der Leyen', 'Leyen, Ludwig von der', 'Ludwig von der Leyen'],
  ['de la Cruz', 'Cruz, Ludwig de la', 'Ludwig de la Cruz'],
  ['Van Gogh', 'Van Gogh, Ludwig', 'Ludwig Van Gogh'],
  ['hooks', 'hooks, Ludwig', 'Ludwig hooks'],
]
for (const [family, sorted, full] of particles)
  test(`particles in a family name are known as such: ${family}`, () => {
    const work = book({ author: [{ family, given: 'Ludwig' }] })
    assert.equal(note(work), `${full}: *Titel*`)
    assert.ok(entry(work).startsWith(`${sorted}: `))
    assert.equal(bibtex(work, 'author'), `${family}, Ludwig`)
    assert.equal(ris(work, 'AU'), `${family}, Ludwig`)
  })

test('names with particles sort by what follows these', () => {
  const works = ['d’Alembert', 'Bach', 'van Beethoven', 'Chopin'].map((family) =>
    book({ id: `w-${family.at(-2)}`, author: [{ family }] }),
  )
  const list = createCitationEngine(works).bibliography()
  assert.deepEqual(
    list.map(({ key }) => key),
    works.map(({ id }) => id),
  )
})

test('a name of one part is a name, and a list may be cut off by any word for it', () => {
  const named = (...author: object[]) => bibliographySchema.parse([{ ...book({}), author }])[0]!
  const short = (work: Work) => marked(createCitationEngine([work]).short('werk'))
  assert.equal(short(named({ given: 'Platon' })), 'Platon: *Titel*')
  const weber = { family: 'Weber', given: 'Ida' }
  for (const others of [{ literal: 'et al.' }, { family: 'others' }, { literal: 'u. a.' }]) {
    assert.equal(note(named(weber, others)), 'Ida Weber u. a.: *Titel*')
    assert.equal(bibtex(named(weber, others), 'author'), 'Weber, Ida and others')
  }
})

test('a title is on one line, and its subtitle follows its own stop', () => {
  const [work] = bibliographySchema.parse([book({ title: 'Was nun?:\n Eine\r\nER - Frage' })])
  assert.equal(note(work!), 'Ida Weber: *Was nun? Eine ER - Frage*')
  assert.equal(
    toRis([work!])
      .split('\r\n')
      .filter((line) => line.startsWith('ER')).length,
    1,
  )
})

test('a film is not said to have been uploaded, and an upload has „am“ before a day alone', () => {
  const film = book({ type: 'motion_picture', publisher: 'Ida', 'container-title': 'Kino' })
  assert.equal(note({ ...film, issued: parts([2001]) }), 'Ida Weber: Titel, *Kino*, 2001')
  const video = { ...film, URL: 'https://video.example/1' }
  const uploaded = (...date: number[]) => note({ ...video, issued: parts(date) })
  const [head, tail] = ['Ida Weber: Titel, hochgeladen von Ida', 'auf Kino, video.example/1']
  assert.equal(uploaded(2001), `${head} 2001 ${tail}`)
  assert.equal(uploaded(2001, 3, 1), `${head} am 1.3.2001 ${tail}`)
})

test('a work without a title has words for it', () => {
  const { title: _, ...work } = book({ issued: parts([2001]) })
  assert.equal(note(work as Work), 'Ida Weber: *o. T.*, 2001')
  assert.equal(marked(createCitationEngine([work as Work]).short('werk')), 'Weber: *o. T.*')
})

for (const page of ['9-21', '9--21', '9 – 21', '9—21'])
  test(`pages are a range however it is written: ${page}`, () => {
    const work = book({ type: 'article-journal', 'container-title': 'Blatt', page })
    assert.equal(note(work), 'Ida Weber: Titel, in: *Blatt*, 9–21')
    assert.equal(bibtex(work, 'pages'), '9--21')
    assert.deepEqual([ris(work, 'SP'), ris(work, 'EP')], ['9', '21'])
  })

test('types beyond those in use have a form of their own or that of a kin', () => {
  const review = book({ type: 'review-book', 'container-title': 'Blatt' })
  assert.equal(note(review), 'Ida Weber: Titel, in: *Blatt*')
  const collected = book({ type: 'collection', 'publisher-place': 'Jena', issued: parts([2001]) })
  assert.equal(note(collected), 'Ida Weber: *Titel*, Jena 2001')
})
