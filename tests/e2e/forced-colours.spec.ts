import { expect, test, type Locator, type Page } from '@playwright/test'
import sharp from 'sharp'
import { texts } from '../fixture-edition.ts'
import { mark, open, tab } from './notes-page.ts'
import { frames, openText } from './reader.ts'
import { builtSites } from './sites.ts'

const { local } = builtSites()

test.use({ viewport: { width: 1440, height: 900 } })
test.beforeEach(({ page }) =>
  page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' }),
)

/** What the window shows of an element and of what lies close around it. */
async function picture(page: Page, element: Locator): Promise<Buffer> {
  await frames(page, 2)
  const { x, y, width, height } = (await element.boundingBox())!
  const clip = {
    x: Math.max(0, x - 6),
    y: Math.max(0, y - 6),
    width: width + 12,
    height: height + 12,
  }
  return sharp(await page.screenshot({ clip, caret: 'initial' }))
    .raw()
    .toBuffer()
}

/** How many values of the pixels of two pictures of one size differ. */
function difference(one: Buffer, other: Buffer): number {
  expect(other.length).toBe(one.length)
  return one.filter((value, i) => value !== other[i]).length
}

/** Expects that an element can be told from itself without a state. */
async function expectTold(
  page: Page,
  what: string,
  element: Locator,
  without: (element: Locator) => Promise<unknown>,
) {
  // By an attribute of its own, since the state may be what the element was found by.
  await element.evaluate((target) => {
    document.querySelector('[data-tested]')?.removeAttribute('data-tested')
    target.setAttribute('data-tested', '')
    target.scrollIntoView({ block: 'center' })
  })
  const tested = page.locator('[data-tested]')
  await expect(tested, what).toBeVisible()
  const before = await picture(page, tested)
  await without(tested)
  expect(difference(before, await picture(page, tested)), what).toBeGreaterThan(20)
}

const withoutAttribute = (name: string) => (element: Locator) =>
  element.evaluate((target, name) => target.removeAttribute(name), name)

test('forced colours: where one is, in the navigation and in the contents', async ({ page }) => {
  await page.goto(`${local.url}glossar/`)
  const here = page.locator('.site-header [aria-current]')
  await expectTold(page, 'the page', here, withoutAttribute('aria-current'))
  await openText(page)
  await page
    .locator('article section:nth-of-type(3) > .block')
    .first()
    .evaluate((block) => block.scrollIntoView())
  await page.locator('.bar-here').click()
  const section = page.locator('.bar-contents [aria-current]')
  await section.evaluate((link) => (link.style.fontWeight = '400'))
  await expectTold(page, 'the section', section, withoutAttribute('aria-current'))
})

test('forced colours: the open call, the note and the gloss one points at', async ({ page }) => {
  await openText(page, '', '', texts.small)
  await page.locator('article[data-placed]').waitFor()
  for (const kind of ['note', 'gloss']) {
    const entry = page.locator(`article .${kind}`).first()
    await entry.evaluate((target) => target.setAttribute('data-active', ''))
    await expectTold(page, kind, entry, withoutAttribute('data-active'))
  }
  await page.setViewportSize({ width: 390, height: 800 })
  for (const role of ['noteref', 'glossref']) {
    const call = page.locator(`article [role=doc-${role}][aria-expanded]`).first()
    await call.click()
    await expect(call).toHaveAttribute('aria-expanded', 'true')
    await call.evaluate((link) => link.blur())
    await page.mouse.move(0, 0)
    await expectTold(page, role, call, (element) =>
      element.evaluate((link) => link.setAttribute('aria-expanded', 'false')),
    )
  }
})

