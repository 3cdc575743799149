import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { build } from '../../../src/edition/build.ts'
import { Refused } from '../../../src/workspace/index.ts'
import { pdfOrder, readArguments } from '../../../src/publish/pdf-order.ts'
import { editions, smallEdition } from '../../fixture-edition.ts'

const command = resolve(import.meta.dirname, '../../../src/publish/pdf.ts')

const said = (...args: string[]) =>
  new Promise<{ code: unknown; output: string }>((answer) =>
    execFile(
      process.execPath,
      [command, ...args],
      { cwd: editions.small, env: { ...process.env, SITE: 'https://edition.example' } },
      (error, stdout, stderr) => answer({ code: error?.code ?? 0, output: stdout + stderr }),
    ),
  )

let folder: string
before(async () => (folder = await mkdtemp(join(tmpdir(), 'pdf-'))))
after(() => rm(folder, { recursive: true }))

const isPdf = async (path: string) => (await readFile(path)).subarray(0, 5).toString() === '%PDF-'

test('a text, a passage and the worksheet of a session are written without a build', async () => {
  const made = [
    ['a text.pdf', 'uhren', '--format', 'A4', '--size', '9,5'],
    ['new/passage.pdf', 'uhren', '--from', '2', '--to', 'das-pendel', '--format', 'a5'],
    ['session.pdf', '--session', 'erste-sitzung', '--archive'],
  ] as const
  await Promise.all(
    made.map(async ([name, ...args]) => {
      const out = join(folder, name)
      const { code, output } = await said(...args, '--out', out)
      assert.equal(code, 0, output)
      assert.ok(output.includes(out))
      assert.ok(await isPdf(out))
    }),
  )
})

const refused: [args: string[], says: RegExp][] = [
  [['uhr'], /no text “uhr”\. There is:\n {2}uhren$/],
  [['--session', 'dritte'], /no session “dritte”\. There is:\n {2}erste-sitzung$/],
  [['uhren', '--format', 'a6'], /^--format a6: Say one of a5, b5, a4\.$/],
  [['uhren', '--size', '40'], /^--size 40: It must be a size from 8 to 14\.$/],
  [['uhren', '--size', 'klein'], /^--size klein: It must be a number\.$/],
  [['uhren', '--format', 'a5', '--glosses', 'margin'], /^--glosses margin: .* A5 has no room/],
  [
    ['uhren', '--from', '9'],
    /^--from 9: .* paragraphs are 1 to 4, its sections:\n {2}das-pendel\n/,
  ],
  [['uhren', '--from', '3', '--to', '2'], /^The passage from abs-3 to abs-2 has no paragraph/],
  [['--session', 'erste-sitzung', '--from', '2'], /leave out --from and --to/],
  [['uhren', 'glocken'], /^Name one text/],
  [[], /^Name one text/],
  [['uhren', '--notes'], /Unknown option/],
]
test('what cannot be made is refused in a sentence', () => {
  const { edition } = build(smallEdition(), 'local')
  for (const [args, says] of refused)
    assert.throws(
      () => pdfOrder(edition!, readArguments(args), 'https://edition.example/'),
      (error) => error instanceof Refused && says.test(error.message),
      args.join(' '),
    )
})

test('a refusal leaves no file and has no stack', async () => {
  const out = join(folder, 'refused.pdf')
  const { code, output } = await said('uhr', '--out', out)
  assert.equal(code, 1)
  assert.equal(output.trim(), 'There is no text “uhr”. There is:\n  uhren')
  assert.ok(!existsSync(out))
})

test('a file that cannot be written stays as it was, and nothing else is left', async () => {
  const place = join(folder, 'taken')
  await mkdir(join(place, 'out.pdf'), { recursive: true })
  await writeFile(join(place, 'out.pdf', 'inside'), '')
  const { code, output } = await said('uhren', '--out', join(place, 'out.pdf'))
  assert.equal(code, 1)
  assert.match(output, /out\.pdf cannot be written: /)
  assert.deepEqual(await readdir(place), ['out.pdf'])
  assert.deepEqual(await readdir(join(place, 'out.pdf')), ['inside'])
})
