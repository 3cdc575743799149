/** The comparison of forms can fail: whatever a form lacks or has in another place is named. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Nodes, Parents } from 'mdast'
import { visit } from 'unist-util-visit'
import { build } from '../../../src/edition/build.ts'
import type { Edition, Text } from '../../../src/edition/model/model.ts'
import { editionToEpub } from '../../../src/formats/epub/index.ts'
import { createUrls, entryToHtml, textToHtml } from '../../../src/formats/html/index.ts'
import { formInputs } from '../../../src/publish/forms/form-inputs.ts'
import { makeForm } from '../../../src/publish/forms/make-form.ts'
import { editions, smallEdition, sourcesIn, texts } from '../../fixture-edition.ts'
import { compare } from '../../parity/compare.ts'
import { expectedOf } from '../../parity/expected.ts'
import { forms, marginForm } from '../../parity/forms.ts'
import { readEpub } from '../../parity/read-epub.ts'
import { readHtml } from '../../parity/read-html.ts'
import { readPdf } from '../../parity/read-pdf.ts'
import { readTei } from '../../parity/read-tei.ts'
import type { Reading } from '../../parity/reading.ts'

const source = `---
title: Probe
author: Niemand
rights: { status: open }
---

[](page:7)Am Tor hängt ein schweres Pendel aus Messing.[^1] Man sagt [time is money](lang:en-GB) und meint es nicht.[^2]

Der zweite Absatz nennt nichts als Zahnräder, [](page:8)Federn und Schrauben.[^3]

## Vom Messen

- Die Liste hat zwei Punkte,
- und der zweite ruft.[^4]

> Ein Zitat steht für sich, und H<sub>2</sub>O kommt vor.

[^1]: Eine erste Anmerkung, ganz ohne Werk.

[^2]: Vgl. [@weber-2001, 12].

[^3]: Eine dritte Anmerkung über *kursive* Wörter.

[^4]: Ebenso [@weber-2001, 14].
`

const { edition, problems } = build(
  { ...smallEdition(), 'content/texts/probe.md': source },
  'local',
)
assert.ok(edition, problems.map(({ message }) => message).join('\n'))

const home = 'https://edition.example/'
const probe = (from: Edition): Text => from.texts.find(({ slug }) => slug === 'probe')!
const expected = expectedOf(probe(edition), edition)

const written: Record<keyof typeof forms, (from: Edition) => Promise<Reading>> = {
  html: async (from) => {
    const { terms, works, bibliography } = from
    const article = textToHtml(probe(from), { urls: createUrls('/'), terms, works })
    const items = bibliography.map(
      (entry) => `<li id="lit-${entry.key}"><p>${entryToHtml(entry)}</p>`,
    )
    return readHtml(
      `<!doctype html><html><body><article lang="de">${article}</article></body></html>`,
      `<!doctype html><html><body><ul>${items.join('')}</ul></body></html>`,
    )
  },
  pdf: async (from) => readPdf(await bytesOf('pdf', from)),
  epub: async (from) => readEpub(await bytesOf('epub', from)),
  book: async (from) => {
    const urls = createUrls(home)
    const around = { address: home, urls, reference: () => 'So zitieren.' }
    return readEpub(
      editionToEpub(from, around, { fonts: {}, face: () => new Uint8Array(), figure: () => null }),
      'probe',
    )
  },
  tei: async (from) => readTei(Buffer.from(await bytesOf('xml', from)).toString()),
}

/** A text of an edition as PDF on A4 with its glosses in the margin, read and compared with the edition. */
async function comparedInMargin(slug: string, from: Edition) {
  const text = from.texts.find((text) => text.slug === slug)!
  const inputs = formInputs(text, from, home, () => null)
  const layout = { paper: 'a4', size: 10.5, glosses: 'margin' } as const
  const made = await makeForm({ form: 'pdf', inputs, layout })
  assert.ok('bytes' in made, 'fault' in made ? made.fault : '')
  const [expected, read] = [expectedOf(text, from), await readPdf(made.bytes)]
  return { read, expected, ...compare(marginForm, expected, read) }
}

