import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test, type TestContext } from 'node:test'
import { parse } from 'yaml'
import { importCommand } from '../../../src/importer/command.ts'
import { merge } from '../../../src/importer/write/merge.ts'
import { readContent } from '../../../src/edition/read/read-content.ts'
import { readText } from '../../../src/edition/read/read-text.ts'

const root = resolve(import.meta.dirname, '../../..')
const scan = (name: string) => join(root, 'tests/fixtures/importer', name, 'scan.txt')

/** A temporary project folder, and a function that runs the importer in it, within this process. */
function project(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'import-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = (name: string) => join(folder, 'content/private', name)
  return {
    folder,
    path,
    read: (name: string) => readFileSync(path(name), 'utf8'),
    files: () =>
      existsSync(path(''))
        ? readdirSync(path(''))
            .filter((name) => !name.startsWith('.'))
            .sort()
        : [],
    run: async (...args: string[]) => {
      const { done, lines } = await importCommand([...args, '--no-limits'], {
        project: folder,
        from: folder,
      })
      return { done, said: lines.join('\n') }
    },
  }
}

test('the command line prints success to stdout with exit code 0, failure to stderr with 1', (t) => {
  const { folder, files } = project(t)
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'src/importer/cli.ts'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    })
  const bad = run(scan('bad-note-gap'))
  assert.deepEqual([bad.status, bad.stdout], [1, ''])
  assert.match(bad.stderr, /scan\.txt:9:1: Note 4 follows note 1\. .+ \[note-gap\]\n$/)
  assert.deepEqual(files(), [])
  const good = run(scan('no-title'), '--slug', 'netz')
  assert.deepEqual([good.status, good.stderr], [0, ''])
  assert.match(good.stdout, /^Wrote content\/private\/netz\.bibliography\.json\n/)
})

test('a scan becomes a text, its bibliography and a report', async (t) => {
  const { run, files, read } = project(t)
  const { done, said } = await run(scan('references'), '--slug', 'hafen', '--rights', 'open')
  assert.ok(done)
  assert.deepEqual(files(), ['hafen.bibliography.json', 'hafen.md', 'hafen.report.md'])
  assert.match(said, /1 paragraph, 0 block quotes, 0 headings; 17 notes, 21 references to 13 works/)
  assert.match(said, /1 question for you in content\/private\/hafen\.report\.md/)
  const { data, problems } = readText('content/private/hafen.md', read('hafen.md'))
  assert.deepEqual(problems, [])
  assert.equal(data?.rights.status, 'open')
  const keys = (JSON.parse(read('hafen.bibliography.json')) as { id: string }[]).map(({ id }) => id)
  assert.equal(new Set(keys).size, keys.length)
})

test('works in the edition’s bibliography are not written again', async (t) => {
  const { run, files, folder } = project(t)
  mkdirSync(join(folder, 'content'))
  const works = [
    {
      id: 'thal',
      type: 'book',
      title: 'Reparieren',
      author: [{ family: 'Thal' }],
      issued: { 'date-parts': [[2015]] },
    },
  ]
  writeFileSync(join(folder, 'content/bibliography.json'), JSON.stringify(works))
  assert.ok((await run(scan('no-title'), '--slug', 'netz')).done)
  assert.deepEqual(files(), ['netz.md', 'netz.report.md'])
})

