import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toMarkdown } from '../../../../src/client/annotations/exchange/markdown.ts'
import { readNotes } from '../../../../src/client/annotations/exchange/read-file.ts'
import { toCollection } from '../../../../src/client/annotations/exchange/w3c.ts'
import type { Annotation, Entry } from '../../../../src/client/annotations/model.ts'
import { around, made, wording } from './made.ts'
import { quoteOf } from './marks.ts'
import { faultsOf } from './w3c-model.ts'

const removed: Entry = {
  id: '00000000-0000-4000-8000-00000000dead',
  text: 'uhren',
  removed: '2026-03-02T10:00:00.000Z',
}
const over = made({
  colour: 'rot',
  body: 'Stimmt das?\n<b>Nein</b> — „doch“',
  parts: [
    quoteOf('abs-2', wording, 'hält den Takt für die Zeit.'),
    { ...quoteOf('abs-3', 'Vgl. dazu das Handbuch.', 'das Handbuch'), repeated: true },
  ],
  pages: null,
  history: ['0123abcd'],
})
const entries: Entry[] = [made(), over, removed]
const collection = toCollection(entries, around)
const read = (value: unknown) =>
  readNotes(typeof value === 'string' ? value : JSON.stringify(value))
const valueOf = (value: unknown) => {
  const result = read(value)
  assert.ok('value' in result, JSON.stringify(result))
  return result.value
}

describe('an export', () => {
  it('is valid by the W3C model', () => {
    assert.deepEqual(faultsOf(JSON.parse(JSON.stringify(collection))), [])
    assert.deepEqual(faultsOf(toCollection([], { ...around, creator: '' })), [])
  })

  it('names quotation, paragraph and page of each annotation', () => {
    const [first] = collection.first.items
    assert.equal(first!.edition.locator, 'Abs. 2, S. 104–105')
    assert.deepEqual(first!.target[0]!.selector[0], {
      type: 'TextQuoteSelector',
      exact: 'gezählt wird erst am Zahnrad',
      prefix: 'in Pendel zählt nicht, es schwingt; '.slice(-32),
      suffix: '. Wer beides verwechselt, hält den Takt'.slice(0, 32),
    })
    assert.equal(first!.target[0]!.source, 'https://lesen.example/texte/uhren/?fassung=1.0')
  })

  it('is read as it was written', () => {
    const file = valueOf(collection)
    assert.deepEqual(file.entries, entries)
    assert.equal(file.creator, 'Anna Musterfrau')
    assert.deepEqual([...file.titles], [['uhren', 'Von Uhren']])
    assert.deepEqual(file.foreign, [])
  })

  it('is written as Markdown with its signs escaped', () => {
    const star = made({
      parts: [quoteOf('abs-2a', 'Akteur*innen und Nutzer*innen', 'Akteur*innen und Nutzer*innen')],
    })
    assert.equal(
      toMarkdown([over, star, removed], around),
      `# Notizen von Anna Musterfrau

## Von Uhren

> hält den Takt für die Zeit.
>
> das Handbuch

[Abs. 2–3](https://lesen.example/texte/uhren/?fassung=1.0#abs-2) · Einwand

Stimmt das?
<b>Nein</b> — „doch“

---

> Akteur\\*innen und Nutzer\\*innen

[Abs. 2a, S. 104–105](https://lesen.example/texte/uhren/?fassung=1.0#abs-2a) · wichtig
`,
    )
  })
})

