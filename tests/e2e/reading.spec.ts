import AxeBuilder from '@axe-core/playwright'
import { expect as base, test, type Page } from '@playwright/test'
import { openText } from './open-text.ts'
import { builtSites } from './sites.ts'

// Panels are loaded when they are asked for; a busy machine takes its time.
const expect = base.configure({ timeout: 20_000 })

const storage = 'edition:einstellungen'

const html = (page: Page) => page.locator('html')

const kept = (page: Page) => page.evaluate((name) => localStorage.getItem(name), storage)

async function openPanel(page: Page) {
  await page.locator('.site-tools [data-opens="ansicht"]').click()
  const panel = page.getByRole('dialog', { name: 'Ansicht' })
  await expect(panel).toBeVisible()
  return panel
}

async function scrollTo(page: Page, selector: string) {
  await page
    .locator(selector)
    .first()
    .evaluate((element) => {
      element.scrollIntoView({ block: 'start' })
    })
}

/** The paragraph in the middle of the window, or a given one: its top, and the number of its section. */
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

test.describe('the panel', () => {
  test('opens by keyboard, closes with Escape, gives the focus back', async ({ page }) => {
    await openText(page)
    const button = page.locator('.site-tools [data-opens="ansicht"]')
    await button.focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog', { name: 'Ansicht' })
    await expect(panel).toBeVisible()
    expect(await panel.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(button).toBeFocused()
  })

  test('closes by a click beside it', async ({ page }) => {
    await openText(page)
    const panel = await openPanel(page)
    await page.mouse.click(5, 400)
    await expect(panel).toBeHidden()
  })

  test('what is set holds at once, after a reload and on other pages', async ({ page }) => {
    await openText(page)
    const panel = await openPanel(page)
    const size = () =>
      page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))
    const before = await size()
    await panel.getByRole('radio', { name: '150 %' }).check()
    await panel.getByRole('radio', { name: 'sepia' }).check()
    await panel.getByRole('switch', { name: 'Absatznummern' }).uncheck()
    expect(await size()).toBe(1.5 * before)
    await expect(page.locator('.block-number').first()).toBeHidden()
    await page.reload()
    expect(await size()).toBe(1.5 * before)
    await expect(html(page)).toHaveAttribute('data-theme', 'sepia')
    await page.goto(builtSites().local.url)
    await expect(html(page)).toHaveAttribute('data-theme', 'sepia')
  })

  test('settings hold before anything is drawn', async ({ page }) => {
    await page.addInitScript((name) => {
      localStorage.setItem(name, '{"groesse":"200","theme":"dark"}')
      const seen = () => document.documentElement?.dataset['groesse']
      new MutationObserver((_, observer) => {
        if (!document.body) return
        observer.disconnect()
        ;(window as { first?: string | undefined }).first = seen()
      }).observe(document, { childList: true, subtree: true })
    }, storage)
    await openText(page)
    expect(await page.evaluate(() => (window as { first?: string }).first)).toBe('200')
  })

  test('can be set back', async ({ page }) => {
    await openText(page)
    const panel = await openPanel(page)
    await panel.getByRole('radio', { name: 'dunkel' }).check()
    await panel.getByRole('switch', { name: 'Blocksatz' }).check()
    expect(await kept(page)).toContain('block')
    await panel.getByRole('button', { name: 'Alles zurücksetzen' }).click()
    expect(await kept(page)).toBeNull()
    await expect(html(page)).not.toHaveAttribute('data-theme')
    await expect(panel.getByRole('radio', { name: 'wie das System' })).toBeChecked()
    await expect(panel.getByRole('switch', { name: 'Blocksatz' })).not.toBeChecked()
  })

  test('works where nothing can be kept', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('forbidden', 'SecurityError')
        },
      })
    })
    const errors: Error[] = []
    page.on('pageerror', (error) => errors.push(error))
    await openText(page, '?glossen=alle')
    await expect(html(page)).toHaveAttribute('data-glossen', 'alle')
    const panel = await openPanel(page)
    await panel.getByRole('radio', { name: 'dunkel' }).check()
    await expect(html(page)).toHaveAttribute('data-theme', 'dark')
    expect(errors).toEqual([])
  })

  test('makes calls silent on wish', async ({ page }) => {
    await openText(page)
    const panel = await openPanel(page)
    const call = page.locator('article [role="doc-noteref"]').first()
    const quiet = panel.getByRole('switch', { name: /Vorlesen/ })
    await quiet.check()
    await expect(call).toHaveAttribute('aria-hidden', 'true')
    await expect(call).toHaveAttribute('tabindex', '-1')
    await page.reload()
    await expect(call).toHaveAttribute('aria-hidden', 'true')
    await (await openPanel(page)).getByRole('switch', { name: /Vorlesen/ }).uncheck()
    await expect(call).not.toHaveAttribute('aria-hidden')
  })
})

