import { expect, test, type Page } from '@playwright/test'
import { frames, openText, scrollTo, wheel } from './reader.ts'
import { builtSites } from './sites.ts'

/** Top and section number of the paragraph in the middle of the window, or of a given one. */
function lineRead(id?: string) {
  const all = [...document.querySelectorAll<HTMLElement>('article .block > [id^="abs-"]')]
  const middle = innerHeight / 2
  const element = id
    ? document.getElementById(id)!
    : all.find((block) => {
        const { top, bottom } = block.getBoundingClientRect()
        return (
          bottom > middle &&
          top < innerHeight &&
          block.checkVisibility({ contentVisibilityAuto: true })
        )
      })!
  const sections = [...document.querySelectorAll('article > section')]
  return {
    id: element.id,
    top: element.getBoundingClientRect().top,
    section: sections.indexOf(element.closest('article > section')!),
  }
}

test.describe('a narrow window lays out a section when it comes near', () => {
  test.use({ viewport: { width: 390, height: 800 } })

  test('the line read stays in its place, and the bar names its section', async ({ page }) => {
    await openText(page)
    const headings = page.locator('article > section > h2')
    const last = (await headings.count()) - 1
    const id = await page
      .locator('article > section')
      .nth(last)
      .locator('.block > p')
      .first()
      .getAttribute('id')
    await page.goto(`${page.url()}#${id}`)
    const bar = page.getByRole('navigation', { name: 'Im Text' })
    await expect(
      bar.getByRole('button', { name: await headings.nth(last).innerText() }),
    ).toBeVisible()
    let sections = 0
    for (let step = 0; step < 60 && sections < 3; step++) {
      const before = await page.evaluate(lineRead, undefined)
      await wheel(page, -400)
      const after = await page.evaluate(lineRead, before.id)
      // The browser makes up for a section that turns out longer or shorter in whole pixels; its height is none.
      const off = Math.abs(after.top - before.top - 400)
      expect(off, `${before.id} in step ${step}`).toBeLessThan(1)
      sections = last - after.section
    }
    expect(sections, 'sections walked through').toBe(3)
    const here = await headings.nth(last - 3).innerText()
    await expect(bar.getByRole('button', { name: here })).toBeVisible()
  })

  test('all of its words can be found and copied', async ({ page }) => {
    await openText(page)
    await page.waitForSelector('[data-placed]')
    const skipped = await page.evaluate(
      () =>
        [...document.querySelectorAll('article > section > h2')].filter(
          (heading) => !heading.checkVisibility({ contentVisibilityAuto: true }),
        ).length,
    )
    expect(skipped, 'sections that wait').toBeGreaterThan(3)
    const found = await page.evaluate(() => {
      const last = [...document.querySelectorAll('article > section .block > p')].at(-1)!
      const words = last.firstChild!.textContent!.slice(0, 40)
      getSelection()!.selectAllChildren(last)
      const copied = getSelection()!.toString().startsWith(words.trim())
      getSelection()!.removeAllRanges()
      return {
        copied,
        found: (window as unknown as { find: (words: string) => boolean }).find(words),
      }
    })
    expect(found).toEqual({ copied: true, found: true })
  })
})

