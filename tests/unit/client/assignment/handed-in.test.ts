import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { keysOf, type Kept } from '../../../../src/client/assignment/answers.ts'
import type { AnswerStore } from '../../../../src/client/assignment/answer-store.ts'
import {
  readAnswers,
  readReplies,
  saysAnswers,
  writeAnswers,
  writeReplies,
  type AnswersFile,
} from '../../../../src/client/assignment/exchange/answers-file.ts'
import { answersFileName, filedAnswers } from '../../../../src/client/assignment/exchange/filed.ts'
import { takeIn } from '../../../../src/client/assignment/exchange/hand-in.ts'
import { sheetToDocx } from '../../../../src/client/assignment/table/docx.ts'
import { sheetOf } from '../../../../src/client/assignment/table/sheet.ts'
import { answerTables } from '../../../../src/client/assignment/table/table.ts'
import { sheetToMarkdown, tableToCsv } from '../../../../src/client/assignment/table/write.ts'
import { parseXml } from '../../../../src/importer/readers/xml.ts'

const questions = [
  { key: 'zaehlen', at: ['2'], text: 'Was zählt?' },
  { key: 'fehlen', at: [], text: 'Was fehlt?' },
]
const keys = keysOf(questions)
const kept = (answers: Record<string, string>): Kept => ({
  ...{ title: 'Takte', about: 'Absätze 2–4 aus Redaktion: Von Uhren' },
  answers: Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [key, { question: 'Was?', at: ['2'], answer }]),
  ),
})
function fileOf(id: string, person: string, made: string, answers: Record<string, string>) {
  const assignment = { name: 'takt', title: 'Takte', about: 'Absätze 2–4', address: 'https://x/' }
  return { id, person, made, assignment, answers: filedAnswers(kept(answers), questions, keys) }
}
const anna = fileOf('a1', 'Anna', '2026-11-30T09:00:00.000Z', { zaehlen: 'Das Rad.', alt: 'Ja.' })
const files: AnswersFile[] = [
  fileOf('a1', 'Anna', '2026-11-29T09:00:00.000Z', { zaehlen: 'Noch nicht.' }),
  anna,
  fileOf('b2', 'Anna', '2026-11-30T08:00:00.000Z', { fehlen: '=SUMME(A1)\n"Stunde"; Tag' }),
  fileOf('c3', '', '2026-11-30T07:00:00.000Z', {}),
]
const replyTo = (person: string, key: string) =>
  person === 'a1' && key === 'zaehlen' ? 'Gut <gesehen> & gezählt.' : ''
const [table] = answerTables(files)

test('a file of answers is read as it was written; what is none or damaged is refused by name', () => {
  const json = writeAnswers(anna)
  assert.ok(saysAnswers(json))
  assert.deepEqual(readAnswers(json), { value: anna })
  for (const other of ['', '{}', '[]', '{"format":"edition:sicherung"}', writeReplies(replies)])
    assert.match((readAnswers(other) as { fault: string }).fault, /keine Datei mit Antworten/)
  assert.match(faultOf(json.replace('"version": 1', '"version": 2')), /neueren Fassung/)
  assert.match(faultOf(json.replace('"nth": 1', '"nth": "1"')), /beschädigt/)
  assert.match(faultOf(json.slice(0, -20)), /keine Datei/)
})
const faultOf = (json: string) => (readAnswers(json) as { fault: string }).fault

const replies = {
  ...{ id: 'a1', assignment: 'takt', by: 'B. Lehrer', made: '2026-12-01T09:00:00.000Z' },
  replies: { zaehlen: 'Gut gesehen.' },
}

test('files have names that differ, with a name and without', () => {
  const names = files.slice(1).map(answersFileName)
  assert.deepEqual(names, [
    'antworten-takte-anna-2026-11-30.json',
    'antworten-takte-anna-2026-11-30.json',
    'antworten-takte-c3-2026-11-30.json',
  ])
  const other = { ...anna, person: '時 計', assignment: { ...anna.assignment, title: 'Größe?' } }
  assert.equal(answersFileName(other), 'antworten-groesse-時-計-2026-11-30.json')
})

test('the table has each person once with the latest file, and each question', () => {
  assert.deepEqual(
    table!.people.map(({ name, answers }) => [name, answers.get('zaehlen') ?? null]),
    [
      ['Anna', ''],
      ['Anna (2)', 'Das Rad.'],
      ['ohne Namen', ''],
    ],
  )
  assert.deepEqual(
    table!.questions.map(({ key, nth }) => [key, nth]),
    [
      ['zaehlen', 1],
      ['fehlen', 2],
      ['alt', 0],
    ],
  )
  assert.equal(
    answerTables([...files, { ...anna, assignment: { ...anna.assignment, name: 'x' } }]).length,
    2,
  )
})

test('a sheet goes by questions or by people; every form has every answer and reply', () => {
  for (const view of ['fragen', 'personen'] as const) {
    const sheet = sheetOf(table!, view, replyTo)
    const markdown = sheetToMarkdown(sheet)
    const docx = unzipSync(sheetToDocx(sheet, '2026-12-01T09:00:00.000Z'))
    const xml = strFromU8(docx['word/document.xml']!)
    const words = xml.replace(/<w:br\/>/g, '\n').replace(/<[^>]+>/g, '')
    for (const said of [
      'Das Rad.',
      'Ja.',
      'Was fehlt?',
      'keine Antwort',
      'ohne Namen',
      'Anna (2)',
    ]) {
      assert.ok(markdown.includes(said), said)
      assert.ok(words.includes(said), said)
    }
    assert.ok(markdown.includes('> Rückmeldung: Gut <gesehen> & gezählt.'))
    assert.ok(words.includes('Rückmeldung: Gut &lt;gesehen&gt; &amp; gezählt.'))
    for (const [name, part] of Object.entries(docx)) assert.ok(parseXml(strFromU8(part)), name)
  }
})

test('a table of rows is safe in spreadsheets', () => {
  const rows = tableToCsv(table!, replyTo)
  assert.ok(rows.startsWith('\ufeffAufgabe;Person;Frage;Wortlaut;Antwort;Rückmeldung\r\n'))
  assert.ok(rows.includes(`"'=SUMME(A1)\n""Stunde""; Tag";\r\n`))
  assert.ok(rows.includes('Das Rad.;Gut <gesehen> & gezählt.\r\n'))
})

test('what was said to answers comes back to them and to no others', async () => {
  let now: Kept = { ...kept({ zaehlen: 'Das Rad.' }), file: 'a1' }
  const store: AnswerStore = {
    read: () => now,
    keep: () => true,
    watch: () => undefined,
    write: (kept) => {
      now = kept!
      return true
    },
  }
  const take = (json: string, name = 'takt') => takeIn(store, name, new File([json], 'x.json'))
  assert.match(await take(writeReplies(replies), 'anders'), /anderen Aufgabe/)
  assert.match(await take(writeReplies({ ...replies, id: 'b2' })), /anderen Person/)
  assert.match(await take(writeAnswers(anna)), /Datei mit Antworten/)
  assert.match(await take('{'), /keine Rückmeldung/)
  assert.equal(now.replies, undefined)
  assert.match(await take(writeReplies(replies)), /^1 Rückmeldung von B\. Lehrer/)
  assert.deepEqual(now.replies, { zaehlen: 'Gut gesehen.' })
  assert.equal(now.answers['zaehlen']!.answer, 'Das Rad.')
  assert.deepEqual(readReplies(writeReplies(replies)), { value: replies })
})
