/** The page contract: what links, exports and readers’ notes rely on, asserted on every text of the local site. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { build } from '../../src/edition/build.ts'
import type { Edition, Text } from '../../src/edition/model/model.ts'
import { builtSites } from './sites.ts'

test.use({ javaScriptEnabled: false })

function readEdition(): Edition {
  const { copy } = builtSites()
  const paths = globSync('content/**/*.{md,yaml,json}', { cwd: copy })
  const sources = paths.map((path) => [path, readFileSync(join(copy, path), 'utf8')] as const)
  const { edition, problems } = build(Object.fromEntries(sources), 'local')
  if (!edition) throw new Error(JSON.stringify(problems))
  return edition
}

/** What a page says of its text, read by the contract alone. */
function readPage(page: Page) {
  return page.evaluate(() => {
    const wordsOf = (element: Element) => {
      const copy = element.cloneNode(true) as Element
      const apart = '[role=doc-noteref], [role=doc-pagebreak], [aria-hidden=true]'
      for (const other of copy.querySelectorAll(apart)) other.remove()
      return copy.textContent!.replace(/\s+/g, ' ').trim()
    }
    const all = (selector: string, root: ParentNode = document) => [
      ...root.querySelectorAll<HTMLElement>(selector),
    ]
    return {
      articles: all('article[data-text]').map(({ dataset, lang }) => [dataset.text, lang]),
      paragraphs: all('article [id^=abs-]').map((element) => [element.id, wordsOf(element)]),
      headings: all('article :is(h2, h3, h4)').map((heading) => [
        heading.closest('section')!.firstElementChild!.contains(heading),
        heading.id,
        wordsOf(heading),
      ]),
      calls: all('[role=doc-noteref]').map((call) => [
        call.id,
        call.getAttribute('href'),
        call.getAttribute('rel'),
        call.textContent,
      ]),
      notes: all('[role=doc-footnote]').map((note) => ({
        id: note.id,
        tag: note.tagName,
        wording: wordsOf(note.querySelector('[data-wording]')!),
        wordings: note.querySelectorAll('[data-wording]').length,
        works: all('a[href*="#lit-"]', note.querySelector('[data-wording]')!).map(
          (link) => link.getAttribute('href')!.split('#lit-')[1],
        ),
        back: all('[role=doc-backlink]', note).map((link) => link.getAttribute('href')),
        behind: all('article .block')
          .find((block) => block.contains(note))!
          .firstElementChild!.querySelector(`[href="#${note.id}"]`)?.id,
      })),
      glosses: all('[role=doc-glossref]').map((term) => {
        const gloss = document.querySelector<HTMLElement>(term.getAttribute('href')!)
        return [
          term.dataset.term,
          gloss?.dataset.term,
          gloss?.querySelector('[role=doc-backlink]')?.getAttribute('href') === `#${term.id}`,
        ]
      }),
      pages: all('article [role=doc-pagebreak]').map(({ id }) => id),
      ids: all('[id]').map(({ id }) => id),
    }
  })
}

const plain = (words: string) => words.replace(/\s+/g, ' ')

function expectContract(text: Text, found: Awaited<ReturnType<typeof readPage>>): void {
  expect.soft(found.articles).toEqual([[text.slug, text.language]])
  expect.soft(new Set(found.ids).size, 'an id stands once').toBe(found.ids.length)
  expect
    .soft(found.paragraphs.map(([id, words]) => [id, plain(words!)]))
    .toEqual(text.paragraphs.map(({ id, wording }) => [id, plain(wording)]))
  expect
    .soft(found.headings.map(([first, id, words]) => [first, id, plain(String(words))]))
    .toEqual(text.sections.map(({ id, title }) => [true, id, plain(title)]))
  const calls = text.notes.flatMap(({ id, label, calls }) =>
    calls.map((call) => [call.id, `#${id}`, 'footnote', label]),
  )
  expect.soft(found.calls.toSorted()).toEqual(calls.toSorted())
  expect
    .soft(
      found.notes.map(({ id, wordings, works, back, behind }) => ({
        id,
        wordings,
        works,
        back,
        behind,
      })),
    )
    .toEqual(
      text.notes.map(({ id, calls, mentions }) => ({
        id,
        wordings: 1,
        works: mentions.map(({ work }) => work),
        back: calls.map((call) => `#${call.id}`),
        behind: calls[0]!.id,
      })),
    )
  expect.soft(found.notes.filter(({ tag }) => ['LI', 'ASIDE'].includes(tag))).toEqual([])
  for (const [i, note] of text.notes.entries())
    expect.soft(plain(found.notes[i]!.wording), note.id).toBe(plain(note.wording))
  const glosses = text.occurrences.filter(({ gloss }) => gloss > 0)
  expect.soft(found.glosses).toEqual(glosses.map(({ term }) => [term, term, true]))
  expect.soft(found.pages).toEqual(text.pages.map(({ id }) => id))
}

test('every text keeps to the page contract', async ({ page }) => {
  const { texts } = readEdition()
  expect(texts.length).toBeGreaterThan(3)
  for (const text of texts)
    await test.step(text.slug, async () => {
      await page.goto(`${builtSites().local.url}texte/${text.slug}/`)
      expectContract(text, await readPage(page))
    })
})

test('every work and every entry has its place, and leads back to its uses', async ({ page }) => {
  const { works, terms } = readEdition()
  const { url } = builtSites().local
  await page.goto(`${url}literatur/`)
  for (const { work, citedIn } of works) {
    const links = page.locator(`[id="lit-${work.id}"] .cited-in a[href*="#anm-"]`)
    const notes = citedIn.reduce((sum, { notes }) => sum + notes.length, 0)
    expect.soft(await links.count(), work.id).toBe(notes)
  }
  const [term] = terms.toSorted((a, b) => b.occurrences.length - a.occurrences.length)
  await page.goto(`${url}glossar/${term!.slug}/`)
  await expect(page.locator('.places mark')).toHaveCount(term!.occurrences.length)
  const first = page.locator('.places li').first()
  await expect(first.locator('span')).toContainText(
    new RegExp(
      `\\p{L}${escape(term!.occurrences[0]!.context[1])}|\\s${escape(term!.occurrences[0]!.context[1])}`,
      'u',
    ),
  )
})

const escape = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