test.describe('the address', () => {
  test('fixes the view for this visit and is not kept', async ({ page }) => {
    const address = await openText(page, '?glossen=alle&anmerkungen=text&groesse=200&theme=dark')
    await expect(html(page)).toHaveAttribute('data-glossen', 'alle')
    await expect(html(page)).toHaveAttribute('data-anmerkungen', 'text')
    await expect(html(page)).not.toHaveAttribute('data-groesse')
    await expect(html(page)).not.toHaveAttribute('data-theme')
    expect(await kept(page)).toBeNull()
    await page.goto(address)
    await expect(html(page)).not.toHaveAttribute('data-glossen')
  })

  test('wins over what is kept, until the reader changes it', async ({ page }) => {
    await page.addInitScript((name) => {
      if (!localStorage.getItem(name)) localStorage.setItem(name, '{"glossen":"keine"}')
    }, storage)
    await openText(page, '?glossen=erste', '#abs-2')
    await expect(html(page)).not.toHaveAttribute('data-glossen')
    const panel = await openPanel(page)
    await panel.getByRole('radio', { name: 'jedes Mal' }).check()
    expect(new URL(page.url()).search).toBe('')
    expect(new URL(page.url()).hash).toBe('#abs-2')
    await page.reload()
    await expect(html(page)).toHaveAttribute('data-glossen', 'alle')
  })

  test('of a view can be copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const address = await openText(page)
    const panel = await openPanel(page)
    await panel.getByRole('radio', { name: 'jedes Mal' }).check()
    await panel.getByRole('button', { name: 'Link mit dieser Ansicht kopieren' }).click()
    await expect(panel.getByText('Link kopiert.')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(`${address}?glossen=alle&anmerkungen=rand&absatznummern=an`)
  })
})

