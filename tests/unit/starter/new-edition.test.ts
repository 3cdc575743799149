import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { build } from '../../../src/edition/build.ts'
import { faultOf, questions, type Answers } from '../../../src/starter/answers.ts'
import { writeFiles } from '../../../src/starter/disk.ts'
import { editionFiles } from '../../../src/starter/edition-files.ts'
import { formatProblems } from '../../../src/problems/problem.ts'

const spelling = resolve(import.meta.dirname, '../../../src/edition/spelling.ts')
const noHunspell = spawnSync('hunspell', ['-v']).error ? 'hunspell is not installed' : false

const usual: Answers = {
  title: 'Zeiten',
  editors: 'E. Rad',
  licence: 'CC-BY-4.0',
  address: '',
  language: 'de',
}
const sourcesOf = (answers: Answers) =>
  Object.fromEntries(
    Object.entries(editionFiles(answers)).filter(([path]) => path.startsWith('content/')),
  )
const figureAt = (path: string) => (path === 'beispiel-uhr.svg' ? { fault: null } : null)
const problemsOf = (sources: Record<string, string>) =>
  (['local', 'course', 'public'] as const).map((audience) =>
    formatProblems(build(sources, audience, figureAt).problems),
  )

test('a new edition has no problem, for whomever it is built', () => {
  for (const answers of [
    usual,
    { ...usual, address: 'https://zeiten.example/lesen/', language: 'en' },
    { ...usual, title: '„*Uhren* & Zeit“: #1 - [x]', editors: 'A_b_c, [D](e) & <F> ~ g@h.de' },
    { ...usual, title: "'", editors: '- x: y', licence: '# keine' },
  ])
    assert.deepEqual(problemsOf(sourcesOf(answers)), ['', '', ''])
})

test('the answers stand in it as they were given', () => {
  const editors = 'A_b_c, [D](e)&<F> ~ g@h.de'
  const { edition } = build(sourcesOf({ ...usual, editors }), 'public', figureAt)
  assert.deepEqual(edition!.meta.editors, [editors])
  const rights = edition!.pages.find(({ slug }) => slug === 'rechte')!
  const values = JSON.stringify(rights.tree).matchAll(/"value":"([^"]*)"/g)
  const words = [...values].map(([, value]) => value).join('')
  assert.ok(words.includes(editors), words)
})

test(
  'the words of a new edition are known to its spelling check',
  { skip: noHunspell },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'new '))
    try {
      writeFiles(
        folder,
        editionFiles({ ...usual, editors: 'E. Zwrk, A. Ölbrig-Kwt', licence: 'XQ-Frei 3' }),
      )
      const { stdout, stderr, status } = spawnSync(process.execPath, [spelling], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, EDITION: folder },
      })
      assert.equal(status, 0, stdout + stderr)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)

test('the example can be removed, alone or with its bibliography and ledger', () => {
  const sources = sourcesOf(usual)
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(sources).filter(([path]) => !names.includes(path)))
  const at = 'content/texts/beispiel'
  const whole = [`${at}.md`, `${at}.ledger.json`, `${at}.bibliography.json`]
  assert.deepEqual(problemsOf(without(...whole)), ['', '', ''])
  const { edition } = build(without(...whole), 'public', figureAt)
  assert.deepEqual([edition!.texts, edition!.works], [[], []])
})

test('the example shows every markup of the README that needs no glossary', () => {
  const { edition } = build(sourcesOf(usual), 'local', figureAt)
  const [text] = edition!.texts
  const tree = JSON.stringify(text)
  for (const kind of [
    ...['emphasis', 'strong', 'foreign', 'workRef', 'citation', 'pageBreak', 'list', 'table'],
    ...['blockquote', 'image', 'thematicBreak', 'inlineCode', 'link'],
  ])
    assert.ok(tree.includes(`"type":"${kind}"`), kind)
  for (const style of ['subscript', 'superscript', 'small-caps'])
    assert.ok(tree.includes(`"${style}"`), style)
})

test('an answer that cannot be used is refused in a sentence', () => {
  const faults: [keyof Answers, string, RegExp | null][] = [
    ['title', '', /must not be empty/],
    ['title', ' ', /must not be empty/],
    ['address', 'example.org', /whole address/],
    ['address', '', null],
    ['language', 'deutsch!', /language tag such as de/],
    ['language', 'en-GB', null],
  ]
  for (const [name, answer, says] of faults) {
    const fault = faultOf(name, answer)
    if (says) assert.match(fault ?? '', says, `${name} ${answer}`)
    else assert.equal(fault, null)
  }
  for (const { name, usual } of questions) assert.equal(faultOf(name, usual), null)
})

test('several editors become a list, each with a name of their own', () => {
  for (const [editors, list] of [
    ['Anna Vogel, Ben Kurz', ['Anna Vogel', 'Ben Kurz']],
    ['Anna Vogel, Ben Kurz und Cem Dal', ['Anna Vogel', 'Ben Kurz', 'Cem Dal']],
    ['Vogel, Anna; Kurz, Ben', ['Vogel, Anna', 'Kurz, Ben']],
    ['Anna Vogel / Ben von der Kurz', ['Anna Vogel', 'Ben von der Kurz']],
    ['Vogel, Anna', ['Vogel, Anna']],
    ['von der Vogel, Anna Eva', ['von der Vogel, Anna Eva']],
    ['Verein Uhr und Zeit', ['Verein Uhr und Zeit']],
    ['Institut für Zeit, Ulm', ['Institut für Zeit, Ulm']],
  ] as const) {
    const { edition } = build(sourcesOf({ ...usual, editors }), 'public', figureAt)
    assert.deepEqual(edition!.meta.editors, list)
  }
})