test('texts that cite the same new work share its key, others of the same name and year do not', async (t) => {
  const { run, read, folder } = project(t)
  const citing = (file: string, note: string) =>
    writeFileSync(
      join(folder, file),
      garden.replace('¹ So stand es im Tagebuch.', `¹ Vgl. ${note}, S. 4.`),
    )
  const worksOf = (slug: string) =>
    JSON.parse(read(`${slug}.bibliography.json`)) as { id: string; title: string }[]
  citing('eins.txt', 'Anna Berg: *Das Beet*, Köln 2001')
  citing('zwei.txt', 'Anna Berg: *Das Beet*, Köln 2001')
  citing('drei.txt', 'Anna Berg: *Der Brunnen*, Köln 2001')
  for (const file of ['eins.txt', 'zwei.txt', 'drei.txt']) assert.ok((await run(file)).done)
  assert.deepEqual(worksOf('zwei'), worksOf('eins'))
  const keys = ['eins', 'drei'].flatMap((slug) => worksOf(slug).map(({ id }) => id))
  assert.equal(new Set(keys).size, 2)
  const sources = Object.fromEntries(
    ['eins', 'zwei', 'drei'].flatMap((slug) =>
      ['md', 'bibliography.json'].map((ending): [string, string] => [
        `content/private/${slug}.${ending}`,
        read(`${slug}.${ending}`),
      ]),
    ),
  )
  const duplicates = readContent(sources, 'local').problems.filter(
    ({ name }) => name === 'duplicate-work',
  )
  assert.deepEqual(duplicates, [])
  const changed = sources['content/private/zwei.bibliography.json']!.replace('Köln', 'Bonn')
  const { problems } = readContent(
    {
      ...sources,
      'content/private/zwei.bibliography.json': changed,
    },
    'local',
  )
  assert.equal(problems.filter(({ name }) => name === 'duplicate-work').length, 1)
  // Importing again keeps keys and data.
  assert.match((await run('eins.txt')).said, /Unchanged content\/private\/eins\.bibliography\.json/)
})

test('the slug is the name of the file', async (t) => {
  const { run, files, folder } = project(t)
  copyFileSync(scan('no-title'), join(folder, 'Über Öfen 2.txt'))
  await run('Über Öfen 2.txt')
  assert.ok(files().includes('ueber-oefen-2.md'))
})

test('rights are unknown unless given', async (t) => {
  const { run, read } = project(t)
  await run(scan('no-title'), '--slug', 'netz')
  const [, frontmatter] = read('netz.md').split('---\n')
  assert.equal((parse(frontmatter!) as { rights: { status: string } }).rights.status, 'unknown')
})

test('importing twice changes nothing', async (t) => {
  const { run, read } = project(t)
  await run(scan('no-title'), '--slug', 'netz')
  const before = read('netz.md') + read('netz.report.md')
  const { done, said } = await run(scan('no-title'), '--slug', 'netz')
  assert.ok(done)
  assert.match(said, /Unchanged content\/private\/netz\.md/)
  assert.doesNotMatch(said, /Wrote/)
  assert.equal(read('netz.md') + read('netz.report.md'), before)
})

test('an improved scan replaces files that no editor has changed', async (t) => {
  const { run, read } = project(t)
  await run(scan('no-title'), '--slug', 'netz')
  const { done, said } = await run(scan('no-title'), '--slug', 'netz', '--first-page', '7')
  assert.ok(done)
  assert.match(said, /Wrote content\/private\/netz\.md/)
  assert.match(read('netz.md'), /\[\]\(page:7\)/)
})

for (const name of ['netz.md', 'netz.bibliography.json', 'netz.report.md'])
  test(`an editor's changes to ${name} are kept when the source has not changed`, async (t) => {
    const { run, read, path } = project(t)
    await run(scan('no-title'), '--slug', 'netz')
    writeFileSync(path(name), read(name).replace('2015', '1015'))
    const edited = read(name)
    const { done, said } = await run(scan('no-title'), '--slug', 'netz')
    assert.ok(done, said)
    assert.equal(read(name), edited)
  })

/** A source in a project folder, imported, changed by an editor, corrected, and imported again. */
async function importedTwice(
  t: TestContext,
  steps: { edit: [string, string]; correct: [string, string]; force?: boolean },
) {
  const { run, read, path, folder, files } = project(t)
  const source = join(folder, 'garten.txt')
  writeFileSync(source, garden)
  assert.ok((await run('garten.txt')).done)
  writeFileSync(path('garten.md'), read('garten.md').replace(...steps.edit))
  const edited = read('garten.md')
  writeFileSync(source, garden.replace(...steps.correct))
  const { done, said } = await run('garten.txt', ...(steps.force ? ['--force'] : []))
  return { done, said, edited, text: read('garten.md'), files: files(), read }
}