describe('an imported file', () => {
  const fault = (value: unknown) => {
    const result = read(value)
    return 'fault' in result ? result.fault : null
  }

  it('is refused with a reason', () => {
    assert.match(fault('{"type"')!, /kein JSON/)
    assert.match(fault('[]')!, /keine Notizen/)
    assert.match(fault({ type: 'Feature', items: [] })!, /Web Annotation/)
    assert.match(fault({ type: 'AnnotationPage', items: 'x' })!, /Web Annotation/)
    assert.match(fault(' '.repeat(10_000_001))!, /kein JSON/)
    assert.match(fault({ type: 'AnnotationCollection', first: 'https://x.example/1' })!, /Web Ann/)
  })

  it('may come from another program', () => {
    const file = valueOf({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationPage',
      items: [
        {
          id: 'urn:uuid:00000000-0000-4000-8000-0000000000aa',
          type: 'Annotation',
          created: '2026-03-01T12:00:00+02:00',
          creator: 'Ben',
          body: { type: 'TextualBody', value: 'von anderswo' },
          target: {
            source: 'https://anderswo.example/unter/texte/uhren/#abs-2',
            selector: { type: 'TextQuoteSelector', exact: 'gezählt wird' },
          },
        },
      ],
    })
    assert.equal(file.creator, 'Ben')
    const [entry] = file.entries
    assert.ok(entry && 'body' in entry)
    assert.equal(entry.body, 'von anderswo')
    assert.equal(entry.created, '2026-03-01T10:00:00.000Z')
    assert.equal(entry.parts[0]!.id, 'abs-2')
  })

  it('has its entries that cannot be used kept as they are', () => {
    const items = structuredClone(collection.first.items) as unknown as Record<string, unknown>[]
    const broken = [
      { ...items[0], target: [] },
      { ...items[0], id: 'javascript:alert(1)' },
      { ...items[0], modified: 'gestern' },
      { ...items[0], body: { type: 'TextualBody', value: 7 } },
      { ...items[0], edition: { text: '../../etc' } },
      null,
      7,
    ]
    const file = valueOf({ ...collection, first: { items: [...items, ...broken] } })
    assert.equal(file.entries.length, 3)
    assert.deepEqual(
      file.foreign.map(({ foreign }) => foreign),
      broken,
    )
    assert.equal(new Set(file.foreign.map(({ id }) => id)).size, broken.length)

    const again = toCollection([...file.entries, ...file.foreign], around)
    assert.deepEqual(again.first.items.slice(-broken.length), broken)
    assert.deepEqual(valueOf(again).foreign, file.foreign)
  })

  it('may have as many notes as a device keeps', () => {
    const items = Array.from({ length: 20_001 }, () => collection.first.items[0]!)
    assert.equal(valueOf({ ...collection, first: { items } }).entries.length, 20_002)
  })

  it('may have nothing but entries that cannot be used', () => {
    const items = [{ id: 'https://x.example/a/1', type: 'Annotation', body: 'x', target: 'y' }]
    const file = valueOf({ type: 'AnnotationPage', items })
    assert.deepEqual([file.entries.length, file.foreign[0]!.foreign], [0, items[0]])
  })

  it('of another program or a newer edition is exported with all that it said', () => {
    const [first] = structuredClone(collection.first.items)
    const selector = { type: 'XPathSelector', value: '/p[2]' }
    const item = {
      ...first!,
      motivation: 'questioning',
      rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
      creator: { type: 'Person', name: 'Carla', nickname: 'C' },
      audience: { type: 'schema:EducationalAudience' },
      body: [
        {
          type: 'TextualBody',
          purpose: 'questioning',
          format: 'text/html',
          language: 'en',
          value: '<i>why?</i>',
        },
        ...first!.body,
        { type: 'TextualBody', purpose: 'tagging', value: 'Zahnrad' },
        'https://x.example/answer',
      ],
      target: [
        {
          ...first!.target[0]!,
          state: { type: 'TimeState', cached: 'https://x.example/old' },
          selector: [...first!.target[0]!.selector, selector],
        },
      ],
      edition: { ...first!.edition, colour: 'violett', mood: ['neugierig'], schema: 7 },
    }
    const once = valueOf({ ...collection, first: { items: [item] } })
    assert.deepEqual(once.foreign, [])
    const [entry] = once.entries as Annotation[]
    assert.deepEqual([entry!.colour, entry!.body], ['gelb', '<i>why?</i>'])

    const written = toCollection(once.entries, around).first.items[0] as unknown as typeof item
    const sorted = (value: { body: unknown[] }) => ({
      ...value,
      body: value.body.map((body) => JSON.stringify(body)).sort(),
    })
    assert.deepEqual(written.body[0], { ...item.body[0]! })
    assert.deepEqual(sorted(written).body.length, item.body.length)
    assert.deepEqual({ ...written, body: [] }, { ...item, body: [] })
    assert.deepEqual(valueOf(toCollection(once.entries, around)).entries, once.entries)

    const green = { ...entry!, colour: 'gruen' as const }
    assert.equal(toCollection([green], around).first.items[0]!.edition.colour, 'gruen')
  })

  it('about a text that this edition lacks keeps its title and address', () => {
    const file = readNotes(JSON.stringify(collection), (slug) => slug !== 'uhren')
    assert.ok('value' in file)
    const here = {
      ...around,
      address: () => 'https://hier.example/x/',
      title: (slug: string) => slug,
    }
    const again = toCollection(file.value.entries, here).first.items
    assert.deepEqual(
      again.map(({ edition, target }) => [edition.title, target[0]!.source]),
      collection.first.items.map(({ edition, target }) => [edition.title, target[0]!.source]),
    )
  })

  it('is read in all pages that it contains, and says if it lacks some', () => {
    const [one, two] = collection.first.items
    const pages = { items: [one], next: { items: [two], next: 'https://x.example/3' } }
    const file = valueOf({ type: 'AnnotationCollection', first: pages })
    assert.deepEqual([file.entries.length, file.isPart], [2, true])
    assert.equal(valueOf(collection).isPart, false)
  })

  it('brings in known fields only', () => {
    const hostile = JSON.stringify(collection)
      .replaceAll(
        '"edition":{',
        '"edition":{"__proto__":{"admin":true},"constructor":{"prototype":{}},',
      )
      .replaceAll('"id":"urn', '"__proto__":{"admin":true},"id":"urn')
    const file = valueOf(hostile)
    assert.deepEqual(file.entries, entries)
    assert.equal(({} as Record<string, unknown>)['admin'], undefined)
  })

  it('cannot set dates in the future', () => {
    const late = structuredClone(collection)
    late.first.items[0]!.modified = '2999-01-01T00:00:00.000Z'
    const [entry] = valueOf(late).entries
    assert.ok(entry && 'modified' in entry && Date.parse(entry.modified) <= Date.now())
  })
})