async function bytesOf(form: 'pdf' | 'epub' | 'xml', from: Edition): Promise<Uint8Array> {
  const inputs = formInputs(probe(from), from, home, () => null)
  const made = await makeForm({ form, inputs, layout: { paper: 'b5', size: 10.5 } })
  assert.ok('bytes' in made, 'fault' in made ? made.fault : '')
  return made.bytes
}

const names = Object.keys(forms) as (keyof typeof forms)[]

for (const name of names)
  test(`${forms[name].name}: a form that is whole has no difference`, async () => {
    const { rows, differences } = compare(forms[name], expected, await written[name](edition))
    assert.deepEqual(differences, [])
    for (const { what, expected, found } of rows) assert.equal(found, expected, what)
    const found = Object.fromEntries(rows.map(({ what, found }) => [what, found]))
    assert.equal(found['paragraph numbers'], 3)
    assert.equal(found['notes'], 4)
    assert.equal(found['calls of notes at their words'], 4)
    assert.equal(found['page breaks at their words'], 2)
    assert.equal(found['words in other languages'], 1)
    assert.equal(found['words with a gloss'], 1)
    assert.equal(found['works'], 1)
  })

test('A4 with glosses in the margin: whole, and a gloss in other words is named', async () => {
  const { edition: whole } = build(sourcesIn(editions.whole), 'local')
  const { read, expected, rows, differences } = await comparedInMargin(texts.small, whole!)
  assert.deepEqual(differences, [])
  assert.ok(rows.find(({ what }) => what === 'glosses')!.found > 5)
  const [first] = read.glosses
  const glosses = [{ ...first!, words: `Anders ${first!.words}` }, ...read.glosses.slice(1)]
  assert.match(
    compare(marginForm, expected, { ...read, glosses }).differences.join('\n'),
    /^gloss .*“Anders/,
  )
  const fewer = { ...read, glosses: read.glosses.slice(1) }
  assert.match(compare(marginForm, expected, fewer).differences.join('\n'), /missing/)
})

test('a gloss in the margin has its own language, also beside foreign words whose paragraph ends elsewhere', async () => {
  const long = 'Rad für Rad greift in das nächste. '.repeat(400)
  const source = `---\ntitle: Lang\nauthor: Niemand\nrights: { status: open }\n---\n\n[some **Pendel** swings](lang:en-GB) und steht. ${long}\n`
  const { edition } = build({ ...smallEdition(), 'content/texts/lang.md': source }, 'local')
  const { rows, differences } = await comparedInMargin('lang', edition!)
  assert.deepEqual(differences, [])
  assert.equal(rows.find(({ what }) => what === 'glosses')!.found, 1)
})

type Change = (from: Edition) => void

const each = (from: Edition, look: (node: Nodes, index: number, parent: Parents) => void) =>
  visit(probe(from).tree as Nodes, (node, index, parent) => {
    if (parent && index !== undefined) look(node, index, parent as Parents)
  })
const removed = (type: string, nth = 1): Change => {
  return (from) => {
    let seen = 0
    each(from, (node, index, parent) => {
      if (node.type === type && ++seen === nth) parent.children.splice(index, 1)
    })
  }
}
const unwrapped = (type: string): Change => {
  return (from) =>
    each(from, (node, index, parent) => {
      if (node.type === type && 'children' in node)
        parent.children.splice(index, 1, ...(node.children as never[]))
    })
}
const reworded = (pattern: RegExp, words: string): Change => {
  return (from) =>
    each(from, (node) => {
      if (node.type === 'text') node.value = node.value.replace(pattern, words)
    })
}
const callsOf = (from: Edition) => {
  const calls: { identifier: string }[] = []
  each(from, (node) => {
    if (node.type === 'footnoteReference') calls.push(node)
  })
  return calls
}

