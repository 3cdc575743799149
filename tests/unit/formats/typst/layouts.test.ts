import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { build } from '../../../../src/edition/build.ts'
import type { Layout } from '../../../../src/formats/typst/index.ts'
import { formInputs } from '../../../../src/publish/forms/form-inputs.ts'
import { makeForm, type FormOrder } from '../../../../src/publish/forms/make-form.ts'
import { sessionInputs } from '../../../../src/publish/forms/session-inputs.ts'
import { editions, smallEdition, sourcesIn, texts } from '../../../fixture-edition.ts'

const { edition } = build(sourcesIn(editions.whole), 'local')
assert.ok(edition)
const home = 'https://edition.example/'
const none = () => null

async function pagesOf(order: FormOrder) {
  const made = await makeForm(order)
  assert.ok('bytes' in made, 'fault' in made ? made.fault : '')
  const loading = getDocument({ data: new Uint8Array(made.bytes), verbosity: 0 })
  const document = await loading.promise
  const { info, metadata } = await document.getMetadata()
  const pages = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const runs = items.flatMap((item) =>
      'str' in item && item.str.trim() ? [{ words: item.str, x: item.transform[4] as number }] : [],
    )
    pages.push({ runs, words: runs.map(({ words }) => words).join(' '), width: page.view[2]! })
  }
  await loading.destroy()
  return { pages, info: info as { Title?: string }, xmp: metadata?.getRaw() ?? '' }
}

const ofText = (slug: string, layout: Layout) => {
  const text = edition.texts.find((text) => text.slug === slug)!
  return pagesOf({ form: 'pdf', inputs: formInputs(text, edition, home, none), layout })
}
const squeezed = (words: string) => words.replace(/[\s\u00ad\u2010-]+/g, '')

test('glosses stand in the margin of A4, each once and on the page of its term', async () => {
  const { pages } = await ofText(texts.small, { paper: 'a4', size: 10.5, glosses: 'margin' })
  const text = edition.texts.find(({ slug }) => slug === texts.small)!
  const glossed = text.occurrences.filter(({ gloss }) => gloss === 1)
  assert.ok(glossed.length > 5)
  const whole = squeezed(pages.map(({ words }) => words).join(' '))
  for (const { term, context } of glossed) {
    const start = squeezed(edition.terms.find(({ slug }) => slug === term)!.glossWording).slice(
      0,
      20,
    )
    assert.equal(whole.split(start).length, 2, term)
    const page = pages.findIndex(({ words }) => squeezed(words).includes(start))
    assert.ok(squeezed(pages[page]!.words).includes(squeezed(context[1])), term)
    // A single letter begins many words.
    const at = pages[page]!.runs.find(
      ({ words }) => squeezed(words).length >= 8 && start.startsWith(squeezed(words).slice(0, 8)),
    )
    // Odd pages have the outer margin on the right.
    if (at) assert.equal(at.x > pages[page]!.width / 2, page % 2 === 0, term)
  }
  assert.ok(!pages.some(({ runs }) => runs[1]?.words === 'Glossen'))
})

test('what has no room in the margin stands in the list, and nothing is lost', async () => {
  const terms = edition.terms.slice(0, 20)
  const words = terms.map(({ slug }) => `[Wort](term:${slug})`).join(' ')
  const path = 'content/texts/gedraenge.md'
  const source = `---\ntitle: Gedränge\nauthor: Niemand\nrights: { status: open }\n---\n\n${words}\n`
  const { edition: crowded } = build({ ...sourcesIn(editions.whole), [path]: source }, 'local')
  const text = crowded!.texts.find(({ slug }) => slug === 'gedraenge')!
  const inputs = formInputs(text, crowded!, home, none)
  const layout = { paper: 'a4', size: 10.5, glosses: 'margin' } as const
  const { pages } = await pagesOf({ form: 'pdf', inputs, layout })
  const whole = squeezed(pages.map(({ words }) => words).join(' '))
  for (const { slug, glossWording } of terms)
    assert.equal(whole.split(squeezed(glossWording).slice(0, 25)).length, 2, slug)
  assert.ok(pages.length > 2)
})

const small = build(smallEdition(), 'local').edition!
const ofSmall = (layout: Layout) => {
  const inputs = formInputs(small.texts[0]!, small, home, none)
  return pagesOf({ form: 'pdf', inputs, layout })
}

test('a reference to an earlier note has its work behind it, or the printed words alone', async () => {
  const resolved = await ofSmall({ paper: 'b5', size: 10.5 })
  const printed = await ofSmall({ paper: 'b5', size: 10.5, ebd: 'printed' })
  assert.match(resolved.pages.map(({ words }) => words).join(' '), /\[Weber: [^\]]+\]/)
  assert.doesNotMatch(printed.pages.map(({ words }) => words).join(' '), /\[Weber/)
})

