import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { looks, violations } from './axe.ts'
import { builtSites } from './sites.ts'

const { local, course } = builtSites()
const text = `${local.url}texte/${texts.long}/`
const small = `${local.url}texte/${texts.small}/`

const field = (page: Page) => page.getByRole('searchbox')
const hits = (page: Page) => page.locator('a[data-hit]')
const status = (page: Page) => page.locator('[data-search-status]')

/** Waits until all hits are shown. */
const settled = (page: Page) =>
  expect(page.locator('[data-search-results]')).toHaveAttribute('aria-busy', 'false')

async function ask(page: Page, query: string) {
  await field(page).fill(query)
  await settled(page)
}

for (const [name, open] of [
  ['Ctrl+K', (page: Page) => page.keyboard.press('Control+k')],
  ['the slash', (page: Page) => page.keyboard.press('/')],
  ['the button', (page: Page) => page.locator('.site-tools [data-search-open]').click()],
] as const)
  test(`${name} opens the search, Escape closes it and restores the focus`, async ({ page }) => {
    await page.goto(small)
    await page.locator('[data-placed]').waitFor()
    await page.locator('.site-tools [data-search-open]').focus()
    await open(page)
    await expect(field(page)).toBeFocused()
    await expect(field(page)).toHaveValue('')
    await page.keyboard.press('Escape')
    await expect(field(page)).toBeHidden()
    await expect(page.locator('.site-tools [data-search-open]')).toBeFocused()
  })

test('hits are shown while typing, in groups with their places, and their number is announced', async ({
  page,
}) => {
  await page.goto(small)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Platt')
  await expect(hits(page).first()).toBeVisible()
  await page.keyboard.type('form')
  await settled(page)
  const groups = await page.locator('#ui_suche .hits h2').allTextContents()
  expect(groups.map((group) => group.replace(/\s*\d+$/, ''))).toEqual([
    'Text',
    'Anmerkungen',
    'Glossen',
  ])
  await expect(page.locator('#ui_suche .hits').first()).toContainText(/Abs\. \d+/)
  await expect(page.locator('#ui_suche .hits mark').first()).toHaveText(/plattform/i)
  await expect(status(page)).toHaveText(/^\d+ Treffer: \d+ im Text, \d+ in den Anmerkungen/)
  await expect(status(page)).toHaveAttribute('aria-live', 'polite')
})

test('hits can be filtered by kind, and all of a kind shown', async ({ page }) => {
  await page.goto(`${local.url}suche/?q=GPU`)
  await settled(page)
  const some = await hits(page).count()
  await page.getByRole('radio', { name: /^Anmerkungen/ }).check()
  await settled(page)
  await expect(page).toHaveURL(/art=anmerkungen/)
  await expect(page.locator('.hits h2')).toHaveText([/^Anmerkungen/])
  await page.getByRole('radio', { name: /^alle/ }).check()
  await settled(page)
  await expect.poll(() => hits(page).count()).toBe(some)
  await page.locator('[data-more]').first().click()
  await expect.poll(() => hits(page).count()).toBeGreaterThan(some)
  await expect(page).toHaveURL(/alle=1/)
})

test('hits are put together by text, and texts are chosen by person and subject', async ({
  page,
}) => {
  await page.goto(`${local.url}suche/?q=die`)
  await settled(page)
  const names = page.locator('section.hits h2')
  const byKind = await names.allTextContents()
  await page.getByRole('combobox', { name: 'geordnet' }).selectOption('nach Texten')
  await settled(page)
  await expect(names.first()).toContainText(': ')
  expect(new URL(page.url()).searchParams.get('nach')).toBe('text')
  const more = page.getByRole('button', { name: /^alle \d+ anzeigen: Redaktion: Zwanzig/ })
  await more.click()
  await settled(page)
  await expect(page.getByRole('combobox', { name: 'in', exact: true })).toHaveValue(texts.long)
  await expect(names).toHaveCount(1)
  // The three hits shown before are followed by the one with the focus.
  await expect(hits(page).nth(3)).toBeFocused()

  await page.getByRole('combobox', { name: 'in', exact: true }).selectOption('allen Texten')
  await page.getByText('Texte auswählen').click()
  await page.getByRole('combobox', { name: 'Person' }).selectOption('Uhrwerk')
  await settled(page)
  await expect(names).toHaveText([/^Redaktion, Uhrwerk: Prüfstein/])
  expect(await violations(page)).toEqual([])

  await page.reload()
  await settled(page)
  await expect(page.getByRole('combobox', { name: 'Person' })).toHaveValue('Uhrwerk')
  await expect(names).toHaveText([/^Redaktion, Uhrwerk: Prüfstein/])
  await page.getByRole('combobox', { name: 'geordnet' }).selectOption('nach Art')
  await page.getByRole('combobox', { name: 'Person' }).selectOption('alle')
  await settled(page)
  await expect(names).toHaveText(byKind)
})

test('what comes in while a button is pressed waits for its click', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 720 })
  await page.goto(`${local.url}suche/?q=die&nach=text`)
  await settled(page)
  // Excerpts of hits that come into view are held back until the button below them is pressed.
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  let asked = 0
  await page.route(/\.pf_fragment$/, async (route) => {
    asked++
    await arrived
    await route.continue()
  })
  const more = page.getByRole('button', { name: /^alle \d+ anzeigen: Glossen/ })
  await more.evaluate((button) => button.scrollIntoView({ block: 'end' }))
  await expect.poll(() => asked).toBeGreaterThan(0)
  await more.hover()
  await page.mouse.down()
  const before = await more.boundingBox()
  const empty = await emptyExcerpts(page)
  expect(empty).toBeGreaterThan(0)
  const responses = page.waitForResponse(/\.pf_fragment$/)
  arrive()
  await (await responses).finished()
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  expect(await more.boundingBox()).toEqual(before)
  await page.mouse.up()
  await settled(page)
  await expect(page).toHaveURL(/alle=1/)
})

