import { expect, test } from '@playwright/test'
import { looks, violations } from './axe.ts'
import {
  annotation,
  area,
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
  wordAt,
  write,
} from './notes-page.ts'

test.use({ viewport: { width: 1280, height: 1200 } })

test('the mouse marks words across paragraphs, and the marks are stored', async ({ page }) => {
  await open(page, long)
  await drag(page, 'abs-2', 'abs-3')
  await bar(page).getByRole('button', { name: 'Markieren: Blau, Frage' }).click()
  await expect(bar(page)).toBeHidden()
  await expect(status(page)).toContainText('Markiert: Blau, Frage.')
  await expect.poll(() => marked(page, 'blau')).toHaveLength(2)
  const words = await marked(page, 'blau')
  expect(words).toHaveLength(2)
  for (const id of ['abs-2', 'abs-3'])
    await expect(tab(page, id)).toHaveAccessibleName(
      `1 Markierung zu Absatz ${id.replace('abs-', '')}`,
    )
  const [entry] = await entriesKept(page, 1)
  expect(entry!['parts']).toHaveLength(2)
  await page.reload()
  await expect(tab(page, 'abs-3')).toBeVisible()
  await expect.poll(() => marked(page, 'blau')).toEqual(words)
})

test('marks may overlap; a click on the words opens their notes, the shortest mark first', async ({
  page,
}) => {
  await open(page, long)
  await drag(page, 'abs-2', 'abs-3')
  await bar(page).getByRole('button', { name: /Gelb/ }).click()
  await drag(page, 'abs-3', 'abs-3')
  await bar(page).getByRole('button', { name: /Rot/ }).click()
  await expect(tab(page, 'abs-3')).toHaveAccessibleName('2 Markierungen zu Absatz 3')
  const { left, y } = await wordAt(page, 'abs-3', 'first')
  await page.mouse.click(left + 3, y)
  await expect(box(page)).toBeVisible()
  await expect(box(page)).toContainText('1 von 2')
  await expect(box(page).getByRole('radio', { name: 'Rot, Einwand' })).toBeChecked()
  await box(page).getByRole('button', { name: 'nächste Notiz zu dieser Stelle' }).click()
  await expect(box(page).getByRole('radio', { name: 'Gelb, wichtig' })).toBeChecked()
  await box(page).getByRole('radio', { name: 'Grün, These' }).check()
  await expect.poll(() => marked(page, 'gruen')).toHaveLength(2)
  await expect.poll(() => marked(page, 'gelb')).toEqual([])
})

test('the keyboard selects, marks and writes, and the focus is restored', async ({ page }) => {
  await open(page)
  await page.locator('#abs-6').evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const { left, y } = await wordAt(page, 'abs-6', 'first')
  // Caret browsing cannot be switched on here, so the first word is selected by script, the rest by keys.
  await page.mouse.dblclick(left + 4, y)
  for (let i = 0; i < 30; i++) await page.keyboard.press('Shift+ArrowRight')
  await expect(bar(page)).toBeVisible()
  await page.keyboard.press('m')
  await expect(bar(page).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(bar(page).getByRole('button', { name: 'Notiz' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(area(page)).toBeFocused()
  await write(page, 'Mit der Tastatur.')
  await page.keyboard.press('Escape')
  await expect(box(page)).toBeHidden()
  await expect(tab(page, 'abs-6')).toBeFocused()
  await expect(tab(page, 'abs-6')).toHaveAccessibleName('1 Notiz zu Absatz 6')
  await page.keyboard.press('Enter')
  await expect(box(page).getByRole('heading', { name: /^Abs\. 6/ })).toBeFocused()
  await expect(area(page)).toHaveValue('Mit der Tastatur.')
  // Nothing is announced inside the words.
  await expect(page.locator('#abs-6 mark')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(tab(page, 'abs-6')).toBeFocused()
  const [entry] = await entriesKept(page, 1)
  expect(entry!['body']).toBe('Mit der Tastatur.')
  expect((entry!['parts'] as { exact: string }[])[0]!.exact.length).toBeGreaterThan(20)
})

test('actions can be undone by button and by Ctrl+Z', async ({ page }) => {
  await open(page)
  await mark(page, 'abs-2', 'Notiz')
  await write(page, 'Bleibt das?')
  await box(page).getByRole('button', { name: 'Entfernen' }).click()
  await expect(status(page)).toContainText('Notiz entfernt.')
  await expect(tab(page, 'abs-2')).toHaveCount(0)
  await status(page)
    .getByRole('button', { name: /Rückgängig/ })
    .click()
  await expect(tab(page, 'abs-2')).toHaveAccessibleName('1 Notiz zu Absatz 2')
  await mark(page, 'abs-3', /Gelb/)
  await expect(tab(page, 'abs-3')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(tab(page, 'abs-3')).toHaveCount(0)
  await page.reload()
  await expect(tab(page, 'abs-2')).toBeVisible()
  await expect(tab(page, 'abs-3')).toHaveCount(0)
})

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } })

  test('a paragraph is marked, its note written and read', async ({ page }) => {
    await open(page)
    await page.locator('#abs-2 ~ .block-number').tap()
    await bar(page).getByRole('button', { name: /Grün/ }).tap()
    await expect(tab(page, 'abs-2')).toContainText('1 Markierung')
    const { left, y } = await wordAt(page, 'abs-2', 'first')
    await page.touchscreen.tap(left + 4, y)
    await expect(box(page)).toBeVisible()
    await area(page).tap()
    await page.keyboard.type('Mit dem Finger')
    await box(page).getByRole('button', { name: 'Schließen' }).tap()
    await expect(tab(page, 'abs-2')).toHaveText('1 Notiz')
    const small = await page
      .locator('.annotation-tab, .annotation-box button')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).length)
    expect(small).toBe(0)
  })
})

