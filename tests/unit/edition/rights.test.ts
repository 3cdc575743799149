import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../../src/edition/build.ts'
import type { Audience, Rights } from '../../../src/edition/model/model.ts'
import { reasonToOmit } from '../../../src/edition/read/rights.ts'
import { smallEdition } from '../../fixture-edition.ts'

const admitted: Record<Audience, Rights['status'][]> = {
  public: ['open', 'licensed'],
  course: ['open', 'licensed', 'teaching-only'],
  local: ['open', 'licensed', 'teaching-only', 'unknown'],
}
const statuses = admitted.local

for (const audience of Object.keys(admitted) as Audience[])
  test(`the ${audience} build has only the texts it may have`, () => {
    const inside = statuses.filter((status) => reasonToOmit({ status }, audience) === null)
    assert.deepEqual(inside, admitted[audience])
  })

test('of a text that is left out only its name and the reason remain', () => {
  const sources = smallEdition()
  const path = 'content/texts/uhren.md'
  const hidden = sources[path]!.replace('status: open', 'status: unknown')
  const beside = sources['content/bibliography.json']!.replace('weber-2001', 'geheim-2026')
  const { edition, problems } = build(
    {
      ...sources,
      'content/private/geheim.md': hidden.replaceAll('weber-2001', 'geheim-2026'),
      'content/private/geheim.bibliography.json': beside,
    },
    'public',
  )
  assert.deepEqual(problems, [])
  const { omitted, ...rest } = edition!
  assert.deepEqual(omitted, [
    { slug: 'geheim', path: 'content/private/geheim.md', reason: 'its rights are unknown' },
  ])
  assert.doesNotMatch(JSON.stringify(rest), /geheim/)
})

const entry = (lemma: string, more = '', article = 'Ein Wort.') =>
  `---\nlemma: ${lemma}\ngroup: technik\nforms: [${lemma}]\ngloss: Ein Wort.\n${more}---\n\n${article}\n`
const hidden = (words: string) =>
  `---\ntitle: Nachtbuch\nauthor: Otto Heimlich\nrights: { status: unknown }\n---\n\n${words}[^1]\n\n[^1]: [@nacht-1900].\n`
const withWorks = (...works: object[]) => {
  const sources = smallEdition()
  const file = 'content/bibliography.json'
  return {
    ...sources,
    [file]: JSON.stringify([...(JSON.parse(sources[file]!) as object[]), ...works]),
  }
}
const night = { id: 'nacht-1900', type: 'book', title: 'Nachtlieder' }

test('works and terms that only a text left out uses are left out, and named where the build is', () => {
  const sources = {
    ...withWorks(night, { id: 'mond-1901', type: 'book', title: 'Mondlieder' }),
    'content/private/nachtbuch.md': hidden('Die Eule ruft.'),
    'content/glossary/eule.md': entry('Eule', 'works: [mond-1901]\nrelated: [takt]\n'),
    'content/glossary/takt.md': entry('Takt', 'works: [weber-2001]\nrelated: [pendel, eule]\n'),
  }
  const local = build(sources, 'local').edition!
  assert.deepEqual([local.terms.length, local.works.length], [3, 3])
  const { edition, problems } = build(sources, 'public')
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error'),
    [],
  )
  const { omitted, ...rest } = edition!
  // Articles keep their frontmatter as it is written; no form shows it.
  const isYaml = (value: unknown) => (value as { type?: string } | null)?.type === 'yaml'
  const words = JSON.stringify(rest, (_, value: unknown) => (isYaml(value) ? null : value))
  assert.doesNotMatch(words, /eule|nacht|mond|heimlich/i)
  assert.deepEqual(omitted.slice(1), [
    {
      slug: 'eule',
      path: 'content/glossary/eule.md',
      reason: 'no text or page of this build uses it',
    },
    ...['nacht-1900', 'mond-1901'].map((slug) => ({
      slug,
      path: 'content/bibliography.json',
      reason: `“${slug}”: no text or page of this build uses it`,
    })),
  ])
})

test('what a text, a page, an entry in use or a session names stays', () => {
  const work = (id: string) => ({ id, type: 'book', title: `Titel ${id}` })
  const sources = {
    ...withWorks(...['eins', 'zwei', 'drei', 'vier'].map(work)),
    'content/pages/mehr.md':
      '---\ntitle: Mehr\n---\n\nEin [Rad](/glossar/rad/) und [Eins](/literatur/#lit-eins).\n',
    'content/glossary/rad.md': entry('Unruhrad', '', 'Siehe [Feder](term:feder).'),
    'content/glossary/feder.md': entry('Zugfeder', 'works: [zwei]\n', 'Nach [Drei](work:drei).'),
    'content/glossary/lose.md': entry('Loses'),
  }
  const { edition } = build(sources, 'public')
  const { terms, works } = edition!
  assert.deepEqual(terms.map(({ slug }) => slug).sort(), ['feder', 'pendel', 'rad', 'takt'])
  assert.deepEqual(
    works.map(({ work }) => work.id),
    ['weber-2001', 'eins', 'zwei', 'drei'],
  )
})

