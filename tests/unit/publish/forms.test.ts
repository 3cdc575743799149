import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { forms } from '../../../src/contract/addresses.ts'
import { build } from '../../../src/edition/build.ts'
import { openStore, type Store } from '../../../src/kept/store.ts'
import type { Edition, Sources } from '../../../src/edition/model/model.ts'
import { formInputs } from '../../../src/publish/forms/form-inputs.ts'
import { makeForm, type FormOrder, type MadeForm } from '../../../src/publish/forms/make-form.ts'
import { makeForms } from '../../../src/publish/forms/make-forms.ts'
import { editions, smallEdition, sourcesIn, texts } from '../../fixture-edition.ts'

let folder: string
before(async () => (folder = await mkdtemp(join(tmpdir(), 'forms-'))))
after(() => rm(folder, { recursive: true }))

function editionOf(sources: Sources): Edition {
  const { edition, problems } = build(sources, 'local')
  assert.ok(edition, problems.map(({ message }) => message).join('\n'))
  return edition
}

const drawing = (width: number) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"/>`)

interface Circumstances {
  home?: string
  size?: number
  figure?: Buffer
}

/** What is handed over, in the order of the orders. */
async function makeAll(orders: FormOrder[], store: Store) {
  const results: MadeForm[] = []
  const made = await makeForms(
    orders,
    async (result, index) => void (results[index] = result),
    store,
  )
  return { results, made }
}

const ordersOf = (
  edition: Edition,
  { home = 'https://edition.example/', size = 10.5, figure = drawing(20) }: Circumstances = {},
): FormOrder[] =>
  edition.texts.flatMap((text) => {
    const inputs = formInputs(text, edition, home, () => new Uint8Array(figure))
    // One PDF, for it takes longest.
    const own = forms.filter((form) => form !== 'pdf' || text.slug !== 'glocken')
    return own.map((form) => ({ form, inputs, layout: { paper: 'b5', size } as const }))
  })

function bytesOf(made: MadeForm): Buffer {
  assert.ok('bytes' in made, 'fault' in made ? made.fault : '')
  return Buffer.from(made.bytes)
}

/** The small edition with a second text and a figure. */
const twoTexts = (): Record<string, string> => ({
  ...smallEdition(),
  'content/texts/glocken.md':
    '---\ntitle: Von Glocken\nauthor: Redaktion\nrights: { status: open }\n---\n\nEine Glocke zählt auch.[^1]\n\n![Eine Glocke](/bilder/glocke.svg)\n\n[^1]: Vgl. [@weber-2001, 3].\n',
})

/** What is edited → how many of the five files are made anew. */
const edits: [
  what: string,
  edit: (sources: Record<string, string>) => Circumstances,
  anew: number,
][] = [
  ['nothing', () => ({}), 0],
  [
    'words of one text',
    (sources) => {
      sources['content/texts/uhren.md'] += '\nNoch ein Absatz.\n'
      return {}
    },
    3,
  ],
  [
    'a gloss that one text uses',
    (sources) => {
      const path = 'content/glossary/pendel.md'
      sources[path] = sources[path]!.replace(/^gloss: .*/m, 'gloss: Ein Gewicht, das schwingt.')
      return {}
    },
    3,
  ],
  [
    'a work that both texts cite',
    (sources) => {
      const path = 'content/bibliography.json'
      sources[path] = sources[path]!.replace('Weber', 'Webermann')
      return {}
    },
    5,
  ],
  [
    'title of the edition',
    (sources) => {
      const path = 'content/edition.yaml'
      sources[path] = sources[path]!.replace(/^title: .*/m, 'title: Anders genannt')
      return {}
    },
    5,
  ],
  ['address of the site', () => ({ home: 'https://andere.example/unter/' }), 5],
  ['size of the type', () => ({ size: 12 }), 1],
  // In the text without a PDF here; its TEI names the figure only.
  ['a figure', () => ({ figure: drawing(40) }), 1],
  ['what was edited is taken back', () => ({}), 0],
]

test('after any edit the forms are those of a clean build, and no more are made anew than it concerns', async () => {
  const store = openStore(join(folder, 'edits'))
  assert.equal((await makeAll(ordersOf(editionOf(twoTexts())), store)).made, 5)
  for (const [what, edit, anew] of edits) {
    const sources = twoTexts()
    const circumstances = edit(sources)
    const orders = ordersOf(editionOf(sources), circumstances)
    const kept = await makeAll(orders, store)
    assert.equal(kept.made, anew, what)
    const clean = await Promise.all(orders.map(makeForm))
    assert.deepEqual(kept.results.map(bytesOf), clean.map(bytesOf), what)
  }
})

test('what a form is made of is all that it shows: the whole edition gives the same', async () => {
  const edition = editionOf(sourcesIn(editions.whole))
  for (const slug of [texts.long, texts.small, texts.forTeaching]) {
    const text = edition.texts.find((text) => text.slug === slug)!
    const inputs = formInputs(text, edition, 'https://edition.example/', () => null)
    const { terms, works, bibliography } = edition
    assert.ok(inputs.terms.length < terms.length)
    for (const form of ['epub', 'xml'] as const) {
      const layout = { paper: 'b5', size: 10.5 } as const
      const own = await makeForm({ form, inputs, layout })
      const whole = { ...inputs, terms, works, bibliography }
      assert.deepEqual(own, await makeForm({ form, inputs: whole, layout }), `${slug}.${form}`)
    }
  }
})

test('a store that cannot be used is as if it were empty', async () => {
  const file = join(folder, 'no-folder')
  await writeFile(file, '')
  const orders = ordersOf(editionOf(smallEdition())).filter(({ form }) => form === 'xml')
  const first = await makeAll(orders, openStore(file))
  assert.equal(first.made, 1)
  const second = await makeAll(orders, openStore(file))
  assert.deepEqual(second.results.map(bytesOf), first.results.map(bytesOf))
})