test.describe('the bar', () => {
  test('tells the section and what is left, and leads to other sections', async ({ page }) => {
    await openText(page)
    const bar = page.getByRole('navigation', { name: 'Im Text' })
    await expect(bar).toBeHidden()
    const headings = page.locator('article section > h2')
    const [third, second] = [await headings.nth(2).innerText(), await headings.nth(1).innerText()]
    await scrollTo(page, 'article section:nth-of-type(3) > .block')
    await expect(bar).toBeVisible()
    const button = bar.getByRole('button', { name: third })
    await expect(button).toBeVisible()
    await expect(bar.getByText(/^noch \d+ Min\./)).toBeVisible()
    await button.click()
    const here = bar.locator('[aria-current="location"]')
    await expect(here).toHaveText(third)
    await bar.getByRole('link', { name: second }).click()
    await expect(bar.locator('.bar-contents')).toBeHidden()
    await expect(bar.getByRole('button', { name: second })).toBeVisible()
    await expect(headings.nth(1)).toBeInViewport()
  })

  test('its contents close with Escape and give the focus back', async ({ page }) => {
    await openText(page)
    await scrollTo(page, 'article section:nth-of-type(2) > .block')
    const button = page.locator('.bar-here')
    await expect(button).toBeVisible()
    await button.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(page.locator('.bar-contents a').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.locator('.bar-contents')).toBeHidden()
    await expect(button).toBeFocused()
  })

  test('shifts nothing, nor does anything else while one reads', async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: number[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          shifts.push(entry.value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await openText(page)
    for (let i = 0; i < 6; i++) {
      await page.mouse.wheel(0, 700)
      await page.waitForTimeout(150)
    }
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
    expect(shifts.reduce((sum, value) => sum + value, 0)).toBe(0)
  })
})

test.describe('a narrow window sets a section when it comes near', () => {
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
      await page.mouse.wheel(0, -400)
      await page.waitForTimeout(150)
      const after = await page.evaluate(lineRead, before.id)
      expect(Math.round(after.top - before.top), `${before.id} in step ${step}`).toBe(400)
      sections = last - after.section
    }
    expect(sections, 'sections walked through').toBe(3)
    const here = await headings.nth(last - 3).innerText()
    await expect(bar.getByRole('button', { name: here })).toBeVisible()
  })

  test('all of its words are there to be found and copied', async ({ page }) => {
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

test('a long address is shown by its host, copied and printed whole', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.setViewportSize({ width: 1440, height: 900 })
  await openText(page)
  await page.waitForSelector('[data-placed]')
  const wording = page.locator('article [data-wording]:has(.address-rest)').first()
  const rest = wording.locator('.address-rest').first()
  const hidden = () => rest.evaluate((element) => element.scrollWidth - element.clientWidth)
  expect(await hidden(), 'pixels left out').toBeGreaterThan(20)
  await wording.evaluate((element) => getSelection()!.selectAllChildren(element))
  await page.keyboard.press('Control+c')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim()
  expect(plain(copied)).toBe(plain((await wording.textContent())!))
  await page.emulateMedia({ media: 'print' })
  expect(await hidden(), 'pixels left out on paper').toBeLessThanOrEqual(0)
})

test.describe('the line read stays where the eye is', () => {
  /** How far the middle of a paragraph is from a third of the window, in pixels. */
  const off = (page: Page, id: string) =>
    page.locator(`#${id}`).evaluate((element) => {
      const { top, height } = element.getBoundingClientRect()
      return Math.abs(top + height / 2 - innerHeight / 3)
    })
  /** Reads in the middle of a paragraph of the text. */
  async function readOn(page: Page) {
    await openText(page)
    const id = (await page.locator('article .block > p[id^="abs-"]').nth(20).getAttribute('id'))!
    const walk = () =>
      page.locator(`#${id}`).evaluate((element) => {
        const { top, height } = element.getBoundingClientRect()
        scrollBy({ top: top + height / 2 - innerHeight / 3, behavior: 'instant' })
      })
    // Sections that come near take their true height.
    await expect(async () => {
      await walk()
      await page.waitForTimeout(400)
      expect(await off(page, id)).toBeLessThan(2)
    }).toPass()
    return id
  }
  const sizes = [
    [390, 800, 800, 390],
    [800, 390, 390, 800],
    [390, 800, 1440, 900],
    [1440, 900, 1000, 700],
  ] as const
  for (const [width, height, then, thenHeight] of sizes)
    test(`when a window of ${width} px becomes one of ${then} px`, async ({ page }) => {
      await page.setViewportSize({ width, height })
      const id = await readOn(page)
      await page.setViewportSize({ width: then, height: thenHeight })
      await expect.poll(() => off(page, id)).toBeLessThan(4)
      await page.waitForTimeout(1500)
      expect(await off(page, id)).toBeLessThan(4)
    })

  test('when the text is set in another size, and no longer than that', async ({ page }) => {
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
    await page.waitForTimeout(1500)
    expect(await page.evaluate(() => scrollY)).toBe(before + 600)
  })
})

test('reading on at the last place is offered, not forced', async ({ page }) => {
  const address = await openText(page)
  const far = page.locator('article .block > [id^="abs-"]').nth(9)
  const id = await far.getAttribute('id')
  await scrollTo(page, `#${id}`)
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).join()), { timeout: 8000 })
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

test.describe('keys', () => {
  test('lead from paragraph to paragraph, and say where one is', async ({ page }) => {
    await openText(page)
    for (const key of ['j', 'j', 'j']) await page.keyboard.press(key)
    await expect(page.locator('#abs-3')).toBeFocused()
    await page.keyboard.press('k')
    await expect(page.locator('#abs-2')).toBeFocused()
    await page.keyboard.press('w')
    await expect(page.locator('[data-status]')).toHaveText(/^Absatz 2, .*noch \d+ Minuten\.$/)
  })

  test('lead to notes and copy the address of a paragraph', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const address = await openText(page)
    await page.keyboard.press('j')
    await page.keyboard.press('n')
    await expect(page.locator('[role="doc-noteref"]').first()).toBeFocused()
    await page.keyboard.press('l')
    await expect(page.locator('[data-status]')).toHaveText(/^Link zu Absatz \d+ kopiert\.$/)
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(new RegExp(`^${address}#abs-\\d+$`))
  })

  test('change the view', async ({ page }) => {
    await openText(page)
    await page.keyboard.press('g')
    await expect(page.locator('[data-status]')).toHaveText('Glossen: jedes Mal.')
    await expect(html(page)).toHaveAttribute('data-glossen', 'alle')
    await page.keyboard.press('a')
    await expect(html(page)).toHaveAttribute('data-anmerkungen', 'text')
    await page.keyboard.press('t')
    await expect(html(page)).toHaveAttribute('data-theme', 'light')
  })

  test('are listed behind the question mark and can be switched off', async ({ page }) => {
    await openText(page)
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Tastenkürzel' })
    await expect(list).toBeVisible()
    await list.getByRole('switch').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('t')
    await page.keyboard.press('?')
    await expect(list).toBeHidden()
    await expect(html(page)).not.toHaveAttribute('data-theme')
    await (await openPanel(page)).getByRole('switch', { name: 'Tastenkürzel' }).check()
    await page.keyboard.press('Escape')
    await page.keyboard.press('t')
    await expect(html(page)).toHaveAttribute('data-theme', 'light')
  })

  test('do nothing with a modifier or in a panel', async ({ page }) => {
    await openText(page)
    await page.keyboard.press('Alt+t')
    await openPanel(page)
    await page.keyboard.press('t')
    await expect(html(page)).not.toHaveAttribute('data-theme')
  })
})

