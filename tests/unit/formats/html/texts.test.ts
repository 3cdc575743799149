import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { link } from '../../../../src/edition/link/link.ts'
import { formatProblems } from '../../../../src/problems/problem.ts'
import type { Sources } from '../../../../src/edition/model/model.ts'
import { readContent } from '../../../../src/edition/read/read-content.ts'
import { createUrls, textToHtml } from '../../../../src/formats/html/index.ts'
import { fixtures, smallEdition, sourcesIn } from '../../../fixture-edition.ts'
import { matchGolden } from '../../golden.ts'

const folder = join(fixtures, 'texts')
const path = 'content/texts/uhren.md'
const head = `---
title: Probe
author: Redaktion
rights: { status: open }
---

`

/** The text as HTML, even if it has problems. */
function render(sources: Sources): { html: string; messages: string | null } {
  const { parts, positions, problems } = readContent(sources, 'local')
  const linked = link(parts, positions)
  const { texts, terms, works } = linked.edition
  const html = textToHtml(texts[0]!, { urls: createUrls('/unter/'), terms, works })
  const own = [...problems, ...linked.problems].filter((problem) => problem.path === path)
  return { html: `${html.trim()}\n`, messages: own.length ? `${formatProblems(own)}\n` : null }
}

for (const name of readdirSync(folder)) {
  const input = readFileSync(join(folder, name, 'input.md'), 'utf8')
  const sources = {
    ...smallEdition(),
    ...sourcesIn(join(folder, name)),
    'content/seminar/erste-sitzung.yaml': '',
    [path]: head + input,
  }
  test(`a text with ${name.replaceAll('-', ' ')}`, () => {
    const { html, messages } = render(sources)
    matchGolden(html, join(folder, name, 'output.html'))
    matchGolden(messages, join(folder, name, 'messages.txt'))
  })
}

test('every golden file has its case', () => {
  for (const name of readdirSync(folder))
    assert.ok(readdirSync(join(folder, name)).includes('input.md'), name)
})