test('PDF/A-2a for archives, PDF/UA-1 otherwise', async () => {
  const archived = await ofSmall({ paper: 'a5', size: 9.5, archive: true })
  assert.match(archived.xmp, /<pdfaid:part>2<.*<pdfaid:conformance>A</)
  assert.match((await ofSmall({ paper: 'a5', size: 9.5 })).xmp, /<pdfuaid:part>1</)
})

test('the first page says what the text may be used for; a title page has no number', async () => {
  const { pages } = await ofText(texts.forTeaching, { paper: 'b5', size: 10.5 })
  const [title, next] = pages
  assert.match(title!.words, /Nur für den Unterricht/)
  assert.match(title!.words, /So zitieren: .*Girlitzmappe/)
  assert.ok(squeezed(title!.words).includes(squeezed(`${home}texte/${texts.forTeaching}/`)))
  assert.doesNotMatch(title!.words, /(?:^| )1$/)
  assert.match(next!.words, /(?:^| )2(?: |$)/)
})

test('a worksheet has its questions at their paragraphs, each passage with its rights', async () => {
  const session = edition.sessions[0]!
  const also = { text: texts.forTeaching, from: 'abs-1', to: 'abs-1', optional: false }
  const passages = [session.passages[0]!, also]
  const inputs = sessionInputs({ ...session, passages }, edition, home, none)
  const layout = { paper: 'a4', size: 10.5 } as const
  const { pages, info } = await pagesOf({ form: 'session', inputs, layout })
  assert.equal(info.Title, session.title)
  assert.match(pages[0]!.words, /^Name: Datum: /)
  const whole = squeezed(pages.map(({ words }) => words).join(' '))
  const place = (words: string) => whole.indexOf(squeezed(words).slice(0, 30))
  const text = edition.texts.find(({ slug }) => slug === texts.long)!
  for (const { at, text: question } of inputs.questions) {
    const asked = text.paragraphs.find(({ number }) => number === at[0])!
    assert.ok(place(question) > 0, question)
    assert.ok(place(question) < place(asked.wording), question)
  }
  assert.ok(whole.includes(squeezed('Nur für den Unterricht')))
  assert.ok(place(session.task) > 0)
  const asked = [...whole.matchAll(/Frage(\d+)/g)].map(([, nth]) => Number(nth))
  assert.deepEqual(
    asked,
    [...asked].sort((a, b) => a - b),
  )
})

test('notes that no page can hold with their calls stop the PDF with a sentence that names one of them', async () => {
  const words = 'Wasser Stein Holz Glas Nebel Garten Mauer Brücke '.repeat(20)
  const labels = Array.from({ length: 24 }, (_, i) => i + 1)
  const source = [
    '---\ntitle: Gedrängt\nauthor: Niemand\nrights: { status: open }\n---',
    `Ein Satz mit allen Anmerkungen.${labels.map((label) => `[^${label}]`).join(' ')}`,
    ...labels.map((label) => `[^${label}]: ${words}`),
  ].join('\n\n')
  const path = 'content/texts/gedraengt.md'
  const { edition: crowded } = build({ ...smallEdition(), [path]: source }, 'local')
  const text = crowded!.texts.find(({ slug }) => slug === 'gedraengt')!
  const inputs = formInputs(text, crowded!, home, none)
  const made = await makeForm({ form: 'pdf', inputs, layout: { paper: 'a5', size: 12 } })
  assert.ok('fault' in made)
  assert.match(
    made.fault,
    /^Note \d+ cannot be set on the page of its call\. Shorten it, or choose another format\.$/,
  )
})

test('a DOI stands on the first page and in the metadata, also of a PDF for archives', async () => {
  for (const archive of [false, true]) {
    const layout = { paper: 'b5', size: 10.5, archive } as const
    const { pages, xmp } = await ofText(texts.small, layout)
    assert.ok(squeezed(pages[0]!.words).includes('DOI:https://doi.org/10.5072/pruefstein.1'))
    assert.match(xmp, /<dc:identifier>doi:10\.5072\/pruefstein\.1<\/dc:identifier>/)
    // No schema of PDF/A has it.
    assert.equal(xmp.includes('<prism:doi'), !archive)
  }
  assert.ok(!(await ofSmall({ paper: 'b5', size: 10.5 })).xmp.includes('dc:identifier'))
})

test('no line of the first page ends behind https://', async () => {
  for (const paper of ['a5', 'b5', 'a4'] as const)
    for (const size of [8, 9.3, 10.5, 12]) {
      const { pages } = await ofText(texts.small, { paper, size })
      const cut = pages[0]!.runs.filter(({ words }) => /:\/\/$/.test(words))
      assert.deepEqual(cut, [], `${paper} ${size}`)
    }
})