/** What is changed before a form is written, and what the comparison says of it. */
const changes: Record<string, [Change, RegExp, (keyof typeof forms)[]?]> = {
  'a note without its call': [
    removed('footnoteReference', 3),
    /^paragraph 2, word \d+ “Schrauben.”: the call of note 3 is missing$/,
  ],
  'a note that is nowhere': [
    (from) => {
      removed('footnoteReference', 3)(from)
      probe(from).notes.splice(2, 1)
    },
    /^note 3: is missing$/,
  ],
  'two notes exchanged': [
    (from) => {
      const [first, second] = callsOf(from)
      ;[first!.identifier, second!.identifier] = [second!.identifier, first!.identifier]
    },
    /^paragraph 1: the call of note 2 stands before the call of note 1$/,
  ],
  'the words of a note in another': [
    (from) => {
      const [first, , third] = probe(from).notes
      ;[first!.node.children, third!.node.children] = [third!.node.children, first!.node.children]
    },
    /^note 1, word 2: “dritte” instead of “erste”$/,
  ],
  'a call at another word': [
    (from) =>
      each(from, (node, index, parent) => {
        if (node.type !== 'footnoteReference' || node.identifier !== '3') return
        const before = parent.children[index - 1]
        if (before?.type !== 'text' || !before.value.endsWith(' und Schrauben.')) return
        before.value = before.value.slice(0, -' und Schrauben.'.length)
        parent.children.push({ type: 'text', value: ' und Schrauben.' } as never)
      }),
    /^paragraph 2, word 10 “Schrauben.”: the call of note 3 stands at word 8 “Federn”$/,
  ],
  'a word less': [reworded(/ schweres/, ''), /^paragraph 1, word 5: “schweres” is missing$/],
  'a word more': [reworded(/Zitat/, 'Zitat hier'), /^paragraph 3, word 3: “hier” is additional$/],
  'two words exchanged': [
    reworded(/zweite Absatz/, 'Absatz zweite'),
    /^paragraph 2, word 2: “zweite” has changed places with “Absatz”$/,
  ],
  'a word of a list less': [
    reworded(/zwei Punkte/, 'Punkte'),
    /^(?:what stands behind )?heading “Vom Messen”, word \d+: “zwei” is missing$/,
  ],
  'a space less': [
    reworded(/ nichts als/, ' nichtsals'),
    /^paragraph 2, word 5: “nichtsals” instead of “nichts”$/,
  ],
  'a heading in other words': [reworded(/Messen/, 'Wägen'), /^heading “Vom Messen”: is missing$/],
  'a paragraph less': [
    (from) =>
      each(from, (node, index, parent) => {
        if (node.type === 'paragraph' && node.data?.number === '2') parent.children.splice(index, 1)
      }),
    /^paragraph 2: is missing$/,
  ],
  'a paragraph twice': [
    (from) => {
      for (const node of probe(from).tree.children)
        if (node.type === 'section')
          node.children.push(
            ...structuredClone(node.children.filter(({ type }) => type === 'blockquote')),
          )
    },
    /^paragraph 3: stands 2 times$/,
  ],
  'a page break less': [
    removed('pageBreak', 2),
    /^paragraph 2, word 7 “Zahnräder,”: the page break 8 is missing$/,
  ],
  'a page break at another word': [
    (from) => {
      removed('pageBreak', 2)(from)
      each(from, (node, _, parent) => {
        if (node.type !== 'footnoteReference' || node.identifier !== '3') return
        if (!parent.children.some(({ type }) => type === 'pageBreak'))
          parent.children.push({ type: 'pageBreak', value: '8' } as never)
      })
    },
    /^paragraph 2, word 7 “Zahnräder,”: the page break 8 stands at word 10 “Schrauben.”$/,
  ],
  'a language less': [
    unwrapped('foreign'),
    /^paragraph 1, word 11 “time” \(11 letters\): the language en-GB is missing$/,
  ],
  'a gloss less at its word': [
    unwrapped('glossRef'),
    /^paragraph 1, word 6 “Pendel” \(6 letters\): the gloss of pendel is missing$/,
    // Typst refuses a list of glosses with the page of a word that is nowhere.
    ['html', 'epub', 'tei'],
  ],
  'a gloss that is nowhere': [
    (from) => {
      unwrapped('glossRef')(from)
      probe(from).occurrences = []
    },
    /^gloss pendel: is missing$/,
  ],
  'a gloss in other words': [
    (from) => {
      const { glossContent } = from.terms.find(({ slug }) => slug === 'pendel')!
      const [first] = glossContent
      if (first?.type === 'text') first.value = first.value.replace('Punkt', 'Haken')
    },
    /^gloss pendel, word 6: “Haken” instead of “Punkt”$/,
  ],
  'the language of a term': [
    (from) => {
      from.terms.find(({ slug }) => slug === 'pendel')!.language = 'la'
    },
    /^gloss pendel: its term is in “la” instead of “null”$/,
  ],
  'a work less': [
    (from) => {
      from.bibliography = []
      from.works = from.works.filter(() => false)
      for (const note of probe(from).notes) note.mentions = []
      for (const note of probe(from).notes) note.repeatedWorks = []
    },
    /^work weber-2001: is missing$/,
  ],
  'a reference to no work': [
    (from) => {
      for (const { node } of probe(from).notes)
        visit(node as Nodes, 'citation', (citation, index, parent) => {
          const value = (citation.reference?.pieces ?? []).map(({ text }) => text).join('')
          parent!.children.splice(index!, 1, { type: 'text', value })
        })
    },
    /^note 2, word 2 “[^”]+” \(\d+ letters\): the reference to weber-2001 is missing$/,
    ['html', 'epub', 'tei'],
  ],
  'a note that does not say its work': [
    (from) => {
      for (const note of probe(from).notes) note.repeatedWorks = []
    },
    /^note 4: its work by Weber is not named$/,
    ['html', 'pdf', 'epub'],
  ],
}