const emptyExcerpts = (page: Page) =>
  page
    .locator('.hit-words')
    .evaluateAll((all) => all.filter((one) => !one.textContent!.trim()).length)

test('what an address wishes and the edition has not, is not chosen', async ({ page }) => {
  await page.goto(`${local.url}suche/?q=die&person=Niemand&text=nirgends`)
  await settled(page)
  await expect(hits(page).first()).toBeVisible()
  await expect(page.locator('.search-filters details')).not.toHaveAttribute('open')
  expect(new URL(page.url()).search).toBe('?q=die')
})

test('arrow keys move through the hits; Enter goes to the place, which is marked', async ({
  page,
}) => {
  await page.goto(text)
  await page.keyboard.press('Control+k')
  await ask(page, 'Kohle')
  await page.keyboard.press('ArrowDown')
  await expect(hits(page).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(hits(page).first()).toBeFocused()
  const href = await hits(page).first().getAttribute('href')
  await page.keyboard.press('Enter')
  const id = decodeURIComponent(href!.split('#')[1]!)
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport()
  const steps = page.getByRole('group', { name: 'Fundstellen auf dieser Seite' })
  await expect(steps).toContainText(/\d+ von \d+/)
  const before = await steps.locator('span').textContent()
  await steps.getByRole('button', { name: /nächste/ }).click()
  await expect(steps.locator('span')).not.toHaveText(before!)
  expect(await page.evaluate(() => [...CSS.highlights.keys()])).toContain('suche')
  await page.keyboard.press('Escape')
  await expect(steps).toBeHidden()
  expect(await page.evaluate(() => CSS.highlights.has('suche'))).toBe(false)
})

test('a hit in a note on a narrow window opens that note', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(text)
  await page.locator('.site-tools [data-search-open]').click()
  await ask(page, 'Jevons')
  await page.getByRole('radio', { name: /^Anmerkungen/ }).check()
  await settled(page)
  const href = await hits(page).first().getAttribute('href')
  await hits(page).first().click()
  await expect(page.locator(`[id="${href!.split('#')[1]}"]`)).toBeInViewport()
})

test('suggests corrections of misspelt words and says if there are no hits', async ({ page }) => {
  await page.goto(`${local.url}suche/`)
  await ask(page, 'Kompresion')
  await expect(page.locator('[data-search-advice]')).toContainText('Meinten Sie')
  await expect(hits(page).first()).toBeVisible()
  await ask(page, 'Xylophonspieler')
  await expect(hits(page)).toHaveCount(0)
  await expect(status(page)).toContainText('Nichts gefunden')
})

test('a paragraph, note or page number is the first hit, and Enter goes there', async ({
  page,
}) => {
  await page.goto(text)
  for (const [query, id] of [
    ['Abs. 14', 'abs-14'],
    ['Anm. 3', 'anm-3'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await ask(page, query)
    const own = page.locator(`a[data-hit][href*="${texts.long}"]`).first()
    await expect(own).toHaveText(/^Zur Stelle: (Absatz 14|Anmerkung 3) – Zwanzig von/)
    await own.press('Enter')
    await expect(page).toHaveURL(new RegExp(`#${id}$`))
    await expect(page.locator(`#${id}`)).toBeInViewport()
  }
})

test('a page of the print is found by its number, on the site and in a file', async ({ page }) => {
  const place = page.locator('a[data-hit]', { hasText: /^Zur Stelle: Seite 10 – .*Prüfstein/ })
  await page.goto(`${local.url}suche/?q=${encodeURIComponent('S. 10 f.')}`)
  await settled(page)
  await expect(place).toHaveAttribute('href', new RegExp(`/${texts.small}/#s-10$`))
  await place.click()
  await expect(page.locator('#s-10')).toBeInViewport()
  await page.goto(pathToFileURL(join(course.folder, 'am-harten-kern-gelesen.html')).href)
  await page.locator('.site-tools [data-search-open]:visible').click()
  await ask(page, 'S. 10')
  const id = (await place.getAttribute('href'))!.slice(1)
  expect(id).toMatch(/s-10$/)
  await place.click()
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport()
})

test('the search page keeps its query in the address, also on going back', async ({ page }) => {
  await page.goto(`${local.url}suche/`)
  await expect(field(page)).toBeFocused()
  await ask(page, 'Kompression')
  await expect(page).toHaveURL(/q=Kompression/)
  const first = hits(page).first()
  const href = await first.getAttribute('href')
  await first.click()
  await expect(page).toHaveURL(new RegExp(`#${href!.split('#')[1]}$`))
  await page.goBack()
  await settled(page)
  await expect(field(page)).toHaveValue('Kompression')
  await expect(hits(page).first()).toHaveAttribute('href', href!)
})

test('the search page keeps its position while its hits are read', async ({ page }) => {
  await page.clock.install()
  await page.goto(`${local.url}suche/?q=Kohle&text=${texts.long}`)
  await page.clock.runFor(1000)
  await settled(page)
  // Longer than texts wait for their script.
  await page.clock.runFor(10_000)
  await expect(hits(page).first()).toBeVisible()
})

for (const { width, colorScheme, tag } of looks)
  test(
    `axe finds nothing in the search, ${colorScheme}, ${width} px`,
    { tag },
    async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await page.goto(small)
      await page.keyboard.press('Control+k')
      for (const query of [null, 'Plattform', 'Kompresion', 'Xylophonspieler']) {
        if (query) await ask(page, query)
        else await expect(field(page)).toBeFocused()
        expect(await violations(page, { part: '#ui_suche' })).toEqual([])
      }
    },
  )
