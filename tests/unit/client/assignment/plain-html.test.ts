import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHTML } from 'linkedom'
import { toPlainHtml } from '../../../../src/client/assignment/plain-html.ts'

const onSite = 'https://lesen.example/texte/uhren/#aufgabe=1'
const onDisk = 'file:///home/anna/uhren.html#aufgabe=1'

const plain = (html: string, address = onSite) => {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  const context = { address, images: new Map(), here: new Set(['abs-4']), notes: true }
  return [...document.body.childNodes].map((node) => toPlainHtml(node, context)).join('')
}

test('links lead to the passage itself, to the site, or nowhere if they led to this disk', () => {
  const links =
    '<a href="#abs-4">hier</a>, <a href="#abs-2">dort</a>, <a href="/glossar/gpu/">ein Wort</a>'
  const glossary = 'https://lesen.example/glossar/gpu/'
  assert.equal(
    plain(links),
    `<a href="#abs-4">hier</a>, <a href="https://lesen.example/texte/uhren/#abs-2">dort</a>, <a href="${glossary}">ein Wort</a>`,
  )
  assert.equal(plain(links, onDisk), '<a href="#abs-4">hier</a>, dort, ein Wort')
  assert.equal(
    plain('<a href="https://a.example/?b=1&amp;c">a</a> <a href="javascript:void 0">b</a>', onDisk),
    '<a href="https://a.example/?b=1&amp;c">a</a> b',
  )
})

test('of attributes only languages stay, of the page’s own elements nothing', () => {
  assert.equal(
    plain(
      '<p class="x" onclick="y()">Ein <i lang="en" style="color: red">word</i><button>Knopf</button> &lt;b&gt;<wbr></p>',
    ),
    '<p>Ein <i lang="en">word</i> &lt;b&gt;<wbr></p>',
  )
  assert.equal(
    plain('<a role="doc-noteref" id="anm-1-ruf-2" href="#anm-1">1</a>'),
    '<sup id="anm-1-ruf-2"><a href="#anm-1">1</a></sup>',
  )
})
