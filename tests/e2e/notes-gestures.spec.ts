import { readFile, writeFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { dragged, until } from '../browsers/browser.ts'
import { findFirefox, launchFirefox } from '../browsers/firefox.ts'
import { violations } from './axe.ts'
import {
  annotation,
  bar,
  box,
  drag,
  entriesKept,
  file,
  long,
  mark,
  marked,
  notes,
  open,
  status,
  tab,
  text,
  wordAt,
  write,
} from './notes-page.ts'

test.use({ viewport: { width: 1280, height: 1200 } })

/** Background colour of a highlight. */
const paintOf = (page: Page, id: string, colour: string) =>
  page.evaluate(
    ([id, colour]) =>
      getComputedStyle(document.getElementById(id!)!, `::highlight(markierung-${colour})`)
        .backgroundColor,
    [id, colour],
  )

test('marks have their colours at once', async ({ page }) => {
  await open(page)
  await mark(page, 'abs-2', /Gelb/)
  await entriesKept(page, 1)
  await page.reload()
  await expect(tab(page, 'abs-2')).toBeVisible()
  await expect.poll(() => paintOf(page, 'abs-2', 'gelb')).toMatch(/^rgba\(240, 200, 50/)
})

test('marks are drawn near the window, and all of them on paper', async ({ page }) => {
  await open(page, long)
  const last = await page
    .locator('article .block > [id^="abs-"]')
    .last()
    .evaluate(({ id }) => id)
  await mark(page, 'abs-2', /Gelb/)
  await mark(page, last, /Gelb/)
  await expect.poll(() => marked(page, 'gelb')).toHaveLength(1)
  const [far] = await marked(page, 'gelb')
  await page.evaluate(() => scrollTo(0, 0))
  await expect.poll(() => marked(page, 'gelb')).not.toContain(far)
  expect(await marked(page, 'gelb')).toHaveLength(1)
  await page.evaluate(() =>
    addEventListener('beforeprint', () => {
      document.body.dataset['printed'] = String(CSS.highlights.get('markierung-gelb')!.size)
    }),
  )
  await page.pdf()
  expect(await page.evaluate(() => document.body.dataset['printed'])).toBe('2')
  await expect.poll(() => marked(page, 'gelb')).toHaveLength(1)
})

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } })

  // Headless Chromium selects nothing on a long press, although the touch is real: the test selects the word meanwhile,
  // as a phone's system does.
  for (const end of ['touchEnd', 'touchCancel'] as const)
    test(`a long press that ends by ${end} selects a word, and the bar marks it`, async ({
      context,
      page,
    }) => {
      await open(page)
      await page.locator('#abs-6').evaluate((p) => p.scrollIntoView({ block: 'center' }))
      const { left, y } = await wordAt(page, 'abs-6', 'first')
      const session = await context.newCDPSession(page)
      await session.send('Input.dispatchTouchEvent', {
        type: 'touchStart',
        touchPoints: [{ x: left + 80, y }],
      })
      // The duration is part of the gesture: a shorter press is a tap.
      await page.waitForTimeout(700)
      const word = await page.evaluate(
        ([x, y]) => {
          const caret = document.caretPositionFromPoint(x!, y!)!
          const selection = getSelection()!
          selection.collapse(caret.offsetNode, caret.offset)
          selection.modify('move', 'backward', 'word')
          selection.modify('extend', 'forward', 'word')
          return String(selection).trim()
        },
        [left + 80, y],
      )
      await session.send('Input.dispatchTouchEvent', { type: end, touchPoints: [] })
      await expect(bar(page)).toBeVisible()
      // The system's handles change the selection without touch events in the page.
      await page.evaluate(() => getSelection()!.modify('extend', 'forward', 'word'))
      const words = await page.evaluate(() => String(getSelection()).trim())
      expect(words.length).toBeGreaterThan(word.length)
      await bar(page)
        .getByRole('button', { name: /^Markieren: Gelb/ })
        .tap()
      await expect(tab(page, 'abs-6')).toContainText('1 Markierung')
      await expect.poll(() => marked(page, 'gelb')).toEqual([words])
    })
})

test('files can be dropped on the seminar overlay', async ({ context, page }, info) => {
  const paths = await Promise.all(
    ['Anna', 'Ben'].map(async (name) => {
      const path = info.outputPath(`${name}.json`)
      await writeFile(path, file(name, [annotation('abs-3', 'Worte', `Von ${name}`)]).buffer)
      return path
    }),
  )
  await page.goto(`${notes}tisch/`)
  const target = await page.locator('.table-drop').boundingBox()
  const session = await context.newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: target!.x + 20,
      y: target!.y + 20,
      data: { items: [], files: paths, dragOperationsMask: 1 },
    })
  await expect(page.locator('[data-count]')).toContainText('2 Dateien, 2 Personen')
  await expect(page.getByText('Von Ben')).toBeVisible()
  await expect(page).toHaveURL(/tisch\/$/)
})