test('a year tells short titles apart only where both works are shown', () => {
  const twin = { id: 'weber-1999', type: 'book', title: 'Uhren', author: [{ family: 'Weber' }] }
  const { edition } = build(withWorks(twin), 'public')
  assert.doesNotMatch(JSON.stringify(edition!.texts), /\(2001\)/)
})

for (const note of [
  'Daten: Anm. 3 von ‹Nachtbuch›, beim Import gelesen.',
  'Daten: Anm. 3 von ‹Ein Text, der nicht hier liegt›, beim Import gelesen.',
  'Daten: aus dem nachtbuch, S. 4',
  'Zuschrift von Otto Heimlich',
])
  test(`the note of a work does not name a text that is left out: ${note}`, () => {
    const cited = withWorks()
    const file = 'content/bibliography.json'
    const [work] = JSON.parse(cited[file]!) as object[]
    const sources = {
      ...cited,
      [file]: JSON.stringify([{ ...work, note, annote: note }, night]),
      'content/private/nachtbuch.md': hidden('Die Eule ruft.'),
    }
    const shown = (audience: Audience) => build(sources, audience).edition!.works[0]!.work
    assert.equal(shown('local').note, note)
    assert.equal(shown('public').note, undefined)
    assert.equal(shown('public')['annote'], undefined)
  })

for (const note of [
  'Daten: Anm. 1 von ‹Von Uhren›, beim Import gelesen.',
  'Daten: Anm. 7 des edierten Aufsatzes; dort «van Dijk»: hier berichtigt.',
])
  test(`other notes of works stay: ${note}`, () => {
    const sources = withWorks()
    const file = 'content/bibliography.json'
    const [work] = JSON.parse(sources[file]!) as object[]
    sources[file] = JSON.stringify([{ ...work, note }])
    assert.equal(build(sources, 'public').edition!.works[0]!.work.note, note)
  })

test('the questions of a passage that is left out leave with it; without a passage the session does', () => {
  const small = smallEdition()
  const session = 'content/seminar/erste-sitzung.yaml'
  const hidden = small['content/texts/uhren.md']!.replace('status: open', 'status: unknown')
  const before = (more: string) =>
    small[session]!.replace(
      / {2}- \{ text: uhren.*/,
      `  - { text: geheim, from: abs-1, to: abs-2, optional: true }${more}`,
    )
  const sources = {
    ...small,
    'content/private/geheim.md': hidden,
    [session]: before('\n  - { text: uhren, from: abs-1, to: abs-1 }'),
    'content/seminar/allein.yaml': before(''),
  }
  const { edition, problems } = build(sources, 'public')
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error'),
    [],
  )
  assert.deepEqual(
    edition!.sessions.map(({ slug, passages, questions }) => [slug, passages.length, questions]),
    [['erste-sitzung', 1, []]],
  )
  assert.ok(edition!.omitted.some(({ slug }) => slug === 'allein'))
  assert.equal(build(sources, 'local').edition!.sessions.length, 2)
})

test('nothing that only a text left out says of itself, or that only its entries have, stays', () => {
  const sources = {
    ...withWorks({
      id: 'mond-1901',
      type: 'article',
      title: 'Mondlieder',
      'container-title': 'Mondblatt',
    }),
    'content/private/nachtbuch.md':
      '---\ntitle: Nachtbuch\nsubtitle: Zwölf Eulenlieder\nauthor: [Otto Heimlich, Berta Dunkel]\nabstract: Vom Kauz.\nsubjects: [Kauzkunde]\ncollection: { title: Mondreihe, part: 2 }\nprinted: mond-1901\nrights: { status: unknown, holder: Otto Heimlich, source: Nachtarchiv }\n---\n\n## Kauz\n\nDie Eule ruft.\n\n![Ein Kauz](/kauz.png)\n',
    'content/private/nachtbuch.bibliography.json':
      '[{"id": "eulen-1902", "type": "book", "title": "Eulenspiegelei"}]',
    'content/glossary/eule.md': entry('Eule').replace('technik', 'nachtwesen'),
    'content/seminar/zweite.yaml':
      'title: Abend\norder: 2\naim: Lesen\npassages:\n  - { text: nachtbuch, from: abs-1, to: abs-1, optional: true }\n  - { text: uhren, from: abs-1, to: abs-2 }\nquestions:\n  - { at: [abs-1], text: Was ruft der Kauz? }\ntask: Schreiben\n',
  }
  const { edition } = build(sources, 'public', () => ({ fault: null }))
  const { omitted: _, ...rest } = edition!
  assert.deepEqual(rest.sessions.map(({ slug }) => slug).sort(), ['erste-sitzung', 'zweite'])
  assert.doesNotMatch(JSON.stringify(rest), /nachtb|nachtw|eule|mond|heimlich|dunkel|kauz/i)
})