test('the focus stays where a term is put away and shown again', async ({ page }) => {
  await openText(page)
  const gloss = page.locator('article .gloss').first()
  const lemma = (await gloss.locator('.gloss-lemma').textContent())!
  const word = await gloss.locator('.gloss-back').getAttribute('href')
  await gloss.locator('.gloss-more').click()
  await gloss.getByRole('button', { name: 'kenne ich' }).press('Enter')
  await expect(page.locator('[data-status]')).toHaveText(`„${lemma}“ gilt als bekannt.`)
  await expect(page.locator(`p:has(${word})`)).toBeFocused()

  await page.locator('.gloss-more:visible').first().click()
  await page.locator('.gloss:not([data-off]) [data-opens="begriffe"]').click()
  const dialog = page.getByRole('dialog', { name: 'Meine Begriffe' })
  await dialog.getByRole('button', { name: `wieder zeigen: ${lemma}` }).press('Enter')
  await expect(dialog.getByRole('status')).toHaveText(`„${lemma}“ wird wieder erklärt.`)
  await expect(dialog.getByRole('heading', { name: 'Meine Begriffe', exact: true })).toBeFocused()
})

test.describe('on paper', () => {
  const visible = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) && element.offsetHeight > 0,
    ).length

  test('every note once, each term once in a list, no furniture', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await openText(page)
    const notes = await page.locator('article .note').count()
    const terms = await page.evaluate(
      () =>
        new Set(
          [...document.querySelectorAll<HTMLElement>('article .gloss')].map(
            (g) => g.dataset['term'],
          ),
        ).size,
    )
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.evaluate(visible, 'article .note')).toBe(notes)
    expect(await page.evaluate(visible, 'article .gloss')).toBe(0)
    expect(await page.evaluate(visible, '.gloss-list p')).toBe(terms)
    expect(await page.evaluate(visible, 'header.site-header, footer, .reading-bar, button')).toBe(0)
    expect(await page.evaluate(visible, '.block-number')).toBeGreaterThan(3)
    await expect(page.locator('.imprint')).toContainText(new URL(page.url()).pathname)
    await expect(page.locator('.imprint')).toContainText('Fassung')
    const overlaps = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('article :is(.note, .block > :first-child)')].map(
        (element) => element.getBoundingClientRect(),
      )
      return boxes.filter((box, i) => i > 0 && box.top < boxes[i - 1]!.bottom - 1).length
    })
    expect(overlaps).toBe(0)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await expect(page.locator('.gloss-list')).toHaveCount(0)
  })

  test('without the script each term once behind the text, too', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await openText(page)
    await page.emulateMedia({ media: 'print' })
    const { terms, listed, end, top, numbered } = await page.evaluate(() => {
      const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
      const listed = all('article .gloss').filter(({ offsetHeight }) => offsetHeight > 0)
      const first = document.querySelector('#abs-1')!
      return {
        terms: new Set(all('article .gloss').map(({ dataset }) => dataset['term'])).size,
        listed: listed.map(({ dataset }) => dataset['term']),
        end: Math.max(
          ...all('article :is(.note, .block > :first-child)').map(
            (element) => element.getBoundingClientRect().bottom,
          ),
        ),
        top: Math.min(...listed.map((gloss) => gloss.getBoundingClientRect().top)),
        numbered: getComputedStyle(first, '::before').content,
      }
    })
    expect(terms).toBeGreaterThan(10)
    expect(new Set(listed).size).toBe(terms)
    expect(listed).toHaveLength(terms)
    expect(top).toBeGreaterThan(end)
    expect(numbered).toBe('"abs-1"')
    await context.close()
  })

  test('glosses that are put away stay so', async ({ page }) => {
    await openText(page, '?glossen=keine')
    await expect(page.locator('article .gloss:not([data-off])')).toHaveCount(0)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.evaluate(visible, 'article .gloss, .gloss-list')).toBe(0)
  })

  test('noted terms make a list of their own, on as many sheets as it takes', async ({ page }) => {
    await page.addInitScript(() => {
      const terms = Array.from({ length: 90 }, (_, i) => `Wort ${i}`).map((lemma) => {
        return { term: lemma, lemma, gloss: 'Eine Erklärung.', href: '/' }
      })
      localStorage.setItem('edition:begriffe', JSON.stringify(terms))
      // Printing that fails leaves everything as it is printed.
      window.print = () => {
        throw new Error('paper jam')
      }
    })
    await openText(page)
    await page.locator('.gloss-more').first().click()
    await page.locator('.gloss-tools [data-opens="begriffe"]').click()
    await page.getByRole('button', { name: 'Liste drucken' }).click()
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate(visible, 'body > .terms-kept dt')).toBe(90)
    expect(await page.evaluate(visible, 'main, dialog, button')).toBe(0)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))![1])).toBeGreaterThan(1)
  })

  test('a PDF has pages, and the list of glosses is gone afterwards', async ({ page }) => {
    await openText(page)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(50_000)
    await expect(page.locator('.gloss-list')).toHaveCount(0)
  })
})