for (const [what, path, id] of [
  ['a paragraph', `texte/${texts.small}/`, 'abs-3'],
  ['a note', `texte/${texts.small}/`, 'anm-2'],
  ['a page of the print', `texte/${texts.small}/`, 's-10'],
  ['a term', 'glossar/', 'gpu'],
  ['a work', 'literatur/', 'lit-alcott-2005'],
] as const)
  test(`forced colours: ${what} that a link leads to`, async ({ page }) => {
    await page.goto(`${local.url}${path}#${id}`)
    if (path.startsWith('texte')) await page.locator('article[data-placed]').waitFor()
    const target = page.locator(`[id="${id}"]`)
    await expect(page.locator('[data-reached]')).toHaveCount(0)
    // The number of a page has no box of its own.
    const shown = id.startsWith('s-') ? target.locator('..') : target
    await expectTold(page, what, shown, async () => {
      const top = await page.evaluate(() => scrollY)
      await page.evaluate(() => (location.hash = ''))
      await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), top)
    })
  })

test('forced colours: what a jump has reached', async ({ page }) => {
  await openText(page, '', '', texts.small)
  await page.locator('article[data-placed]').waitFor()
  const paragraph = page.locator('#abs-3')
  await paragraph.evaluate((target) => target.setAttribute('data-reached', ''))
  await expectTold(page, 'the paragraph', paragraph, withoutAttribute('data-reached'))
})

test('forced colours: search hits, and the one at which one stands', async ({ page }) => {
  await page.goto(`${local.url}suche/?q=Plattform`)
  const found = page.locator('.hits mark').first()
  await expectTold(page, 'a hit in the list', found, (words) =>
    words.evaluate((element) => {
      const plain = document.createElement('span')
      plain.setAttribute('data-tested', '')
      plain.append(...element.childNodes)
      element.replaceWith(plain)
    }),
  )
  await openText(page, '?suche=Absatz', '', texts.small)
  await page.locator('.search-steps').waitFor()
  await page.evaluate(() => {
    const [range] = CSS.highlights.get('suche-hier')!
    ;(range as Range).startContainer.parentElement!.setAttribute('data-hit-here', '')
  })
  const words = page.locator('[data-hit-here]')
  await expectTold(page, 'the hit one stands at', words, () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('suche-hier')!
      CSS.highlights.get('suche')!.add(range!)
      CSS.highlights.delete('suche-hier')
    }),
  )
  await expectTold(page, 'a hit', words, () => page.evaluate(() => CSS.highlights.clear()))
})

test('forced colours: marks of each colour, and their badges', async ({ page }) => {
  await open(page)
  await mark(page, 'abs-2', /Gelb/)
  const badge = tab(page, 'abs-2').locator('> :first-child')
  await expect(badge).toHaveCSS('border-top-width', '1px')
  await page.mouse.move(0, 0)
  const words = page.locator('#abs-2')
  await words.evaluate((paragraph) => paragraph.scrollIntoView({ block: 'center' }))
  await expect.poll(() => page.evaluate(() => CSS.highlights.has('markierung-gelb'))).toBe(true)
  const pictures: Buffer[] = []
  for (const colour of ['gelb', 'gruen', 'blau', 'rot', 'grau', 'keine']) {
    await page.evaluate((colour) => {
      const range = document.createRange()
      range.selectNodeContents(document.querySelector('#abs-2')!)
      CSS.highlights.clear()
      CSS.highlights.set(`markierung-${colour}`, new Highlight(range))
    }, colour)
    const now = await picture(page, words)
    for (const [i, other] of pictures.entries())
      expect(difference(now, other), `${colour} and colour ${i + 1}`).toBeGreaterThan(20)
    pictures.push(now)
  }
})

test('forced colours: the focus, and the edges of buttons', async ({ page }) => {
  await page.goto(`${local.url}seminar/aufgabe/`)
  const submit = page.locator('.form-submit > [type=submit]')
  await submit.waitFor()
  expect(await submit.evaluate((button) => getComputedStyle(button).borderTopStyle)).toBe('solid')
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    await expectTold(page, (await focused.textContent()) ?? '', focused, (element) =>
      element.evaluate((one) => (one as HTMLElement).blur()),
    )
    await page.locator('[data-tested]').focus()
  }
})
