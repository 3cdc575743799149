/** XML that is larger or deeper than any text. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { descendants, parseXml, textIn, XmlError } from '../../../src/importer/readers/xml.ts'

test('elements with very many children are walked through', () => {
  const root = parseXml(`<a>${'<b>x</b>'.repeat(200_000)}</a>`)
  assert.equal([...descendants(root)].length, 200_000)
  assert.equal(textIn(root).length, 200_000)
})

test('descendants come in the order of the source', () => {
  const root = parseXml('<a><b><c/></b>x<d/></a>')
  assert.deepEqual(
    [...descendants(root)].map(({ name }) => name),
    ['b', 'c', 'd'],
  )
})

test('more elements inside each other than any text has are refused', () => {
  const deep = '<a>'.repeat(100_000) + '</a>'.repeat(100_000)
  assert.throws(() => parseXml(deep), XmlError)
})

test('entities of the document are not expanded', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "Wort"><!ENTITY c "&b;&b;">]><a>&c;</a>'
  assert.throws(() => parseXml(bomb), XmlError)
})