for (const size of [100, 200])
  test(`a badge shows its words between paragraphs, at ${size} %`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.addInitScript(
      (value) => localStorage.setItem('edition:einstellungen', JSON.stringify({ groesse: value })),
      String(size),
    )
    await open(page)
    await mark(page, 'abs-2', /Gelb/)
    await expect(tab(page, 'abs-2')).toBeVisible()
    const { above, below, words } = await tab(page, 'abs-2').evaluate((badge) => {
      const range = document.createRange()
      const box = (node: Node) => {
        range.selectNodeContents(node)
        return range.getBoundingClientRect()
      }
      const shown = box(badge)
      const before = box(document.getElementById('abs-1')!)
      const after = box(document.getElementById('abs-2')!)
      return {
        above: shown.top - before.bottom,
        below: after.top - shown.bottom,
        words: badge.lastElementChild!.getBoundingClientRect().width,
      }
    })
    expect(above).toBeGreaterThanOrEqual(0)
    expect(below).toBeGreaterThanOrEqual(2)
    expect(words, 'width of its word').toBeGreaterThan(40)
  })

for (const { width, colorScheme, tag } of looks)
  test.describe(`axe finds nothing at ${width} px, ${colorScheme}`, { tag }, () => {
    test.beforeEach(async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    })

    test('in a text and in the list', async ({ page }) => {
      await open(page)
      await mark(page, 'abs-3', /Rot/)
      await mark(page, 'abs-2', /Gelb/)
      await expect(tab(page, 'abs-2')).toBeVisible()
      await page.locator('#abs-4 ~ .block-number').click()
      await expect(bar(page)).toBeVisible()
      expect.soft(await violations(page), 'bar').toEqual([])
      await bar(page).getByRole('button', { name: 'Notiz' }).click()
      await write(page, 'Etwas dazu')
      expect.soft(await violations(page), 'box').toEqual([])
      await box(page).getByRole('button', { name: 'Entfernen' }).click()
      await expect(status(page)).toContainText('Rückgängig')
      expect.soft(await violations(page), 'status').toEqual([])
      await page.goto(notes)
      await expect(page.locator('.own-note')).toHaveCount(2)
      expect.soft(await violations(page), 'list').toEqual([])
      await page.getByRole('button', { name: /^Notiz schreiben: Abs\. 2/ }).click()
      expect.soft(await violations(page), 'editing').toEqual([])
    })

    test('on the seminar overlay', async ({ page }) => {
      await page.goto(`${notes}tisch/`)
      await page
        .getByLabel('Dateien auswählen')
        .setInputFiles([file('Anna', [annotation('abs-3', 'Worte', 'Notiz', 'rot')])])
      await expect(page.locator('.table-mark')).toHaveCount(1)
      expect.soft(await violations(page), 'table').toEqual([])
    })
  })