const garden = `Der Garten

Maria Testmann

Die Beete lagen im Schatten der Mauer, und der Brunnen war leer.¹ Am Abend kam der Gärtner mit zwei Eimern.

Ein zweiter Absatz handelt von Bäumen, die im Winter kahl waren.

¹ So stand es im Tagebuch.
`

test('changes of an editor and corrections of the source are merged', async (t) => {
  const { done, said, text } = await importedTwice(t, {
    edit: ['zweiter Absatz', '*zweiter* Absatz'],
    correct: ['war leer', 'war trocken'],
  })
  assert.ok(done, said)
  assert.match(said, /^Merged your changes in content\/private\/garten\.md$/m)
  assert.match(text, /\*zweiter\* Absatz/)
  assert.match(text, /war trocken/)
})

test('changes to different words of one paragraph are merged', async (t) => {
  const { done, said, text } = await importedTwice(t, {
    edit: ['Die Beete', 'Alle Beete'],
    correct: ['zwei Eimern', 'drei Eimern'],
  })
  assert.ok(done, said)
  assert.match(text, /Alle Beete lagen .* drei Eimern/)
})

test('changes that meet stop the import with their line, and nothing is written', async (t) => {
  const { done, said, edited, text } = await importedTwice(t, {
    edit: ['war leer', 'war voll'],
    correct: ['war leer', 'war trocken'],
  })
  assert.equal(done, false)
  const line = edited.split('\n').findIndex((words) => words.includes('war voll')) + 1
  assert.match(said, new RegExp(`^content/private/garten\\.md:${line}:1: .+ \\[edits-meet\\]`))
  assert.match(said, /^-.*war voll/m)
  assert.match(said, /^\+.*war trocken/m)
  assert.equal(text, edited)
})

/** A source with notes, whose text an editor changes while its notes are corrected. */
async function notesChanged(
  t: TestContext,
  edit: (text: string) => string,
  correct: (source: string) => string,
) {
  const { run, read, path, folder } = project(t)
  const source = join(folder, 'wiese.txt')
  writeFileSync(source, meadow)
  assert.ok((await run('wiese.txt')).done)
  const edited = edit(read('wiese.md'))
  writeFileSync(path('wiese.md'), edited)
  writeFileSync(source, correct(meadow))
  const { done, said } = await run('wiese.txt')
  return { done, said, edited, text: read('wiese.md') }
}

const meadow = `Die Wiese

Maria Testmann

Am Bach stand Schilf¹, und weiter oben lag das Heu² in langen Reihen.

Die Sense hing am Baum³, bis der Regen kam.

¹ So hoch wie ein Kind.

² Vom zweiten Schnitt.

³ Aus Eisen.
`
const withNewNote = (source: string) =>
  source
    .replace('³ Aus', '⁴ Aus')
    .replace('Baum³', 'Baum⁴')
    .replace('² Vom', '³ Vom')
    .replace('Heu²', 'Heu³')
    .replace('Am Bach', 'Am Bach²')
    .replace('Am Bach² stand Schilf¹', 'Am Bach¹ stand Schilf²')
    .replace('¹ So', '¹ Er heißt wie das Dorf.\n\n² So')

test('an editor’s calls follow notes that a corrected source numbers anew', async (t) => {
  const { done, said, text } = await notesChanged(
    t,
    (text) =>
      text.replace('bis der Regen', 'bis[^2] der starke Regen').replace('Baum', 'alten Baum'),
    withNewNote,
  )
  assert.ok(done, said)
  assert.match(text, /Am Bach\[\^1\] stand Schilf\[\^2\], und weiter oben lag das Heu\[\^3\]/)
  assert.match(text, /am alten Baum\[\^4\], bis\[\^3\] der starke Regen/)
  assert.match(text, /^\[\^3\]: Vom zweiten Schnitt\.$/m)
})

