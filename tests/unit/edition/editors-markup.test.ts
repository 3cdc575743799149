/** What editors write in texts, entries and pages: the right result, or a problem where it stands. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../../src/edition/build.ts'
import { glossToHtml, textToHtml, createUrls } from '../../../src/formats/html/index.ts'
import { smallEdition } from '../../fixture-edition.ts'

const sessionPath = 'content/seminar/erste-sitzung.yaml'
const textPath = 'content/texts/probe.md'
const head =
  '---\ntitle: Probe\nauthor: A. Probe\nrights: {status: open, licence: CC-BY-4.0}\n---\n\n'
const withText = (words: string) => ({ ...smallEdition(), [textPath]: head + words })
const found = (sources: Record<string, string>) =>
  build(sources, 'local')
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ line, column, name }) => `${line}:${column} ${name}`)
const inText = (words: string) => found(withText(words))
const named = (words: string) => [...new Set(inText(words).map((one) => one.split(' ')[1]))]
const htmlOf = (words: string) => {
  const edition = build(withText(words), 'local').edition!
  const text = edition.texts.find(({ slug }) => slug === 'probe')!
  const urls = createUrls('/')
  return textToHtml(text, { ...edition, urls })
}

const gloss = (yaml: string) =>
  found({
    ...smallEdition(),
    'content/glossary/pendel.md': `---\nlemma: Pendel\ngroup: technik\n${yaml}\n---\n\nEin Artikel.\n`,
  })

test('a gloss is checked like a text, where it stands in the YAML', () => {
  const links =
    '[PTX](term:nichts), [R](work:nichts-2020), [da](/nirgends/), [js](javascript:alert), Satz[^1] und [@weber-2001, 7]'
  const names = [
    'misplaced-citation',
    'misplaced-note',
    'unknown-work',
    'unknown-term',
    'dead-link',
  ]
  const kinds = (yaml: string) => [...new Set(gloss(yaml).map((one) => one.split(' ')[1]))].sort()
  assert.deepEqual(kinds(`gloss: "${links}"`), [...names].sort())
  const place = (yaml: string) => gloss(yaml).filter((one) => one.endsWith('unknown-term'))
  assert.deepEqual(place('gloss: Das [P](term:x)'), ['4:12 unknown-term'])
  assert.deepEqual(place('gloss: "Das \\"„\\u00e4\\" [P](term:x)"'), ['4:25 unknown-term'])
  assert.deepEqual(place("gloss: 'Das ''ä'' [P](term:x)'"), ['4:19 unknown-term'])
  assert.deepEqual(place('gloss: >-\n  Das ist\n  ein [P](term:x)\n  Satz.'), ['6:7 unknown-term'])
  assert.deepEqual(place('gloss: |\n  Das ist\n  ein [P](term:x)'), ['6:7 unknown-term'])
  assert.deepEqual(place('gloss: Das ist\n  ein\n  [P](term:x)'), ['6:3 unknown-term'])
})

test('a gloss loses no words in silence', () => {
  assert.deepEqual(gloss('gloss: "1914. Beginn des Krieges."'), [
    '4:9 ordinal-list',
    '4:9 gloss-block',
  ])
  assert.deepEqual(gloss('gloss: "# Titel"'), ['4:9 gloss-block'])
  assert.deepEqual(gloss('gloss: "> Zitat"'), ['4:9 gloss-block'])
  assert.deepEqual(gloss('gloss: "[a]: /b"'), ['4:9 unused-definition', '4:9 gloss-block'])
  assert.deepEqual(gloss('gloss: "---"'), ['4:9 gloss-block'])
  assert.deepEqual(gloss('gloss: "[](term:-)"'), ['4:9 empty-gloss'])
  assert.deepEqual(gloss('gloss: "Ein *Wort"'), ['4:13 stray-emphasis'])
  assert.deepEqual(gloss('gloss: "[](page:4)Ein Wort"'), ['4:9 dead-link'])
  const sources = {
    ...smallEdition(),
    'content/glossary/pendel.md':
      '---\nlemma: Pendel\ngroup: technik\ngloss: "1914\\\\. Beginn, [Weber](work:weber-2001)."\n---\n\nArtikel.\n',
  }
  const edition = build(sources, 'local').edition!
  const term = edition.terms.find(({ slug }) => slug === 'pendel')!
  assert.match(
    glossToHtml(term, { ...edition, urls: createUrls('/') }),
    /^1914\. Beginn, <a class="work"/,
  )
})

test('works and terms that do not exist are reported in articles and pages', () => {
  const links = 'Siehe [Weber](work:nichts-2020) und [PTX](term:nichts).'
  const page = { ...smallEdition(), 'content/pages/ueber.md': `---\ntitle: P\n---\n\n${links}\n` }
  assert.deepEqual(found(page).sort(), ['5:37 unknown-term', '5:7 unknown-work'])
  const path = 'content/glossary/pendel.md'
  const article = { ...smallEdition(), [path]: `${smallEdition()[path]!.trimEnd()}\n\n${links}\n` }
  assert.equal(found(article).length, 2)
})

test('escaped brackets are signs', () => {
  assert.deepEqual(
    inText('Das Muster \\[^a-z\\] und \\[@rella-2024\\] und \\[x\\](y), &#91;^b].'),
    [],
  )
  assert.deepEqual(
    inText('Satz.[^1]\n\n[^1]: Das Muster \\[^a-z\\] und \\[@rella-2024\\], [@weber-2001, 7].'),
    [],
  )
  assert.match(htmlOf('Das Muster \\[^a-z\\] hier.'), /Das Muster \[\^a-z\] hier/)
  assert.deepEqual(named('Ein \\[^a\\] und [^b] dahinter.'), ['call-without-note'])
})

test('a number at the start of a paragraph is no list', () => {
  for (const words of [
    '30. Oktober 2013\n\n3. November 2013',
    '1. Mai\n\n2. Mai',
    'Es war am\n1. Mai so.',
    '1914. Beginn.',
    '19. Jahrhundert\n20. Jahrhundert',
    '3) drei\n\n4) vier',
    '5. eins\n7. zwei',
    '+ 1989 in Wien',
  ])
    assert.deepEqual(named(words), ['ordinal-list'], words)
  for (const words of ['1. eins\n2. zwei', '4. vier\n5. fünf', '1. a\n1. b', '30\\. Oktober'])
    assert.deepEqual(inText(words), [], words)
  assert.match(htmlOf('30\\. Oktober 2013\n\n3\\. November'), /30\. ?.?Oktober/)
})

test('emphasis that would show its marks or take gender stars is reported', () => {
  for (const words of [
    'Das **„Wort“**en',
    '*«Haus»*herr',
    'l’*Être*s',
    '(Nutzer)*innen und Bürger*-innen.',
    'Kund-*innen und Bürger*-innen',
    '*Wort*en',
    '__„Wort“__en',
    '_Wort_en',
    '***Wort**',
    '**Wort*',
    'Wort**',
    'Sie sagt * Wort* und geht',
    'Frauen* und *Männer',
    '*alle Frauen**',
    '„Nutzer“*innen und Freund*',
  ])
    assert.deepEqual(named(words), ['stray-emphasis'], words)
  for (const words of [
    'Akteur*innen und (Nutzer)*innen',
    'Der [](page:4)*alte Garten* und [](page:5)**die** Mauer',
    'Bürger*-innen',
    'Frauen*',
    'Frauen* und Männer*, Mädchen*; (Jungen*), „Frauen*“ und Lehrer*in*.',
    'Frauen*-Netzwerk und Frauen* *betont* neben Frauen*',
    '*Frauen\\** und **alle Frauen\\***',
    '*Spiegel*-Artikel',
    '***Wort***',
    '**Wort**en',
    '„*Wort*“ und »*Wort*«',
    '\\*Wort und \\_Wort und \\`x',
    'siehe <https://example.org/_a> und `a*b`',
    '5 * 3 = 15',
    'Name: ______',
  ])
    assert.deepEqual(inText(words), [], words)
  assert.match(
    htmlOf('Für Bürger*-innen und (Nutzer)*innen.'),
    /Bürger\*-innen und \(Nutzer\)\*innen/,
  )
  assert.match(htmlOf('Frauen* und *Männer* und Lehrer*in*.'), /Frauen\* und .*Lehrer\*in\*\./)
})

test('a problem has its place beside addresses that become links by themselves', () => {
  const words = 'Er\nzählt [@b me[x]: https://a.example und www.b.example, *auch [@weber-2001] hier'
  assert.deepEqual(inText(words).sort(), [
    '8:55 stray-emphasis',
    '8:61 misplaced-citation',
    '8:7 misplaced-citation',
  ])
})

test('lines end with every sign that ends them', () => {
  const lines = 'Eins\rzwei\r\ndrei\nvier [@weber-2001] hier'
  assert.deepEqual(inText(lines), ['10:6 misplaced-citation'])
  assert.deepEqual(inText('Eins\r\rzwei \u202e hier'), ['9:6 hidden-sign'])
  const yaml = smallEdition()[sessionPath]!.replace('order: 1', 'order: 1\r\nquestion: []')
  assert.deepEqual(found({ ...smallEdition(), [sessionPath]: yaml }), ['3:1 invalid-data'])
})

test('a star behind an escaped backslash is named as it stands', () => {
  assert.deepEqual(named(`${'\\*'.repeat(30)}\\\\**x`), ['stray-emphasis'])
})

test('no two places have one id, whatever terms are called', () => {
  const entry = (lemma: string) =>
    `---\nlemma: ${lemma}\ngroup: technik\ngloss: Ein Wort.\n---\n\nEin Artikel.\n`
  const section = (i: number) => `## Teil ${i}\n\nDer Takt, das Quarzrad und die Unruh.`
  const sources = {
    ...withText([1, 2, 3, 4].map(section).join('\n\n')),
    'content/glossary/takt-2.md': entry('Quarzrad'),
    'content/glossary/takt-2-2.md': entry('Unruh'),
  }
  const edition = build(sources, 'local').edition!
  const text = edition.texts.find(({ slug }) => slug === 'probe')!
  const html = textToHtml(text, { ...edition, urls: createUrls('/') })
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)
  assert.deepEqual(
    ids.filter((id, i) => ids.indexOf(id) !== i),
    [],
  )
  const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id!)
  assert.deepEqual(
    links.filter((id) => !ids.includes(id)),
    [],
  )
  assert.equal(ids.filter((id) => /^term-/.test(id)).length, 12)
  const own = ids.filter((id) => /^term-takt(-[1345])?$/.test(id))
  assert.deepEqual(own, ['term-takt', 'term-takt-3', 'term-takt-4', 'term-takt-5'])
})

test('other markup that would be shown as typed is reported', () => {
  assert.deepEqual(named('Siehe [Wort][gibtsnicht].'), ['malformed-link'])
  assert.deepEqual(named('Siehe ![Bild] hier.'), ['malformed-link'])
})

test('what the parser cannot bear is a problem within two seconds', () => {
  const table = (rows: number, cells: number) =>
    `|${'a|'.repeat(cells)}\n|${'-|'.repeat(cells)}\n${`|${'a|'.repeat(cells)}\n`.repeat(rows)}`
  for (const words of [
    '>'.repeat(3000),
    '- '.repeat(3000) + 'a',
    `${'*a '.repeat(40_000)}${'b*'.repeat(40_000)}`,
    '['.repeat(100_000),
    ']'.repeat(100_000),
    '[a] '.repeat(50_000),
    'a* '.repeat(40_000),
    `${'<sub>'.repeat(3000)}a${'</sub>'.repeat(3000)}`,
    '` '.repeat(20_000),
    table(5000, 10),
    table(3, 3000),
  ]) {
    const started = process.cpuUsage()
    assert.deepEqual(named(words), ['too-intricate'], words.slice(0, 20))
    const { user, system } = process.cpuUsage(started)
    assert.ok(user + system < 2e6, `${words.slice(0, 20)}: ${user + system} µs`)
  }
})

test('the label of a note may hold any sign', () => {
  for (const label of ['%', '100%', '%zz', '%E4', 'ä', '__proto__', 'constructor', 'a&b'])
    assert.match(
      htmlOf(`Satz.[^${label}]\n\n[^${label}]: Eine Anmerkung.`),
      /Eine Anmerkung\./,
      label,
    )
})

test('signs that nobody sees are reported in escapes too', () => {
  const author = (words: string) =>
    found({ ...smallEdition(), [textPath]: head.replace('A. Probe', words) + 'Satz.' })
  for (const escape of ['\\0', '\\e', '\\a', '\\L'])
    assert.deepEqual(author(`"A${escape}B"`), ['3:11 invalid-frontmatter'], escape)
  for (const escape of ['\\x07', '\\u0000', '\\u202e', '\\ufffd'])
    assert.deepEqual(author(`"A${escape}B"`), ['3:9 hidden-sign'], escape)
  assert.deepEqual(author('"A \\u00e4 \\\\0"'), [])
  for (const reference of ['&#0;', '&#xfffd;', '&#7;', '&#8238;'])
    assert.deepEqual(inText(`Wo${reference}rt`), ['7:3 hidden-sign'], reference)
  const bibliography = 'content/bibliography.json'
  const works = JSON.parse(smallEdition()[bibliography]!) as object[]
  for (const sign of ['\0', '\u001b', '\u202e']) {
    const night = { id: 'nacht-1900', type: 'book', title: `Na${sign}cht` }
    const sources = { ...smallEdition(), [bibliography]: JSON.stringify([...works, night]) }
    assert.deepEqual(
      found(sources).map((one) => one.split(' ')[1]),
      ['hidden-sign'],
    )
  }
})

test('titles and names that are written on several lines are set on one', () => {
  const block = head
    .replace('title: Probe', 'title: |\n  Ein\n  Titel')
    .replace('A. Probe', '|\n  A.\n  Probe')
  const { edition } = build({ ...smallEdition(), [textPath]: `${block}Satz.` }, 'local')
  const text = edition!.texts.find(({ slug }) => slug === 'probe')!
  assert.deepEqual([text.title, text.author], ['Ein Titel', ['A. Probe']])
})

test('no headings have one id, nor that of a place or of the interface', () => {
  const titles = [
    ...[
      'Suche',
      'ui_suche',
      'Abs. 1',
      'abs-1',
      'Anm. 1',
      'anm-1-ruf',
      'S. 104',
      's-104',
      'term-takt',
    ],
    ...['glosse-takt', 'lit-weber-2001', 'Inhalt', 'Teil', 'Teil 2', 'Teil', 'Teil', 'teil-2', '…'],
    ...[
      'Abschnitt',
      'abschnitt-abs-1',
      '日本語',
      'Ärger',
      'Aerger',
      'constructor',
      'texte-x--abs-1',
    ],
    ...['[](page:4)Seite', 'Takt[^1]', '[Pendel](term:pendel)', 'x" onload="alert(1)'],
  ]
  const words = titles.map((title, i) => `## ${title}\n\nSatz ${i} vom Takt.`).join('\n\n')
  const html = htmlOf(`${words}\n\n[^1]: Note.`)
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)
  assert.deepEqual(
    ids.filter((id, i) => ids.indexOf(id) !== i),
    [],
  )
  const headings = [...html.matchAll(/<h2[^>]* id="([^"]*)"/g)].map(([, id]) => id!)
  assert.equal(headings.length, titles.length)
  assert.deepEqual(
    headings.filter((id) => /_|^(abs|anm|s|term|glosse|lit)-/.test(id) || id === 'inhalt'),
    [],
  )
})
