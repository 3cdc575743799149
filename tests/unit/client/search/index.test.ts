import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createLoaders, unpack } from '../../../../src/client/search/load.ts'
import { readQuery } from '../../../../src/client/search/query.ts'
import { createSearch } from '../../../../src/client/search/search.ts'
import { sectionsOf } from '../../../../src/client/search/sections.ts'
import type { TextFacts } from '../../../../src/contract/shelf.ts'
import type { Findable } from '../../../../src/formats/search/index.ts'
import { openSite } from '../../../../src/publish/site.ts'
import { searchIndex } from '../../../../src/publish/site-steps/search-index.ts'

const textNamed = (title: string, facts: Partial<TextFacts> = {}): TextFacts => ({
  ...{ title, authors: [], year: null, subjects: [], collection: null },
  ...facts,
})

const place = '/unter/texte/probe/'
const section = { text: 'probe', section: 'Am Anfang' }
const probe: Findable = {
  texts: { probe: textNamed('Probe') },
  records: [
    { kind: 'heading', url: `${place}#anfang`, content: 'Am Anfang', ...section },
    {
      kind: 'paragraph',
      url: `${place}#abs-1`,
      content: 'Die Hardware der «bigger is better»-Ideologie: Exportkontrollregime.',
      ...{ ...section, paragraph: '1' },
    },
    {
      kind: 'note',
      url: `${place}#anm-14`,
      content: 'Vgl. Rella, 5,6 Millionen.',
      ...{ ...section, paragraph: '1', page: '9', note: '14' },
    },
    {
      kind: 'gloss',
      url: `${place}#glosse-ptx`,
      content: 'PTX Befehle.',
      ...{ ...section, paragraph: '1', page: '9', lemma: 'PTX' },
    },
    {
      kind: 'paragraph',
      url: `${place}#abs-2`,
      content: 'Ein Strich – dann nichts. Zelle',
      ...{ ...section, paragraph: '2', page: '9' },
    },
    {
      kind: 'term',
      url: '/unter/glossar/ptx/',
      content: 'PTX. Befehle. Mehr davon.',
      lemma: 'PTX',
    },
    { kind: 'work', url: '/unter/literatur/#lit-rella', content: 'Rella: Titel.' },
  ],
}

let folder: string
const publish = async (name: string, found = probe) => {
  const site = join(folder, name)
  await mkdir(site)
  const address = new URL('https://lesen.example/unter/')
  await searchIndex(found)(await openSite({ folder: site, address, audience: 'local' }))
  return join(site, 'suche', 'index')
}
const searchIn = (index: string) =>
  createSearch(
    createLoaders(async (path) => unpack(new Uint8Array(await readFile(join(index, path))))),
  )

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'))
})
after(() => rm(folder, { recursive: true, force: true }))

