import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { build } from '../../../../src/edition/build.ts'
import { compilePdf } from '../../../../src/formats/typst/compile.ts'
import type { Paper } from '../../../../src/formats/typst/index.ts'
import { editions, sourcesIn } from '../../../fixture-edition.ts'

const home = 'https://edition.example/'
/** Stands for every figure; its name may end otherwise. */
const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>')

const address =
  'wasserwerk.example/veroeffentlichungen/beschreibung-der-flussregulierung/a3f9c07be2d1584f6a90'

/** Made-up text of 40 paragraphs, most of which call a note of up to 90 words. */
function longNotes(): string {
  const nouns =
    'Wasser Stein Fluss Brücke Mauer Garten Nebel Straße Holz Feuer Glas Werkzeug'.split(' ')
  let seed = 7
  const next = (most: number) => (seed = (seed * 48271) % 2147483647) % most
  const sentence = (words: number) =>
    `${Array.from({ length: words }, () => nouns[next(nouns.length)]).join(' ')}.`
  const paragraphs = Array.from({ length: 40 }, (_, i) => {
    const called = i % 4 === 3 ? '' : `[^${i}]`
    return `${sentence(30 + next(60))}${called} ${sentence(20 + next(30))}`
  })
  const notes = paragraphs.flatMap((_, i) =>
    i % 4 === 3 ? [] : [`[^${i}]: ${sentence(10 + next(80))} [${address}](https://${address})`],
  )
  const head = '---\ntitle: Lange Anmerkungen\nauthor: Niemand\nrights: { status: open }\n---'
  return [head, ...paragraphs, ...notes].join('\n\n')
}

const path = 'content/texts/lange-anmerkungen.md'
const { edition } = build({ ...sourcesIn(editions.whole), [path]: longNotes() }, 'local')
assert.ok(edition)

async function pagesOf(
  slug: string,
  paper: Paper,
  size: number,
): Promise<{ words: string; small: string; callsBeginningLines: string[] }[]> {
  const text = edition!.texts.find((text) => text.slug === slug)!
  const made = await compilePdf(
    text,
    {
      edition: edition!.meta.title,
      address: `${home}texte/${slug}/`,
      reference: 'So zitieren.',
      terms: edition!.terms,
      works: new Map(edition!.works.map(({ work }) => [work.id, work])),
      bibliography: edition!.bibliography,
      absolute: (url) => new URL(url, home).href,
      figure: (url) => ({ name: `figuren/${url.split('/').at(-1)!}`, bytes: drawing }),
    },
    { paper, size },
  )
  assert.ok('pdf' in made, 'fault' in made ? made.fault : '')
  const loading = getDocument({ data: new Uint8Array(made.pdf), verbosity: 0 })
  const document = await loading.promise
  const { info } = (await document.getMetadata()) as { info: Record<string, string | undefined> }
  assert.ok(info.Title?.startsWith(text.title))
  assert.equal(info.Author, text.author.join(', '))
  assert.equal(info.Subject, text.abstract)
  assert.ok(info.Keywords?.startsWith(text.subjects.join(', ')) ?? text.subjects.length === 0)
  const pages = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const runs = items.flatMap((item) => ('str' in item ? [item] : []))
    const joined = (list: typeof runs) => list.map(({ str }) => str).join(' ')
    pages.push({
      words: joined(runs),
      small: joined(runs.filter(({ height }) => height < size * 0.9)),
      // Numbers in the margin and at the foot are smaller.
      callsBeginningLines: runs.flatMap(({ str, height }, i) => {
        const isCall = /^\d+$/.test(str) && Math.abs(height / size - 1) < 0.03
        return isCall && runs[i - 1]?.hasEOL ? [str] : []
      }),
    })
  }
  await loading.destroy()
  return pages
}

const lettersOf = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')

for (const [slug, paper, size] of [
  ['lange-anmerkungen', 'a5', 10.5],
  ['lange-anmerkungen', 'b5', 9.5],
  ['pruefstein', 'a4', 12],
  // Five notes called on one line need nearly all of a page.
  ['pruefstein', 'a5', 14],
] as const)
  test(`${slug} as PDF, ${paper}, ${size} pt: all words, every note begins on the page of its call`, async () => {
    const pages = await pagesOf(slug, paper, size)
    const text = edition.texts.find((text) => text.slug === slug)!
    const whole = lettersOf(pages.map(({ words }) => words).join(' '))
    for (const { label, wording } of text.notes)
      assert.ok(whole.includes(lettersOf(wording).slice(0, 40)), `note ${label}`)
    for (const { id, wording } of text.paragraphs) {
      // Numbers of notes stand between the words.
      const first = lettersOf(wording).replace(/\p{N}/gu, '').slice(0, 25)
      assert.ok(whole.replace(/\p{N}/gu, '').includes(first), id)
    }
    assert.deepEqual(
      pages.flatMap(({ callsBeginningLines }) => callsBeginningLines),
      [],
    )
    if (slug === 'pruefstein') {
      assert.match(pages.map(({ words }) => words).join(' '), /zweiten Punkt\s+der zwei Absätze/)
      assert.ok(pages.some(({ words }) => /Gedränge[\s\d]+Kurz/.test(words)))
    }
    // In the made-up text each call stands at the end of the first sentence of a paragraph.
    if (slug !== 'lange-anmerkungen') return
    const unspaced = pages.map(({ small }) => small.replace(/\s/g, '')).join('')
    // No hyphen is added where an address is broken.
    assert.ok(unspaced.split(address).length > text.notes.length * 0.8)
    for (const { label, wording, calls } of text.notes) {
      const paragraph = text.paragraphs.find(({ id }) => id === calls[0]?.place)
      if (!paragraph) continue
      const [before] = paragraph.wording.split('.')
      const end = lettersOf(before!).slice(-18) + label
      const start = label + lettersOf(wording).slice(0, 18)
      const callPage = pages.findIndex(({ words }) => lettersOf(words).includes(end))
      const notePage = pages.findIndex(({ small }) => lettersOf(small).includes(start))
      assert.notEqual(callPage, -1, `note ${label}`)
      assert.equal(notePage, callPage, `note ${label}`)
    }
  })
