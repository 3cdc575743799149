import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importScan } from './import-scan.ts'
import { importFile } from '../../../src/importer/import-file.ts'
import type { Work } from '../../../src/importer/imported-text.ts'

const options = {
  file: 'scan.txt',
  slug: 'scan',
  rights: 'unknown',
  bibliography: [],
  firstPage: null,
}

const list = `Literatur

Au, Otto von der (1988): Wege am Hang. Kiel: Ohm.

– (1990): Mehr Wege am Hang. Kiel: Ohm.

Gartenamt (2008): Bericht über den Hang. Online: https://www.gartenamt.example/bericht (3.4.2009).

Kunz, Ada (2001): Vom Gießen. Eine Studie. Berlin: Tal.

Meier, Jo / Schulz, Eva (2010a): Der Hang. In: Gartenblätter 3 (2), S. 3–9.

Meier, Jo/Schulz, Eva (2010b): Der Teich. In: Berg, Uwe (Hg.): Wasser und Erde. Bonn: Ohm, S. 30–44.

Meier, J., Schulz, E. & Tal, I. (2015). „Regen“, in: Gartenblätter, Jg. 8, H. 1, S. 1–12.

Tal, Ina (o. J.): Das Moos. Bonn: Ohm.

Tal, Ina (im Erscheinen): Die Flechte. In: Gartenblätter 4 (1).

Urban, Kai: Der Farn. Ulm o. J.

WEBER, Karl: Die Erde und der Geist des Spatens. Tübingen 1904/05.

Winkelheide, Ulla (2014): Messungen am Hang. 2. Aufl. Köln: Verlag für Maß.`

const scan = (text: string, notes = '', works = list) =>
  `Im Garten\n\nMaria Testmann\n\n${text}\n\n${notes ? `${notes}\n\n` : ''}${works}\n`

function imported(text: string, notes = '', works = list) {
  const {
    text: markdown,
    report,
    bibliography,
  } = importScan(Buffer.from(scan(text, notes, works)), options)
  const body = markdown.split('---\n\n')[1]!
  return {
    first: body.split('\n')[0]!,
    body,
    questions: report.split('## Entscheidungen')[0]!.replaceAll('\\', ''),
    works: JSON.parse(bibliography ?? '[]') as Work[],
  }
}

const linked: [printed: string, markdown: string][] = [
  [
    'Das hat Winkelheide (2014), S. 76, gesagt.',
    '[Winkelheide (2014)](work:winkelheide-2014), S. 76',
  ],
  ['So ist es (Winkelheide 2014: 76).', '([Winkelheide 2014](work:winkelheide-2014): 76)'],
  ['So ist es (Winkelheide, 2014, S. 76).', '([Winkelheide, 2014](work:winkelheide-2014), S. 76)'],
  ['So sagt es Winkelheide (2014: 76).', '[Winkelheide (2014: 76)](work:winkelheide-2014)'],
  [
    'So ist es (vgl. Meier/Schulz 2010a, 3–5; Kunz 2001).',
    '(vgl. [Meier/Schulz 2010a](work:meier-2010), 3–5; [Kunz 2001](work:kunz-2001))',
  ],
  ['So Meier et al. 2015 noch.', '[Meier et al. 2015](work:meier-2015)'],
  ['So Meier u. a. (2015) noch.', '[Meier u. a. (2015)](work:meier-2015)'],
  ['So Meier, Schulz & Tal (2015) noch.', '[Meier, Schulz & Tal (2015)](work:meier-2015)'],
  ['So Meier und Schulz (2010b) noch.', '[Meier und Schulz (2010b)](work:meier-2010-teich)'],
  ['Winkelheides (2014) Karte ist gut.', '[Winkelheides (2014)](work:winkelheide-2014)'],
  [
    'Die Karte (von der Au 1988; 1990) ist gut.',
    '([von der Au 1988](work:au-1988); [1990](work:au-1990))',
  ],
  ['Die Karte (Kunz 2001; Au 1990; ders. 1988).', '[ders. 1988](work:au-1988)'],
  ['So zeigt es Urban (o. J., 7).', '[Urban (o. J., 7)](work:urban)'],
  ['Das zeigt Tal (im Erscheinen).', '[Tal (im Erscheinen)](work:tal-flechte)'],
  ['So ist es (vgl. Tal o. J., 3).', '(vgl. [Tal o. J.](work:tal), 3)'],
  ['So ist es (Urban o. J.: 7).', '([Urban o. J.](work:urban): 7)'],
  ['Im Bericht (Gartenamt 2008) steht es.', '([Gartenamt 2008](work:gartenamt-2008))'],
  ['Schon Weber (1904) fragte danach.', '[Weber (1904)](work:weber-1904)'],
  ['So ist es (Kunz 2001: 4), und so bleibt es (ebd.: 5).', '([ebd.](work:kunz-2001): 5)'],
  ['Und im Garten, Kunz 2001 zum Trotz, wuchs es.', 'im Garten, [Kunz 2001](work:kunz-2001)'],
]
for (const [printed, markdown] of linked)
  test(`linked: ${printed}`, () => {
    assert.ok(imported(printed).first.includes(markdown), imported(printed).first)
  })

const asked: [printed: string, question: RegExp][] = [
  ['Das zeigt Meier (2010).', /Meier \(2010\)“ ist nicht verknüpft: mehrere Werke passen/],
  ['Das sagt Kunz (o. J.).', /Kunz \(o\. J\.\)“ ist nicht verknüpft: .* nur 2001/],
  ['Das sagt Kunz 2003.', /Kunz 2003“ ist nicht verknüpft: .* nur 2001/],
  ['Das ist so (Niemand 2002: 4).', /Niemand 2002“ ist nicht verknüpft: .* niemand dieses Namens/],
  ['Das zeigt Meier (2010), und nur dort (ebd.: 5).', /ebd\.“ ist nicht verknüpft/],
  ['Das zeigen Meier/Ohm 2010a.', /Meier\/Ohm 2010a“ ist nicht verknüpft: die weiteren Namen/],
]
for (const [printed, question] of asked)
  test(`asked: ${printed}`, () => {
    const { first, questions } = imported(printed)
    assert.equal(first, printed)
    assert.match(questions, question)
  })

