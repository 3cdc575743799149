import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passageOf } from '../../../src/components/passage.ts'
import { readText } from '../../../src/edition/read/read-text.ts'

const source = `---
title: Probe
author: Redaktion
rights: { status: open }
---

eins

## A

zwei zwei

### A eins

drei drei drei

## B

vier

### B eins

fünf
`
const text = readText('content/texts/probe.md', source).data!
const passage = (from: string, to: string) =>
  passageOf(text, { text: 'probe', from, to, optional: false })

test('a passage runs from its first to its last paragraph', () => {
  assert.deepEqual(passage('abs-1', 'abs-3'), { first: 'abs-1', last: 'abs-3', words: 6 })
  assert.deepEqual(passage('abs-2', 'abs-2'), { first: 'abs-2', last: 'abs-2', words: 2 })
})

test('a section stands for its paragraphs, those of its subsections included', () => {
  assert.deepEqual(passage('a', 'a'), { first: 'abs-2', last: 'abs-3', words: 5 })
  assert.deepEqual(passage('a-eins', 'b'), { first: 'abs-3', last: 'abs-5', words: 5 })
})