test.describe('in a browser without highlights', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      delete (CSS as { highlights?: unknown }).highlights
      delete (window as { Highlight?: unknown }).Highlight
    }),
  )
  const wrapped = (page: Page, colour: string) =>
    page
      .locator(`article mark[data-colour="${colour}"]`)
      .evaluateAll((all) => all.map(({ textContent }) => textContent).join(''))
  const wordingOf = (page: Page) => page.locator('#abs-3').evaluate((p) => p.textContent)

  test('words are wrapped, even with overlaps, and unwrapped without a trace', async ({ page }) => {
    await open(page, long)
    const before = await page.locator('#abs-3').innerHTML()
    const words = await wordingOf(page)
    await drag(page, 'abs-2', 'abs-3')
    await bar(page).getByRole('button', { name: /Gelb/ }).click()
    await expect(page.locator('#abs-2 mark').first()).toBeVisible()
    await mark(page, 'abs-3', /Rot/)
    await expect(tab(page, 'abs-3')).toHaveAccessibleName('2 Markierungen zu Absatz 3')
    expect(await wordingOf(page)).toBe(words)
    const red = await wrapped(page, 'rot')
    expect(red.length).toBeGreaterThan(40)
    await entriesKept(page, 2)

    await page.reload()
    await expect(tab(page, 'abs-3')).toHaveAccessibleName('2 Markierungen zu Absatz 3')
    expect(await wrapped(page, 'rot')).toBe(red)
    const { left, y } = await wordAt(page, 'abs-3', 'first')
    await page.mouse.click(left + 3, y)
    await expect(box(page)).toContainText('1 von 2')
    for (const rest of [1, 0]) {
      await box(page).getByRole('button', { name: 'Entfernen' }).click()
      await expect(box(page)).toBeHidden()
      await entriesKept(page, 2)
      await expect(tab(page, 'abs-3')).toHaveCount(rest)
      if (rest > 0) await tab(page, 'abs-3').click()
    }
    await expect(page.locator('article mark[data-colour]')).toHaveCount(0)
    expect(await page.locator('#abs-3').innerHTML()).toBe(before)
  })
})

test.describe('sepia', () => {
  for (const width of [360, 1280])
    test(`axe finds nothing at ${width} px`, { tag: '@full' }, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.addInitScript(() =>
        localStorage.setItem('edition:einstellungen', '{"theme":"sepia"}'),
      )
      await open(page, long)
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia')
      await mark(page, 'abs-3', /Rot/)
      await page.locator('#abs-4 ~ .block-number').click()
      await expect(bar(page)).toBeVisible()
      expect.soft(await violations(page), 'bar').toEqual([])
      await bar(page).getByRole('button', { name: 'Notiz' }).click()
      await write(page, 'Etwas dazu')
      expect.soft(await violations(page), 'box').toEqual([])
      await page.keyboard.press('Escape')
      await page.goto(notes)
      await expect(page.locator('.own-note')).toHaveCount(2)
      expect.soft(await violations(page), 'list').toEqual([])
      await page.getByRole('button', { name: /^Entfernen: Abs\. 3/ }).click()
      await expect(status(page)).toContainText('Rückgängig')
      expect.soft(await violations(page), 'status').toEqual([])
      await page.goto(`${notes}tisch/`)
      await page
        .getByLabel('Dateien auswählen')
        .setInputFiles([file('Anna', [annotation('abs-3', 'Worte', 'Notiz', 'rot')])])
      await expect(page.locator('.table-mark')).toHaveCount(1)
      expect.soft(await violations(page), 'table').toEqual([])
    })
})

test('Firefox marks a passage, stores it, lists it and exports it', { tag: '@full' }, async () => {
  test.setTimeout(300_000)
  const firefox = findFirefox()
  test.skip(!firefox, 'there is no Firefox')
  const page = await launchFirefox(firefox!)
  try {
    await page.visit(text)
    await until(page, 'the margin', () => document.querySelector('article[data-placed]') !== null)
    const { from, to } = await page.evaluate(() => {
      const paragraph = document.getElementById('abs-2')!
      paragraph.scrollIntoView({ block: 'center', behavior: 'instant' })
      const range = document.createRange()
      range.selectNodeContents(paragraph)
      const { left, top, height } = range.getClientRects()[0]!
      const y = Math.round(top + height / 2)
      return { from: { x: Math.round(left + 1), y }, to: { x: Math.round(left + 240), y } }
    })
    await page.perform([dragged(from, to)])
    const colour = '.passage-bar [data-colour="blau"]'
    const stands = (selector: string) => document.querySelector(selector) !== null
    await until(page, 'the bar', stands, colour)
    const selected = await page.evaluate(() => String(getSelection()).trim())
    expect(selected.length).toBeGreaterThan(10)
    const press = (selector: string) => document.querySelector<HTMLElement>(selector)!.click()
    await page.evaluate(press, colour)
    await until(page, 'the mark', stands, '[data-annotations="abs-2"]')

    await page.visit(text)
    await until(page, 'the mark', stands, '[data-annotations="abs-2"]')
    await page.evaluate(() => document.getElementById('abs-2')!.scrollIntoView())
    const marked = await until(page, 'the marked words', () => {
      const words = CSS.highlights
        ? [...(CSS.highlights.get('markierung-blau') ?? [])].map(String)
        : [document.querySelectorAll('mark[data-colour="blau"]')].map((marks) =>
            [...marks].map(({ textContent }) => textContent).join(''),
          )
      return words.length > 0 && words
    })
    expect(marked).toEqual([selected])

    await page.visit(notes)
    const quoted = () => document.querySelector('.own-note blockquote')?.textContent
    expect(await until(page, 'the list', quoted)).toBe(selected)
    await until(page, 'the look for lost places', stands, '[data-looked]')
    expect(await page.evaluate(() => document.querySelectorAll('#ui_ohne-platz').length)).toBe(0)
    await page.evaluate(press, '[data-save]')
    const json = await readFile(await page.download(), 'utf8')
    expect(JSON.parse(json)).toMatchObject({ type: 'AnnotationCollection', total: 1 })
    expect(json).toContain(JSON.stringify(selected))
  } finally {
    await page.close()
  }
})
