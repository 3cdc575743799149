import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textPart } from '../../../../src/client/annotations/page/text-part.ts'

test('of a fetched page the text and its history are read, without styles and scripts', () => {
  const page = `<!doctype html><html><head><meta http-equiv="content-security-policy" content="x"><style>a{}</style>
<script>run()</script></head><body><article class="x" data-text="a" data-version="1"><p id="abs-1" style="color:red">
Ein style="x" im Text.</p><style>b{}</style></article><script type="application/json" data-history>{"a":1}</script></body>`
  assert.equal(
    textPart(page),
    `<article class="x" data-text="a" data-version="1"><p id="abs-1">
Ein style="x" im Text.</p></article><script type="application/json" data-history>{"a":1}</script>`,
  )
  assert.equal(textPart('<p>Nichts</p>'), '')
})
