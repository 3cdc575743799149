import { expect, test, type Locator, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { openText } from './reader.ts'
import { builtSites } from './sites.ts'

const { local } = builtSites()

/** What is wrong with the place at which a jump has ended; null: its target is in view, under nothing. */
const fault = (page: Page, id: string) =>
  page.evaluate((id) => {
    const target = document.getElementById(id)
    const [line] = target?.getClientRects() ?? []
    if (!target || !line) return `${id} is not shown`
    const bar = document.querySelector('.reading-bar[data-shown]')?.getBoundingClientRect()
    const { top, left } = line
    if (top < (bar?.bottom ?? 0))
      return `${id} is at ${Math.round(top)} px, the bar ends at ${bar?.bottom}`
    if (top + Math.min(line.height, 24) > innerHeight)
      return `${id} is below the window, at ${Math.round(top)} px`
    for (
      let over = document.elementFromPoint(left + 3, top + Math.min(line.height, 24) / 2);
      over;
      over = over.parentElement
    )
      if (getComputedStyle(over).position === 'fixed') return `${id} is under ${over.className}`
    return null
  }, id)

/** Expects that a jump ends at a target that is not covered, and stays there. */
async function expectAt(page: Page, id: string) {
  await expect.poll(() => fault(page, id), id).toBe(null)
  // The bar comes and goes with the direction of scrolling.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  )
  expect(await fault(page, id), id).toBe(null)
}

/** Scrolls down to an element, so that the bar is shown above it. */
async function comeTo(page: Page, element: Locator) {
  await element.evaluate((target) => target.scrollIntoView({ block: 'center' }))
  await expect(page.locator('.reading-bar')).toHaveAttribute('data-shown')
}

const idOf = async (link: Locator) => (await link.getAttribute('href'))!.split('#')[1]!

for (const [width, height, tag = []] of [
  [390, 800, '@full'],
  [1440, 900],
] as const)
  test.describe(`at ${width} px a jump does not end under the bar`, { tag }, () => {
    test.use({ viewport: { width, height } })

    const open = async (page: Page, rest = '', slug: string = texts.long) => {
      await openText(
        page,
        rest.split('#')[0],
        rest.includes('#') ? `#${rest.split('#')[1]}` : '',
        slug,
      )
      await page.locator('article[data-placed]').waitFor()
    }

    for (const role of ['noteref', 'glossref'])
      test(`from a ${role} to its entry and back`, async ({ page }) => {
        await open(page)
        const calls = page.locator(`article section:nth-of-type(3) [role=doc-${role}]`)
        for (const nth of [0, 1, 2]) {
          const call = calls.nth(nth)
          const [id, from] = [await idOf(call), (await call.getAttribute('id'))!]
          await comeTo(page, call)
          await call.click()
          await expectAt(page, id)
          await expect(page.locator(`#${id}`)).toBeFocused()
          await page.locator(`#${id} :is([role=doc-backlink], .gloss-back)`).click()
          await expectAt(page, from)
          await expect(page.locator(`#${from}`)).toBeFocused()
        }
      })

    test('from the contents, from above and from below', async ({ page }) => {
      await open(page)
      const [early, late] = [page.locator('.contents a').nth(1), page.locator('.contents a').last()]
      const [first, last] = [await idOf(early), await idOf(late)]
      await late.click()
      await expectAt(page, last)
      await page.locator('.bar-here').click()
      await page.locator(`.bar-contents a[href$="#${first}"]`).click()
      await expectAt(page, first)
      await page.locator('.bar-here').click()
      await page.locator(`.bar-contents a[href$="#${last}"]`).click()
      await expectAt(page, last)
    })

    test('from the dialog, to paragraphs, notes, pages and sections, up and down', async ({
      page,
    }) => {
      const go = async (words: string, id: string) => {
        // By script, since a click would scroll to the button.
        await page.locator('[data-goto]').evaluate((button) => (button as HTMLElement).click())
        await page.getByRole('textbox', { name: 'Stelle aufrufen' }).fill(words)
        await page.keyboard.press('Enter')
        await expect(page.locator('dialog.goto')).toBeHidden()
        await expectAt(page, id)
        await expect(page.locator(`[id="${id}"]`)).toBeFocused()
      }
      await open(page)
      for (const number of [30, 12, 47, 2]) await go(`Abs. ${number}`, `abs-${number}`)
      for (const number of [20, 5, 33]) await go(`Anm. ${number}`, `anm-${number}`)
      await go('§ 3', await idOf(page.locator('.contents li:not(.contents-sub) a').nth(2)))
      await open(page, '', texts.small)
      for (const number of [10, 9]) await go(`S. ${number}`, `s-${number}`)
    })

    test('from other pages and from addresses', async ({ page }) => {
      for (const id of ['abs-30', 'anm-20', 'abs-7']) {
        for (const query of ['', '?fassung=1.0']) {
          await page.goto('about:blank')
          await open(page, `${query}#${id}`)
          await expectAt(page, id)
        }
      }
      await page.goto(`${local.url}glossar/gpu/`)
      const place = page.locator('.places a[href*="#"]').last()
      const id = await idOf(place)
      await place.click()
      await expectAt(page, id)
    })

    test('from a note to a work and back', async ({ page }) => {
      await open(page, '#anm-7')
      const work = page.locator('article .note a.work').first()
      const id = await idOf(work)
      await page.goto(new URL((await work.getAttribute('href'))!, local.url).href)
      await expectAt(page, id)
      const cited = page.locator(`[id="${id}"] .cited-in a`).first()
      const note = await idOf(cited)
      await cited.click()
      await expectAt(page, note)
    })

    test('by keys from paragraph to paragraph, and from hit to hit', async ({ page }) => {
      await open(page, '#abs-12')
      await expectAt(page, 'abs-12')
      let before = ''
      const focused = () => page.evaluate(() => document.activeElement!.id)
      for (const key of 'jjjkkk') {
        await page.keyboard.press(key)
        const moved = async () => /^abs-/.test(await focused()) && (await focused()) !== before
        await expect.poll(moved).toBe(true)
        before = await focused()
        await expectAt(page, before)
      }
      await open(page, '?suche=Maschine')
      await page.locator('.search-steps').waitFor()
      for (const key of 'nnnNN') {
        await page.keyboard.press(key)
        const covered = () =>
          page.evaluate(() => {
            const [range] = CSS.highlights.get('suche-hier') ?? []
            if (!range) return 'no hit'
            const { top, bottom } = (range as Range).getBoundingClientRect()
            const bar = document.querySelector('.reading-bar[data-shown]')?.getBoundingClientRect()
            const steps = document.querySelector('.search-steps')!.getBoundingClientRect()
            return top >= (bar?.bottom ?? 0) && bottom <= steps.top ? null : `${top} to ${bottom}`
          })
        await expect.poll(covered).toBe(null)
      }
    })
  })
