/** A name that nothing has, and the one that was probably meant. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../../src/edition/build.ts'
import { nearestName } from '../../../src/edition/link/nearest-name.ts'
import { smallEdition } from '../../fixture-edition.ts'

test('misspelt, shortened and differently written names have a nearest one', () => {
  const known = ['jevons-paradox', 'groesse', 'cuda', 'weber-2001', 'weber-2004a', 'kraemer-1998']
  for (const [written, meant] of [
    ['jevons', 'jevons-paradox'],
    ['paradox', 'jevons-paradox'],
    ['jevons-pardox', 'jevons-paradox'],
    ['Größe', 'groesse'],
    ['CUDA', 'cuda'],
    ['krämer-1998', 'kraemer-1998'],
    ['kraemer-1989', 'kraemer-1998'],
    ['weber-2004', 'weber-2004a'],
  ] as const)
    assert.equal(nearestName(written, known), meant, written)
})

test('where several are as near, or none is near, nothing is offered', () => {
  const known = ['weber-2001', 'weber-2004', 'pendel']
  for (const written of ['weber-2002', 'weber', 'uhr', 'en', '', '–', 'pendelschlag-der-uhren'])
    assert.equal(nearestName(written, known), undefined, written)
})

test('a name longer than the one that was meant is not taken for it', () => {
  assert.equal(nearestName('ptx-befehlssatz', ['ptx']), undefined)
})

const messages = (words: string) => {
  const head =
    '---\ntitle: Probe\nauthor: A. Probe\nrights: {status: open, licence: CC-BY-4.0}\n---\n\n'
  const sources = { ...smallEdition(), 'content/texts/probe.md': head + words }
  return build(sources, 'local')
    .problems.filter(({ path }) => path === 'content/texts/probe.md')
    .map(({ message }) => message)
}

test('terms, works and addresses are named with what was probably meant', () => {
  const [term, work, address] = messages(
    '## Schwung\n\nEin [Pendel](term:pendl), ein [Werk](work:weber-2010) und ein [Ort](#schwng).\n',
  ).map((message) => /Write “(.*?)” if that is meant; otherwise \w+/.exec(message)?.[0])
  assert.match(term!, /“pendel”/)
  assert.match(work!, /“weber-2001”/)
  assert.match(address!, /“#schwung”/)
})