test('without JavaScript nothing is offered that needs it', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await openText(page)
  await expect(page.locator('[data-opens]').first()).toBeHidden()
  await expect(page.locator('.reading-bar')).toBeHidden()
  await expect(page.locator('article .note').first()).toBeVisible()
  await context.close()
})

test.describe('axe finds nothing', () => {
  const find = async (page: Page, selector: string) => {
    await expect(page.locator(selector)).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).include(selector).analyze()
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    )
  }

  // What stands on the page before anything is opened, pages.spec.ts looks at.
  for (const theme of ['light', 'dark', 'sepia'])
    for (const width of [360, 1440])
      test(`${theme}, ${width} px: bar, contents, panel, keys`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ reducedMotion: 'reduce' })
        await page.addInitScript(
          ([name, value]) => localStorage.setItem(name!, JSON.stringify({ theme: value })),
          [storage, theme],
        )
        await openText(page, '', '#abs-8')
        expect.soft(await find(page, '.reading-bar'), 'bar').toEqual([])
        await page.keyboard.press('i')
        expect.soft(await find(page, '.bar-contents'), 'contents').toEqual([])
        await page.keyboard.press('Escape')
        await page.keyboard.press('v')
        expect.soft(await find(page, '#ansicht'), 'panel').toEqual([])
        await page.keyboard.press('Escape')
        await page.keyboard.press('?')
        expect.soft(await find(page, '#tasten'), 'keys').toEqual([])
      })

  test('sepia: the whole text', async ({ page }) => {
    test.slow()
    await page.addInitScript((name) => localStorage.setItem(name, '{"theme":"sepia"}'), storage)
    await openText(page)
    expect(await find(page, 'body')).toEqual([])
  })
})

test('the bar keeps its buttons in a narrow window, however large the words', async ({ page }) => {
  await openText(page, '', '#abs-8')
  const button = page.locator('.reading-bar [data-opens="ansicht"]')
  for (const size of ['150', '175', '200'])
    for (const width of [320, 360, 390]) {
      await page.setViewportSize({ width, height: 700 })
      await html(page).evaluate((root, size) => (root.dataset['groesse'] = size), size)
      await expect(page.locator('.reading-bar')).toHaveAttribute('data-shown')
      const { right } = await button.evaluate((element) => element.getBoundingClientRect())
      expect.soft(right, `${width} px, ${size} %`).toBeLessThanOrEqual(width)
    }
})

for (const [width, size] of [
  [320, '100'],
  [320, '200'],
  [768, '200'],
  [1440, '200'],
] as const)
  test(`nothing is wider than a window of ${width} px at ${size} %`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 })
    await page.addInitScript(
      ([name, value]) => localStorage.setItem(name!, JSON.stringify({ groesse: value })),
      [storage, size],
    )
    const excess = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    await openText(page)
    expect.soft(await excess(), 'text').toBeLessThanOrEqual(0)
    await page.keyboard.press('v')
    const panel = page.locator('#ansicht')
    await expect(panel).toBeVisible()
    expect
      .soft(await panel.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth), 'panel')
      .toBeLessThanOrEqual(0)
    for (const path of ['', 'glossar/', 'literatur/', 'seminar/', 'seminar/aufgabe/']) {
      await page.goto(builtSites().local.url + path)
      expect.soft(await excess(), path).toBeLessThanOrEqual(0)
    }
  })