test.describe('the line being read keeps its position', () => {
  /** Distance in pixels of the middle of a paragraph from the upper third of the window. */
  const off = (page: Page, id: string) =>
    page.locator(`#${id}`).evaluate((element) => {
      const { top, height } = element.getBoundingClientRect()
      return Math.abs(top + height / 2 - innerHeight / 3)
    })
  /** Maximum of that distance over a number of frames. */
  const farthest = (page: Page, id: string, frames: number) =>
    page.locator(`#${id}`).evaluate(async (element, frames) => {
      let most = 0
      for (let frame = 0; frame < frames; frame++) {
        await new Promise((drawn) => requestAnimationFrame(drawn))
        const { top, height } = element.getBoundingClientRect()
        most = Math.max(most, Math.abs(top + height / 2 - innerHeight / 3))
      }
      return most
    }, frames)
  /** Reads in the middle of a paragraph of the text. */
  async function readOn(page: Page) {
    await openText(page)
    const id = (await page.locator('article .block > p[id^="abs-"]').nth(20).getAttribute('id'))!
    const walk = () =>
      page.locator(`#${id}`).evaluate((element) => {
        const { top, height } = element.getBoundingClientRect()
        scrollBy({ top: top + height / 2 - innerHeight / 3, behavior: 'instant' })
        return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      })
    // Sections that come near get their real height.
    await expect(async () => {
      await walk()
      // What keeps the line is loaded with the bar, at the first scrolling; a low window does not show the bar.
      await expect(page.locator('.reading-bar[data-shown]')).toBeAttached()
      // Longer than the page takes to store the reading position.
      expect(await farthest(page, id, 30)).toBeLessThan(2)
    }).toPass()
    return id
  }
  const sizes = [
    [390, 800, 800, 390, '@full'],
    [800, 390, 390, 800],
    [390, 800, 1440, 900],
    [1440, 900, 1000, 700, '@full'],
  ] as const
  for (const [width, height, then, thenHeight, tag = []] of sizes)
    test(`when a window of ${width} px becomes one of ${then} px`, { tag }, async ({ page }) => {
      await page.setViewportSize({ width, height })
      const id = await readOn(page)
      await page.setViewportSize({ width: then, height: thenHeight })
      await expect.poll(() => off(page, id)).toBeLessThan(4)
      expect(await farthest(page, id, 90)).toBeLessThan(4)
    })

  test('when the text size changes, and only then', async ({ page }) => {
    const id = await readOn(page)
    await page.keyboard.press('v')
    const panel = page.getByRole('dialog', { name: 'Ansicht' })
    await panel.getByRole('radio', { name: '150 %' }).check()
    await expect.poll(() => off(page, id)).toBeLessThan(4)
    await page.keyboard.press('Escape')
    const before = await page.evaluate(() => scrollY)
    await page.mouse.move(400, 400)
    await page.mouse.wheel(0, 600)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before + 600)
    const seen = await page.evaluate(async () => {
      const tops = new Set<number>()
      for (let frame = 0; frame < 90; frame++) {
        await new Promise((drawn) => requestAnimationFrame(drawn))
        tops.add(scrollY)
      }
      return [...tops]
    })
    expect(seen).toEqual([before + 600])
  })
})

for (const [width, tag = []] of [[390], [700, '@full'], [1440]] as const)
  test(
    `the line being read is restored at ${width} px: on reload, and on going back`,
    { tag },
    async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await openText(page)
      await page.waitForSelector('[data-placed]')
      for (let step = 0; step < 18; step++) await wheel(page, 600)
      const before = await page.evaluate(lineRead, undefined)
      const isThere = async () => {
        await expect
          .poll(async () => {
            const { top } = await page.evaluate(lineRead, before.id)
            return Math.abs(top - before.top)
          })
          // Within one line, since a font that loaded in time may load too late the next time.
          .toBeLessThan(24)
      }
      await page.reload()
      await isThere()
      await page.goto(new URL('glossar/', builtSites().local.url).href)
      await page.goBack()
      await isThere()
    },
  )

test('on reload a key leads where it should, though the code that restores the line comes later', async ({
  page,
}) => {
  await openText(page)
  await page.waitForSelector('[data-placed]')
  for (let step = 0; step < 6; step++) await wheel(page, 600)
  let letGo = () => {}
  const held = new Promise<void>((done) => (letGo = done))
  await page.route('**/_astro/reading.*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.reload()
  await page.waitForSelector('[data-placed]')
  const scrolled = () => page.evaluate(() => scrollY)
  await expect.poll(scrolled).toBeGreaterThan(1000)
  await page.keyboard.press('Control+Home')
  await expect.poll(scrolled).toBe(0)
  const come = page.waitForResponse('**/_astro/reading.*.js')
  letGo()
  await come
  await frames(page, 60)
  expect(await scrolled()).toBe(0)
})

test('the last reading position is offered, not forced', async ({ page }) => {
  const address = await openText(page)
  const far = page.locator('article .block > [id^="abs-"]').nth(9)
  const id = await far.getAttribute('id')
  await scrollTo(page, `#${id}`)
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).join()))
    .toContain('edition:stelle:')
  await page.goto(address)
  const offer = page.getByRole('region', { name: 'Weiterlesen' })
  await expect(offer).toBeVisible()
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await offer.getByRole('button', { name: 'Nicht jetzt' }).click()
  await expect(offer).toBeHidden()
  await page.goto(builtSites().local.url)
  const resume = page.locator('.way-in').getByRole('link', { name: /weiterlesen bei Absatz/ })
  await expect(resume).toBeVisible()
  await page.goto(address)
  await offer.getByRole('link', { name: 'Weiterlesen' }).click()
  await expect(page).toHaveURL(/#abs-\w+$/)
  await expect(offer).toBeHidden()
  await expect(page.locator(':target')).toBeInViewport()
})