test('two builds of the same pages give the same bytes', async () => {
  const [one, two] = [await publish('one'), await publish('two')]
  const files = async (path: string) =>
    (await readdir(path, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(path.length))
      .sort()
  assert.deepEqual(await files(one), await files(two))
  for (const file of await files(one))
    assert.deepEqual(await readFile(one + file), await readFile(two + file), file)
})

test('every record is found with its address and place', async () => {
  const search = searchIn(await publish('three'))
  const found = async (query: string) =>
    (await search(query)).hits.map(({ url }) => url.replace('/unter', ''))
  assert.deepEqual(await found('Hardware'), ['/texte/probe/#abs-1'])
  assert.deepEqual(await found('Regime'), ['/texte/probe/#abs-1'])
  assert.deepEqual(await found('"is better"'), ['/texte/probe/#abs-1'])
  assert.deepEqual(await found('„Strich – dann“'), ['/texte/probe/#abs-2'])
  assert.deepEqual(await found('Zelle'), ['/texte/probe/#abs-2'])
  assert.deepEqual(await found('5,6 Millionen'), ['/texte/probe/#anm-14'])
  assert.deepEqual(
    new Set(await found('Rella')),
    new Set(['/texte/probe/#anm-14', '/literatur/#lit-rella']),
  )
  assert.deepEqual(
    new Set(await found('PTX')),
    new Set(['/texte/probe/#glosse-ptx', '/glossar/ptx/']),
  )
  const [note] = (await search('Millionen')).hits
  assert.deepEqual([note!.paragraph, note!.page, note!.note], ['1', '9', '14'])
  assert.equal(await note!.content(), 'Vgl. Rella, 5,6 Millionen.')
})

test('typing errors are corrected, and words that do not exist are not found', async () => {
  const search = searchIn(await publish('four'))
  const { corrections } = await search('Idelogie')
  assert.equal(corrections[0]?.typed, 'Idelogie')
  const nothing = await search('Xylophon')
  assert.deepEqual([nothing.hits.length, nothing.missing], [0, ['Xylophon']])
  assert.deepEqual(
    nothing.lemmas.map(({ lemma }) => lemma),
    ['PTX'],
    'its neighbour in the alphabet',
  )
  const { lemmas } = await search('PTZZ')
  assert.deepEqual(
    lemmas.map(({ lemma }) => lemma),
    ['PTX'],
  )
})

test('filters apply to the hits, not to the counts', async () => {
  const search = searchIn(await publish('five'))
  const { hits, counts } = await search('Rella', { kinds: ['work'] })
  assert.deepEqual([hits.length, counts.kinds], [1, { note: 1, work: 1 }])
})

test('a place is found by its number, besides the hits for the words', async () => {
  const search = searchIn(await publish('six'))
  const urls = async (query: string) =>
    (await search(query)).numbered.map(({ url }) => url.replace('/unter/texte/probe/', ''))
  assert.deepEqual(await urls('S. 9 f.'), ['#s-9'])
  assert.deepEqual(await urls('Abs. 2'), ['#abs-2'])
  assert.deepEqual(await urls('Abs. 1–2, S. 9'), ['#abs-1'])
  assert.deepEqual(await urls('Anm. 14'), ['#anm-14'])
  for (const query of ['S. 10', 'Abs. 3', '9', 'S. 9 Strich', 'Hardware'])
    assert.deepEqual(await urls(query), [], query)
  const { numbered } = await search('Anm. 14', { kinds: ['work'] })
  assert.deepEqual(numbered, [])
})

test('the only paragraph of a text is found', async () => {
  const url = '/unter/texte/kurz/#abs-1'
  const search = searchIn(
    await publish('lone', {
      texts: { kurz: textNamed('Kurz') },
      records: [{ kind: 'paragraph', url, content: 'Ein Absatz.', text: 'kurz', paragraph: '1' }],
    }),
  )
  const { hits } = await search('Absatz')
  assert.equal(hits[0]?.url, url)
  assert.equal(await hits[0]!.content(), 'Ein Absatz.')
})

test('a number is found as it is written, and a longer one is another', async () => {
  const paragraphs = [
    'Fassung 1.0 gilt, nicht 11.0 oder 1.05.',
    'Bei https://doi.org/10.1177/2053 steht 2.50, in v2.5 nichts.',
    'Mit 2.5 Punkten, auf 5,6 Millionen und auf der H20.',
    'Die H200 rechnet, die H20-GPUs warten; NaN gibt es nicht, Nanometer wohl.',
    'Am Rat lag es, nicht an den Raten. Aufheben.',
  ]
  const records = paragraphs.map((content, i) => ({
    kind: 'paragraph' as const,
    url: `${place}#abs-${i + 1}`,
    content,
    ...{ ...section, paragraph: String(i + 1) },
  }))
  const search = searchIn(
    await publish('numbers', { texts: { probe: textNamed('Probe') }, records }),
  )
  const found = async (query: string) => {
    const { hits, matcher } = await search(query)
    for (const hit of hits) {
      const content = await hit.content()
      assert.ok(matcher(content).length > 0, `${query}: ${content}`)
    }
    return hits.map(({ paragraph }) => paragraph).sort()
  }
  assert.deepEqual(await found('1.0'), ['1'])
  assert.deepEqual(await found('2.5'), ['3'])
  assert.deepEqual(await found('5,6'), ['3'])
  assert.deepEqual(await found('6.5'), [])
  assert.deepEqual(await found('H20'), ['3', '4'])
  assert.deepEqual(await found('H200'), ['4'])
  assert.deepEqual(await found('10.1177'), ['2'])
  await found('NaN')
  await found('Rat')
  assert.deepEqual(await found('Aufhellen'), [])
})

test('of a long query the first words are looked for, each once', () => {
  const words = Array.from({ length: 3000 }, (_, i) => `wort${i % 1000}`).join(' ')
  const query = readQuery(words)
  assert.equal(query.words.length, 60)
  assert.equal(query.cut, 60)
  assert.equal(readQuery('eins zwei eins').words.length, 2)
})

test('hits are those of the texts chosen by person, year, subject or collection', async () => {
  const texts = {
    a: textNamed('Über Glocken', { authors: ['Änne Ziegler'], year: '1902', subjects: ['Klang'] }),
    b: textNamed('Brücken', { authors: ['Otto Abel', 'Änne Ziegler'], collection: 'Vorträge' }),
    c: textNamed('Uhren', { authors: ['Karl Bär'], year: '1902', collection: 'Vorträge' }),
  }
  const records: Findable['records'] = [
    ...Object.keys(texts).map((text) => ({
      kind: 'paragraph' as const,
      url: `/unter/texte/${text}/#abs-1`,
      content: 'Vom Läuten.',
      ...{ text, paragraph: '1' },
    })),
    { kind: 'term', url: '/unter/glossar/laeuten/', content: 'Läuten. Ein Ton.', lemma: 'Läuten' },
  ]
  const search = searchIn(await publish('chosen', { texts, records }))
  const found = async (filters: Parameters<typeof search>[1]) =>
    (await search('Läuten', filters)).hits.map(({ text }) => text).sort()
  assert.deepEqual(await found({}), ['', 'a', 'b', 'c'])
  assert.deepEqual(await found({ chosen: { person: '', jahr: '' } }), ['', 'a', 'b', 'c'])
  assert.deepEqual(await found({ chosen: { person: 'Änne Ziegler' } }), ['a', 'b'])
  assert.deepEqual(await found({ chosen: { jahr: '1902', reihe: 'Vorträge' } }), ['c'])
  assert.deepEqual(await found({ chosen: { thema: 'Klang' }, texts: ['b'] }), [])
  assert.deepEqual(await found({ chosen: { person: 'Niemand' } }), [])
  assert.deepEqual(await found({ texts: ['b', 'toString'] }), ['b'])

  const answer = await search('Läuten')
  const names = (by: 'art' | 'text') =>
    sectionsOf(answer, by).map(({ name, hits }) => [name, hits.length])
  assert.deepEqual(names('art'), [
    ['Text', 3],
    ['Glossen', 1],
  ])
  assert.deepEqual(names('text'), [
    ['Änne Ziegler: Über Glocken', 1],
    ['Otto Abel, Änne Ziegler: Brücken', 1],
    ['Karl Bär: Uhren', 1],
    ['Glossen', 1],
  ])
})
