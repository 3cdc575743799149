/** The engine as an installed package, on an edition in the folder where it is installed. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { filesIn } from '../site-files.ts'
import { addressSaidBy } from '../edition-copy.ts'
import { command, pack, startCommand, unpackBelow } from '../packed.ts'

const packages = resolve(import.meta.dirname, '../../node_modules')
let folder: string
let packed: ReturnType<typeof pack>

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'Über Pakete '))
  packed = pack(folder)
  unpackBelow(folder, join(folder, packed.filename))
  for (const name of readdirSync(packages).filter((name) => !name.startsWith('.')))
    symlinkSync(join(packages, name), join(folder, 'node_modules', name), 'junction')
})
after(() => rm(folder, { recursive: true, force: true }))

test('the package is small and holds the engine alone', () => {
  const own = /^(?:src\/.+|astro\.config\.mjs|tsconfig\.json|package\.json|[A-Z-]+(?:\.md)?)$/
  const others = packed.files.map(({ path }) => path).filter((path) => !own.test(path))
  assert.deepEqual(others, [])
  assert.ok(packed.size < 1_300_000, `${packed.size} bytes`)
})

test('it says its commands, and what is none', () => {
  const { code, output } = command(folder, [])
  assert.equal(code, 0)
  const said = output.match(/(?<=^ {2})\S+$/gm)
  for (const name of ['new', 'start', 'dev', 'build', 'check', 'import', 'pdf', 'freeze', 'update'])
    assert.ok(said?.includes(name), `${name} in ${output}`)
  for (const name of ['test', 'fonts', 'bench']) assert.ok(!said?.includes(name), name)
  const wrong = command(folder, ['bild'])
  assert.equal(wrong.code, 1)
  assert.match(wrong.output, /^“bild” is no command/)
})

test('a new edition beside its packages is checked, imported into and built', async () => {
  const address = 'https://uhren.example/lesen/'
  const made = command(folder, ['new', '.', '--yes', '--address', address])
  assert.equal(made.code, 0, made.output)
  assert.match(made.output, /^ {2}npm run dev/m)
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  assert.equal(scripts['build:course'], 'am-harten-kern-edition build:course')

  await writeFile(
    join(folder, 'Zug.md'),
    '---\nauthor: E. Rad\n---\n\n# Der Zug\n\nEin Satz.[^1]\n\n[^1]: Eine Note.\n',
  )
  const imported = command(folder, ['import', 'Zug.md'])
  assert.equal(imported.code, 0, imported.output)
  assert.ok(existsSync(join(folder, 'content/private/zug.md')), imported.output)
  const checked = command(folder, ['check'])
  assert.match(checked.output, /^2 text\(s\), 5 notes/m)

  const built = command(folder, ['build'])
  assert.equal(built.code, 0, built.output)
  assert.doesNotMatch(built.output, /ExperimentalWarning/)
  const files = await filesIn(join(folder, 'dist'))
  for (const file of ['texte/beispiel/index.html', 'texte/beispiel/beispiel.pdf', 'sw.js'])
    assert.ok(files.includes(file), `${file} in ${files.join(' ')}`)
  const page = readFileSync(join(folder, 'dist/texte/beispiel/index.html'), 'utf8')
  assert.ok(page.includes(`<link rel="canonical" href="${address}texte/beispiel/"`))
})

test('dev shows a text, and what is changed in it', { timeout: 60_000 }, async () => {
  const server = startCommand(folder, ['dev', '--port', '0'])
  try {
    const page = `${await addressSaidBy(server)}texte/beispiel/`
    const shows = async (words: string) => (await (await fetch(page)).text()).includes(words)
    assert.ok(!(await shows('Siebenschläfer')))
    const path = join(folder, 'content/texts/beispiel.md')
    await writeFile(path, `${readFileSync(path, 'utf8')}\nHier ruht ein Siebenschläfer.\n`)
    while (!(await shows('Siebenschläfer'))) await setTimeout(200)
  } finally {
    const ended = once(server, 'exit')
    server.kill()
    await ended
  }
})

test('what a command refuses is its exit code too', () => {
  const { code, output } = command(folder, ['publish:files', '--', 'iis'])
  assert.equal(code, 1)
  assert.match(output, /Say for which server/)
})
