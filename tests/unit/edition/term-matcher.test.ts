import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTermMatcher } from '../../../src/edition/link/term-matcher.ts'

const term = (slug: string, lemma: string, ...forms: string[]) => ({ slug, lemma, forms })

const found = (wording: string, ...terms: ReturnType<typeof term>[]) =>
  createTermMatcher(terms)
    .find(wording)
    .map(({ index, length, term }) => [term, wording.slice(index, index + length)])

test('a form is found as a whole word', () => {
  const gpu = term('gpu', 'GPU', 'GPUs')
  assert.deepEqual(found('GPU, GPUs; XGPU GPU2 GPUße', gpu), [
    ['gpu', 'GPU'],
    ['gpu', 'GPUs'],
  ])
})

test('within compounds forms are found only at hyphens', () => {
  assert.deepEqual(found('Nvidia-H100-GPU-Preise, GPUpreise', term('gpu', 'GPU')), [['gpu', 'GPU']])
})

test('umlauts count as letters', () => {
  assert.deepEqual(found('Gänge ÄGang Gangä Gang', term('gang', 'Gang')), [['gang', 'Gang']])
})

test('a form in lower case matches any capitalisation, one with capitals only itself', () => {
  const open = term('open-weight', 'open weight')
  assert.deepEqual(found('Open weight, OPEN WEIGHT', open).length, 2)
  assert.deepEqual(found('gpu Gpu', term('gpu', 'GPU')), [])
})

test('a space matches spaces, line ends and a hyphen', () => {
  const open = term('open-weight', 'open weight')
  for (const form of ['open  weight', 'open\nweight', 'open\u00a0weight', 'open-weight'])
    assert.deepEqual(found(`ein ${form}, `, open), [['open-weight', form]])
})

test('the apostrophe may be straight or curved', () => {
  const law = term('moores-law', 'Moore’s Law')
  assert.equal(found("Moore's Law, Moore’s Law", law).length, 2)
})

test('the longest form wins, whatever the order of the entries', () => {
  const net = term('netz', 'neuronales Netz')
  const artificial = term('knn', 'künstliches neuronales Netz')
  for (const terms of [
    [net, artificial],
    [artificial, net],
  ])
    assert.deepEqual(found('ein künstliches neuronales Netz', ...terms), [
      ['knn', 'künstliches neuronales Netz'],
    ])
})

test('a form may begin with a sign, which stands behind no letter', () => {
  const net = term('net', '.NET', '„Netz“')
  const based = term('basiert', '-basiert')
  assert.deepEqual(found('.NET und (.NET), a.NET; „Netz“', net), [
    ['net', '.NET'],
    ['net', '.NET'],
    ['net', '„Netz“'],
  ])
  assert.deepEqual(found('GPU-basiert, (-basiert)', based), [['basiert', '-basiert']])
})

test('a form without a sign of its own is found nowhere', () => {
  assert.deepEqual(found('ein Takt', term('nichts', ' ', '')), [])
})

test('special characters in a form are matched literally', () => {
  assert.deepEqual(found('C++ und Cxx (C/C++)', term('cpp', 'C++')), [
    ['cpp', 'C++'],
    ['cpp', 'C++'],
  ])
})

test('reports forms that occur in two entries, even with hyphen or other capitalisation', () => {
  const { ambiguous } = createTermMatcher([
    term('a', 'deep learning'),
    term('b', 'Anderes', 'Deep-Learning'),
  ])
  assert.deepEqual(ambiguous, [['Deep-Learning', 'b', 'a']])
})

test('different forms in capitals are not ambiguous', () => {
  assert.deepEqual(createTermMatcher([term('it', 'IT'), term('ki', 'KI')]).ambiguous, [])
})

test('without terms nothing is found', () => {
  assert.deepEqual(found('Wörter'), [])
})