test('years behind other words are neither linked nor asked about', () => {
  const { first, questions } = imported('Im Mai 1912 und in Berlin (1920) war das anders als 1930.')
  assert.equal(first, 'Im Mai 1912 und in Berlin (1920) war das anders als 1930.')
  assert.doesNotMatch(questions, /verknüpft/)
})

test('references in notes, and „ebd.“ in the note behind', () => {
  const notes =
    '[1] Vgl. Kunz 2001, S. 4.\n\n[2] Ebd., S. 9; ferner Ina Ohm: Vom Säen, Bonn 1999, 4.'
  const { body, questions } = imported('So ist es.[1] So war es.[2]', notes)
  assert.match(body, /\[\^1\]: Vgl\. \[Kunz 2001\]\(work:kunz-2001\), S\. 4\./)
  assert.match(
    body,
    /\[\^2\]: \[Ebd\.\]\(work:kunz-2001\), S\. 9; ferner \[Ina Ohm: .*\]\(work:ohm-1999\)/,
  )
  assert.doesNotMatch(questions, /verknüpft/)
})

test('the works have the data of the list', () => {
  const { works } = imported('Kein Verweis.')
  const about = (id: string) => works.find((work) => work.id === id)
  assert.deepEqual(
    works.map(({ id, type }) => `${id} ${type}`),
    [
      'au-1988 book',
      'au-1990 book',
      'gartenamt-2008 document',
      'kunz-2001 book',
      'meier-2010 article-journal',
      'meier-2010-teich chapter',
      'meier-2015 article-journal',
      'tal book',
      'tal-flechte article-journal',
      'urban book',
      'weber-1904 book',
      'winkelheide-2014 book',
    ],
  )
  assert.deepEqual(about('kunz-2001'), {
    id: 'kunz-2001',
    type: 'book',
    author: [{ family: 'Kunz', given: 'Ada' }],
    title: 'Vom Gießen: Eine Studie',
    'publisher-place': 'Berlin',
    publisher: 'Tal',
    language: 'de',
    issued: { 'date-parts': [[2001]] },
    note: 'Daten: aus ‹scan.txt›.',
  })
  assert.deepEqual(about('meier-2015')?.author, [
    { family: 'Meier', given: 'J.' },
    { family: 'Schulz', given: 'E.' },
    { family: 'Tal', given: 'I.' },
  ])
  const { editor, page } = about('meier-2010-teich')!
  assert.deepEqual([editor, page], [[{ family: 'Berg', given: 'Uwe' }], '30-44'])
  assert.deepEqual(
    ['tal', 'tal-flechte', 'urban'].map((id) => about(id)?.issued),
    [{ literal: 'o. J.' }, { literal: 'im Erscheinen' }, { literal: 'o. J.' }],
  )
  assert.equal(about('urban')?.['publisher-place'], 'Ulm')
  assert.equal(about('weber-1904')?.author?.[0]?.family, 'Weber')
  assert.equal(about('gartenamt-2008')?.URL, 'https://www.gartenamt.example/bericht')
})

test('an entry that is not understood stays in the text and is asked about', () => {
  const works = `Literatur\n\nKunz, Ada (2001): Vom Gießen. Berlin: Tal.\n\nSiehe auch die Karten im Archiv.`
  const { body, questions } = imported('So sagt es Kunz (2001).', '', works)
  assert.match(body, /Siehe auch die Karten im Archiv\./)
  assert.match(questions, /Im Literaturverzeichnis nicht verstanden: „Siehe auch die Karten/)
})

const entries = [
  'Berg, Anna / Thal, Uwe (1999): Arbeit im Garten. Ein Handbuch für alle, die',
  '   den Boden lieben. Kiel: Spatenverlag.',
  'Ohm, Otto (2003a): Was die Erde will. Hamburg: Ohm.',
  '— (2003b): Was das Wasser will, in: Gartenblätter 4, H. 2, S. 3–30.',
]
for (const indent of ['hanging', 'no'])
  test(`entries without blank lines, ${indent} indent`, () => {
    const lines = entries.map((line) => (indent === 'no' ? line.trim() : line))
    const { body, works } = imported('So Berg/Thal (1999).', '', `Literatur\n${lines.join('\n')}`)
    assert.deepEqual(
      works.map(({ id }) => id),
      ['berg-1999', 'ohm-2003', 'ohm-2003-wasser'],
    )
    assert.match(body, /^## Literatur\n\nBerg, .*Spatenverlag\.\n\nOhm, .*\n\n— \(2003b\)/m)
  })

test('a list of works in HTML', async () => {
  const html = `<h1>Im Garten</h1><p>So sagt es <i>Ohm</i> (2003b: 76).</p><h2>Bibliographie</h2>
    <ul><li>Ohm, Otto (2003a): Was die Erde will, Hamburg.</li><li>Ders. (2003b): Was das Wasser will, in:
    ders. (Hg.): Alles am Hang, Hamburg, S. 3–30.</li></ul>`
  const { text } = await importFile(
    { file: 'a.html', bytes: Buffer.from(html), beside: () => null },
    { ...options, file: 'a.html', format: null, notes: null, pages: null, columns: null },
  )
  assert.match(text, /\[\*Ohm\* \(2003b: 76\)\]\(work:ohm-2003-wasser\)/)
})