for (const [what, [change, says, where = names]] of Object.entries(changes))
  test(`named in ${where.map((name) => forms[name].name).join(', ')}: ${what}`, async () => {
    for (const name of where) {
      const changed = structuredClone(edition)
      change(changed)
      const { differences } = compare(forms[name], expected, await written[name](changed))
      assert.ok(
        differences.some((difference) => says.test(difference)),
        `${name}: ${differences.join('\n') || 'no difference'}`,
      )
    }
  })

test('a note that begins on another page than its call is named', async () => {
  const found = await written.pdf(edition)
  const notes = found.notes.map((note) => (note.label === '2' ? { ...note, page: 9 } : note))
  const { differences } = compare(forms.pdf, expected, { ...found, notes })
  assert.deepEqual(differences, ['note 2: begins on page 9, its call stands on page 2'])
})

test('a gloss that a PDF does not mark at its word is named', async () => {
  const found = await written.pdf(edition)
  const blocks = found.blocks.map((block) => ({
    ...block,
    marks: block.marks.filter(({ kind }) => kind !== 'gloss'),
  }))
  assert.deepEqual(compare(forms.pdf, expected, { ...found, blocks }).differences, [
    'paragraph 1, word 6 “Pendel” (6 letters): the gloss of pendel is missing',
  ])
})

test('a gloss beside a term in italics and bold, whose paragraph ends on the next page, is a gloss', async () => {
  const rest = 'Wasser fließt über Steine. '.repeat(300)
  const written = `---\ntitle: Lang\nauthor: Niemand\nrights: { status: open }\n---\n\nEin *[Wort](term:gpu)*, **[eines](term:cuda)** und [noch eines](term:ptx). ${rest}\n`
  const sources = { ...sourcesIn(editions.whole), 'content/texts/lang.md': written }
  const { edition: whole } = build(sources, 'local')
  const { rows, differences } = await comparedInMargin('lang', whole!)
  assert.deepEqual(differences, [])
  assert.equal(rows.find(({ what }) => what === 'glosses')!.found, 3)
})