test('a note that an editor has named or removed stays so', async (t) => {
  const named = await notesChanged(
    t,
    (text) => text.replaceAll('[^2]', '[^heu]'),
    (source) => source.replace('der Regen', 'das Wetter'),
  )
  assert.ok(named.done, named.said)
  assert.match(named.text, /Heu\[\^heu\].*\n\n.*das Wetter/)
  assert.match(named.text, /^\[\^heu\]: Vom/m)
  const removed = await notesChanged(
    t,
    (text) => text.replace('[^2]', '').replace(/^\[\^2\]: .*\n\n/m, ''),
    withNewNote,
  )
  assert.ok(removed.done, removed.said)
  assert.match(removed.text, /lag das Heu in langen/)
  assert.doesNotMatch(removed.text, /Vom zweiten|\[\^3\]/)
  assert.match(removed.text, /^\[\^4\]: Aus Eisen\.$/m)
})

test('a note that the source no longer has goes, unless an editor has changed it', async (t) => {
  const without = (source: string) =>
    source.replace('Heu²', 'Heu').replace('² Vom zweiten Schnitt.\n\n', '').replaceAll('³', '²')
  const gone = await notesChanged(t, (text) => text.replace('Eisen', 'gutem Eisen'), without)
  assert.ok(gone.done, gone.said)
  assert.doesNotMatch(gone.text, /Schnitt|\[\^3\]/)
  assert.match(gone.text, /^\[\^2\]: Aus gutem Eisen\.$/m)
  const kept = await notesChanged(t, (text) => text.replace('zweiten', 'dritten'), without)
  assert.equal(kept.done, false)
  assert.match(kept.said, /edits-meet/)
  assert.equal(kept.text, kept.edited)
})

test('a passage that both sides have taken from its place is asked about', () => {
  const base =
    'Am Bach stand Schilf.[^1]\n\nDie Sense hing am Baum.\n\n[^1]: So hoch wie ein Kind.\n'
  const inNote =
    'Am Bach stand Schilf.[^1]\n\n[^1]: So hoch wie ein Kind.\n\n    Die Sense hing am Baum.\n'
  const gone = 'Am Bach stand Schilf.[^1]\n\n[^1]: So hoch wie ein Kind.\n'
  const before =
    'Die Sense hing am Baum.\n\nAm Bach stand Schilf.[^1]\n\n[^1]: So hoch wie ein Kind.\n'
  const quoted = base.replace('Die Sense', '> Die Sense')
  const lines = (own: string, fresh: string) => {
    const { merged, conflicts } = merge(base, own, fresh)
    assert.equal(merged, null)
    return conflicts.map(({ line }) => line)
  }
  // Taken out by the editor, and in the corrected source a part of a note or of the text elsewhere.
  assert.deepEqual(lines(gone, inNote), [3])
  assert.deepEqual(lines(gone, before), [1])
  assert.match(merge(base, gone, inNote).conflicts[0]!.fresh, /^ {4}Die Sense/)
  // Put elsewhere by both, or taken out of the source.
  assert.deepEqual(lines(before, inNote), [1])
  assert.deepEqual(lines(before, gone), [1])
  // One side alone may do so.
  assert.equal(merge(base, base, inNote).merged, inNote)
  assert.equal(merge(base, gone, base).merged, gone)
  assert.equal(merge(base, gone, gone).merged, gone)
  assert.equal(
    merge(base, quoted, base.replace('Am Bach', 'Am See')).merged,
    quoted.replace('Am Bach', 'Am See'),
  )
})

test('with --force the source wins, and what the editor wrote is kept beside it', async (t) => {
  const { done, edited, text, files, read } = await importedTwice(t, {
    edit: ['war leer', 'war voll'],
    correct: ['war leer', 'war trocken'],
    force: true,
  })
  assert.ok(done)
  assert.match(text, /war trocken/)
  assert.ok(files.includes('garten.md.bak'))
  assert.equal(read('garten.md.bak'), edited)
})

