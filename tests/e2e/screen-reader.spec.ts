import { expect, test, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { mark, tab } from './notes-page.ts'
import { builtSites } from './sites.ts'
import { bringReader, phrases, stretches, withoutScripts, written, type Stretch } from './spoken.ts'

const { local, imported } = builtSites()

// The reader is a foreign script, which the policy of the pages forbids.
test.use({ bypassCSP: true })
test.beforeEach(({ context }) => bringReader(context))

async function open(page: Page, slug: string) {
  await page.goto(`${local.url}texte/${slug}/`)
  await page.locator('article[data-placed]').waitFor()
}

const spoken = async (page: Page) => stretches(await phrases(page, 'article[data-text]'))
/** A folded gloss has a button instead of its link back. */
const wordsOf = (said: readonly Stretch[]) =>
  said.map(({ role, words }) => ({ role, words: words.replace(/zurückzu„[^“]+“imText$/, '') }))
const isText = ({ role }: Stretch) => role === ''

for (const { slug, tag } of [
  { slug: texts.small, tag: [] },
  { slug: texts.long, tag: ['@full'] },
  ...(imported ? [{ slug: imported, tag: ['@full'] }] : []),
])
  test.describe(`a screen reader says all of ${slug}`, { tag }, () => {
    test('in a wide window: text, notes and glosses, each once, behind their paragraph', async ({
      page,
    }) => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await open(page, slug)
      const said = await spoken(page)
      expect(wordsOf(said)).toEqual(wordsOf(await written(page)))
      const called = new Set<string>()
      for (const [i, { role, calls }] of said.entries()) {
        if (role) continue
        const following = said.slice(i + 1)
        const behind = following.slice(0, following.findIndex(isText) >>> 0)
        const first = calls.filter((label) => !called.has(label))
        const notes = behind.filter((stretch) => stretch.role.startsWith('doc-footnote'))
        expect(notes.map((note) => note.role)).toEqual(
          first.map((label) => `doc-footnote, ${label}`),
        )
        for (const label of first) called.add(label)
        for (const note of notes) expect(note.words).toMatch(/^Anmerkung[\d*]+:zurückzumText/)
      }
      expect(called.size).toBeGreaterThan(5)
      expect(said.filter(isText).flatMap(({ buttons }) => buttons)).toEqual([])
    })

    test('without scripts: the same', async ({ page, context }) => {
      await withoutScripts(context)
      await page.goto(`${local.url}texte/${slug}/`)
      await expect(page.locator('html')).not.toHaveClass(/js/)
      const said = await spoken(page)
      expect(said).toEqual(await written(page))
      expect(said.length).toBeGreaterThan(10)
    })

    test('in a narrow window: the text alone', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 800 })
      await open(page, slug)
      const said = await spoken(page)
      const text = (await written(page)).filter(isText).map(({ words }) => words)
      expect(said.map(({ words }) => words).join('')).toBe(text.join(''))
      expect(said.flatMap(({ buttons }) => buttons)).toEqual([])
    })
  })

test('a note opened in a narrow window is said once, behind its paragraph', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await open(page, texts.small)
  const call = page.locator('#anm-2-ruf')
  expect(await phrases(page, '#abs-2')).toContain('doc-noteref, Anmerkung 2, not expanded')
  await call.press('Enter')
  await expect(page.locator('#anm-2')).toBeFocused()
  const note = (await written(page)).find(({ role }) => role === 'doc-footnote, Anmerkung 2')
  const said = await spoken(page)
  expect(said.filter(({ role }) => role)).toEqual([note])
  expect(said[0]!.words).toMatch(/Compiler,API\.$/)
  expect(await phrases(page, '#abs-2')).toContain('doc-noteref, Anmerkung 2, expanded')
})

test('a badge is said behind its paragraph, with what it counts and where', async ({ page }) => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await open(page, texts.small)
    const before = wordsOf(await spoken(page))
    if (width === 390) await mark(page, 'abs-2', /Gelb/)
    await expect(tab(page, 'abs-2')).toBeVisible()
    const said = await spoken(page)
    expect(wordsOf(said).filter(({ role, words }) => role || words)).toEqual(before)
    expect(said.filter(isText).flatMap(({ buttons }) => buttons)).toEqual([
      '1 Markierung zu Absatz 2',
    ])
    const inParagraph = await phrases(page, '#abs-2')
    expect(inParagraph.filter((phrase) => phrase.includes('Markierung'))).toEqual([])
  }
})
