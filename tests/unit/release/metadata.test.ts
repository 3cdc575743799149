import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import { build } from '../../../src/edition/build.ts'
import { citationFile, licenceId, zenodoFile } from '../../../src/release/metadata.ts'

const edition = (fields: string) => {
  const sources = {
    'content/texts/zeit.md':
      '---\ntitle: Zeit\nauthor: E. Rad\nsubjects: [Uhren, Maße]\nrights: {status: open}\n---\n\nEin Satz.\n',
    'content/edition.yaml': `title: Uhren\ndescription: "Zeit & <Maß>"\n${fields}\n`,
  }
  return build(sources, 'public', () => ({ fault: null })).edition!
}
const release = { version: '1.1', date: '2026-11-30' }
const address = 'https://uhren.example/lesen/'
const known = edition(
  'subtitle: "Ein Maß: vier"\neditors: [Ada van der Berg, Institut für Sache und Ding]\nlicence: CC BY 4.0',
)

test('CITATION.cff names the edition, its release and where it is', () => {
  const file = parse(citationFile(known, release, address, null))
  assert.deepEqual(file.authors, [
    { 'family-names': 'Berg', 'given-names': 'Ada', 'name-particle': 'van der' },
    { name: 'Institut für Sache und Ding' },
  ])
  assert.equal(file.title, 'Uhren: Ein Maß: vier')
  assert.equal(file.version, '1.1')
  assert.equal(file['date-released'], '2026-11-30')
  assert.equal(file.license, 'CC-BY-4.0')
  assert.equal(file.url, address)
  assert.equal(file['cff-version'], '1.2.0')
  assert.deepEqual(file.keywords, ['Uhren', 'Maße'])
})

test('.zenodo.json has the fields that Zenodo takes', () => {
  const file = JSON.parse(zenodoFile(known, release, address, null))
  assert.deepEqual(file.creators, [
    { name: 'van der Berg, Ada' },
    { name: 'Institut für Sache und Ding' },
  ])
  assert.equal(file.description, '<p>Zeit &amp; &lt;Maß&gt;</p>')
  assert.equal(file.language, 'deu')
  assert.equal(file.license, 'cc-by-4.0')
  assert.equal(file.publication_date, '2026-11-30')
  assert.deepEqual(file.related_identifiers, [
    { identifier: address, relation: 'isVariantFormOf', scheme: 'url' },
  ])
})

test('what an editor has added to both stays at the next release', () => {
  const cff = citationFile(known, release, address, null).replace(
    'authors:\n',
    'doi: 10.5281/zenodo.1\nauthors:\n',
  )
  const next = { version: '1.2', date: '2027-01-02' }
  const after = parse(citationFile(known, next, address, cff))
  assert.deepEqual([after.doi, after.version], ['10.5281/zenodo.1', '1.2'])
  const own = {
    creators: [{ name: 'Berg, Ada', orcid: '0000-0001' }],
    communities: [{ identifier: 'x' }],
  }
  const zenodo = JSON.parse(zenodoFile(known, next, address, JSON.stringify(own)))
  assert.deepEqual([zenodo.creators, zenodo.communities], [own.creators, own.communities])
  const again = zenodoFile(known, next, address, JSON.stringify(zenodo))
  assert.deepEqual(JSON.parse(again), zenodo)
})

test('a licence is named by its SPDX id, or not at all', () => {
  const ids = {
    'CC-BY-4.0': 'CC-BY-4.0',
    'cc by-nc-sa 4.0': 'CC-BY-NC-SA-4.0',
    'CC0-1.0': 'CC0-1.0',
  }
  for (const [said, id] of Object.entries(ids)) assert.equal(licenceId(said), id)
  for (const said of ['alle Rechte vorbehalten', 'CC', 'CC-BY', '# keine'])
    assert.equal(licenceId(said), null)
  const file = citationFile(edition('editors: [A. B]\nlicence: frei'), release, address, null)
  assert.ok(!('license' in parse(file)))
})

test('texts with a DOI are parts of the release, each once after two releases', () => {
  const texts = known.texts.map((text) => ({ ...text, doi: '10.5072/zeit.1' }))
  const own = { ...known, texts }
  const cff = citationFile(own, release, address, null)
  const part = { type: 'article', title: 'Zeit', doi: '10.5072/zeit.1' }
  for (const file of [cff, citationFile(own, release, address, cff)]) {
    const { references } = parse(file)
    assert.equal(references.length, 1)
    assert.partialDeepStrictEqual(references[0], part)
  }
  const zenodo = zenodoFile(own, release, address, null)
  for (const file of [zenodo, zenodoFile(own, release, address, zenodo)])
    assert.deepEqual(JSON.parse(file).related_identifiers, [
      { identifier: address, relation: 'isVariantFormOf', scheme: 'url' },
      {
        identifier: '10.5072/zeit.1',
        relation: 'hasPart',
        scheme: 'doi',
        resource_type: 'publication-annotationcollection',
      },
    ])
})