test('a dry run prints the report and writes nothing', async (t) => {
  const { run, files } = project(t)
  const { done, said } = await run(scan('references'), '--slug', 'hafen', '--dry-run')
  assert.ok(done)
  assert.match(said, /^# Importbericht/)
  assert.deepEqual(files(), [])
})

test('a file in a format that no reader knows is named', async (t) => {
  const { run, files, folder } = project(t)
  for (const [name, bytes, found] of [
    ['alt.doc', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', /old Word file .+ save it as DOCX/],
    ['bild.txt', '\x89PNG\r\n', /a picture.+ocrmypdf/],
    ['packet.docx', 'PK\x03\x04abc', /a ZIP archive .+ cannot be read/],
    ['daten.xml', '<?xml version="1.0"?><records/>', /XML with the root “records”/],
  ] as const) {
    writeFileSync(join(folder, name), Buffer.from(bytes, 'latin1'))
    const { done, said } = await run(name)
    assert.equal(done, false)
    assert.ok(said.startsWith(`${name}:1:1: This is `), said)
    assert.match(said, found)
  }
  assert.deepEqual(files(), [])
})

test('a text that was not imported is never overwritten', async (t) => {
  const { run, read, path } = project(t)
  mkdirSync(path(''), { recursive: true })
  writeFileSync(path('netz.md'), 'my own')
  assert.equal((await run(scan('no-title'), '--slug', 'netz')).done, false)
  assert.equal(read('netz.md'), 'my own')
})

test('bad arguments', async (t) => {
  const { run, files } = project(t)
  const wrong = [
    [],
    ['a.txt', 'b.txt'],
    [scan('no-title'), '--slug', 'Ä'],
    [scan('no-title'), '--rights', 'mine'],
    [scan('no-title'), '--first-page', '0'],
    [scan('no-title'), '--frist-page', '7'],
    [scan('no-title'), '--pages', '7-3'],
    [scan('no-title'), '--columns', '3'],
    [scan('no-title'), '--notes', 'green'],
    [scan('no-title'), '--notes', 'digits', '--no-notes'],
    [scan('no-title'), '--format', 'doc'],
  ]
  for (const args of wrong) {
    const { done, said } = await run(...args)
    assert.equal(done, false, args.join(' '))
    assert.match(said, /^import:1:1: .+ Usage: npm run import -- FILE .+ \[bad-argument\]$/)
  }
  const { done, said } = await run('nowhere.txt')
  assert.equal(done, false)
  assert.match(said, /^nowhere\.txt:1:1: There is no such file.+\[no-such-file\]$/)
  assert.deepEqual(files(), [])
})

test('an invalid bibliography stops the import with the place of the error', async (t) => {
  const { folder, run, files } = project(t)
  mkdirSync(join(folder, 'content'))
  const bibliography = (json: string) =>
    writeFileSync(join(folder, 'content/bibliography.json'), json)
  for (const [json, place] of [
    ['[\n  {"id": "x" "type": "book"}\n]', '2:10'],
    ['{"id": "x"}', '1:1'],
    ['', '1:1'],
  ] as const) {
    bibliography(json)
    const { done, said } = await run(scan('references'), '--slug', 'hafen')
    assert.equal(done, false)
    assert.ok(said.startsWith(`content/bibliography.json:${place}: `), said)
    assert.match(said, /\[bad-bibliography\]$/)
  }
  assert.deepEqual(files(), [])
})

for (const name of ['content/private/hafen.md', 'content/bibliography.json'])
  test(`a folder in the place of ${name} is reported without stack trace`, async (t) => {
    const { folder, run } = project(t)
    mkdirSync(join(folder, name), { recursive: true })
    const { done, said } = await run(scan('references'), '--slug', 'hafen')
    assert.equal(done, false)
    assert.ok(said.startsWith(`${name}:1:1: `), said)
    assert.match(said, /EISDIR.+ \[not-readable\]$/)
  })

test('a folder that cannot be written to is reported without stack trace', async (t) => {
  const { folder, run } = project(t)
  mkdirSync(join(folder, 'content'))
  writeFileSync(join(folder, 'content/private'), '')
  const { done, said } = await run(scan('references'), '--slug', 'hafen')
  assert.equal(done, false)
  assert.match(said, /^content\/private:1:1: .+EEXIST.+ \[not-writable\]$/)
})
