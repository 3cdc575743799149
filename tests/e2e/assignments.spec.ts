import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { encodeAssignment } from '../../src/client/assignment/codec.ts'
import type { Assignment } from '../../src/client/assignment/model.ts'
import { builtSites } from './sites.ts'

const slug = 'zwanzig-von-132'
const made: Assignment = {
  ...{
    title: 'Zwanzig Dreher',
    date: '2026-12-01',
    aim: 'Zahlen lesen lernen.',
    task: 'Zu zweit.',
  },
  ...{ text: slug, version: '1.0', from: '3', to: '6', glossen: 'keine', anmerkungen: 'aus' },
  questions: [
    { at: ['4'], text: 'Wovon ist hier <b>nicht</b> die Rede?' },
    { at: ['6', '5'], text: 'Wer warnt wen?' },
    { at: [], text: 'Was fehlt Ihnen?' },
  ],
}
const { local } = builtSites()
const text = (rest = '') => `${local.url}texte/${slug}/${rest}`
const linkTo = async (assignment: Partial<Assignment> = {}) =>
  text(`#aufgabe=${await encodeAssignment({ ...made, ...assignment })}`)
const session = (rest = '') => text(`?sitzung=chip-und-hausrecht${rest}#abs-1`)

const head = (page: Page) => page.getByRole('region', { name: 'Zwanzig Dreher' })
const question = (page: Page, nth: number) =>
  page.getByRole('group', { name: new RegExp(`^Frage ${nth}`) })
const answer = (page: Page, nth: number) =>
  page.getByRole('textbox', { name: `Ihre Antwort auf Frage ${nth}` })
const leave = (page: Page) => page.getByRole('button', { name: 'Lesen beenden' }).first()

/** Numbers of the paragraphs in the passage. */
const passage = (page: Page) =>
  page
    .locator('[data-passage] > [id^="abs-"]')
    .evaluateAll((all) => all.map(({ id }) => id.replace('abs-', '')))

const misdeeds: string[] = []
test.beforeEach(({ page }) => {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) misdeeds.push(message.text())
  })
  page.on('pageerror', ({ message }) => misdeeds.push(message))
})
test.afterEach(() => expect(misdeeds.splice(0)).toEqual([]))

async function fillForm(page: Page) {
  await page.goto(`${local.url}seminar/aufgabe/?text=${slug}`)
  await page.getByLabel('Abschnitt übernehmen').selectOption({ label: 'Hausrecht (13–17)' })
  await expect(page.getByLabel('bis Absatz')).toHaveValue('17')
  await expect(page.getByLabel('Abschnitt übernehmen')).not.toHaveValue('')
  await page.getByLabel('von Absatz').fill('14')
  await expect(page.getByLabel('Abschnitt übernehmen')).toHaveValue('')
  await page.getByLabel('Titel').fill('Wem gehört der Weg?')
  await page.getByLabel('Datum').fill('2026-12-01')
  await page.getByLabel('Wortlaut').fill('Wer darf hier drosseln?')
  await page.getByLabel('zu Absatz').fill('16')
  await page.getByRole('button', { name: 'Frage hinzufügen' }).click()
  await page.getByLabel('Wortlaut').nth(1).fill('Was ist ein Umweg?')
  await page.getByLabel('zu Absatz').nth(1).fill('Abs. 14')
  await page.getByRole('button', { name: 'Frage 2 nach oben' }).click()
  await page.getByLabel('Glossen').selectOption('keine')
}
const makeLink = (page: Page) =>
  page.getByRole('button', { name: 'Link zur Aufgabe machen' }).click()

test('a teacher makes an assignment, a reader opens it elsewhere and answers', async ({
  page,
  browser,
}) => {
  await fillForm(page)
  await expect(page.locator('.form-words').first()).not.toBeEmpty()
  await makeLink(page)
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  await expect(page.locator('.form-result')).toContainText(`${link.length} Zeichen`)
  await expect(page.getByRole('heading', { name: 'Der Link zur Aufgabe' })).toBeFocused()
  expect(new URL(link).search).toBe('')

  const other = await browser.newPage({ locale: 'de-DE' })
  const asked: string[] = []
  other.on('request', (request) => asked.push(request.url()))
  await other.goto(link)
  await expect(other.getByRole('heading', { name: 'Wem gehört der Weg?' })).toBeFocused()
  await expect(other.getByRole('heading', { name: 'Wem gehört der Weg?' })).toBeInViewport()
  expect(await passage(other)).toEqual(['14', '15', '16', '17'])
  await expect(other.getByText('Aufgabe zum 1. Dezember 2026')).toBeVisible()
  await expect(question(other, 1)).toContainText('Was ist ein Umweg?')
  // Each stands right before its paragraph.
  for (const [nth, id] of [
    [1, 'abs-14'],
    [2, 'abs-16'],
  ] as const)
    await expect(question(other, nth).locator('+ .block > :first-child')).toHaveId(id)
  await expect(other.locator('html')).toHaveAttribute('data-glossen', 'keine')
  await answer(other, 1).pressSequentially('Ein Weg um die Tür.')
  await other.reload()
  await expect(answer(other, 1)).toHaveValue('Ein Weg um die Tür.')
  await expect(answer(other, 2)).toHaveValue('')
  expect(asked.filter((url) => url.includes('aufgabe='))).toEqual([])
  await other.close()
})

test('the form names what is missing, keeps its draft and takes it back', async ({ page }) => {
  await page.goto(`${local.url}seminar/aufgabe/`)
  await expect(page.getByLabel('Abschnitt übernehmen').locator('option').first()).toHaveText(
    'keiner',
  )
  await makeLink(page)
  await expect(page.getByLabel('von Absatz')).toBeFocused()
  await expect(page.getByLabel('von Absatz')).toHaveAccessibleDescription(/beginnt die Lektüre/)
  await page.getByLabel('von Absatz').fill('900')
  await page.getByLabel('Wortlaut').fill('Was?')
  await page.getByLabel('zu Absatz').fill('vierzehn')
  await makeLink(page)
  await expect(page.getByLabel('von Absatz')).toHaveAccessibleDescription(/letzte ist Absatz 64/)
  await expect(page.getByLabel('zu Absatz')).toHaveAccessibleDescription(/Nummern von Absätzen/)
  await expect(page.getByLabel('Titel')).toHaveAccessibleDescription(/Titel/)
  await page.reload()
  await expect(page.getByLabel('Wortlaut')).toHaveValue('Was?')
  await page.getByRole('button', { name: 'Entwurf verwerfen' }).click()
  await expect(page.getByLabel('Wortlaut')).toHaveValue('')
  await page.getByRole('button', { name: 'Entwurf zurückholen' }).click()
  await expect(page.getByLabel('Wortlaut')).toHaveValue('Was?')
  // A link made before no longer fits what stands in the form.
  await fillForm(page)
  await makeLink(page)
  await expect(page.locator('.form-result')).toBeVisible()
  await page.getByLabel('Titel').fill('Anders')
  await expect(page.locator('.form-result')).toHaveCount(0)
})

test('the code of a link is drawn when asked for, and refused where it is too long', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await fillForm(page)
  await makeLink(page)
  expect(asked.filter((url) => /\/qr\.[^/]*js$/.test(url))).toEqual([])
  await page.getByRole('button', { name: 'QR-Code zeigen' }).click()
  await expect(page.getByRole('img', { name: 'QR-Code' })).toBeVisible()
  expect(asked.filter((url) => /\/qr\.[^/]*js$/.test(url))).toHaveLength(1)
  // Words that cannot be packed.
  const noise = Array.from({ length: 3900 }, (_, i) =>
    String.fromCharCode(0x4e00 + ((i * 7919) % 20_000)),
  )
  await page.getByLabel('Aufgabe oder Hinweis').fill(noise.join(''))
  await makeLink(page)
  await page.getByRole('button', { name: 'QR-Code zeigen' }).click()
  await expect(page.getByRole('alert')).toContainText('zu lang für einen QR-Code')
})

test('the link is copied, or marked where the browser forbids it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await fillForm(page)
  await makeLink(page)
  const copyLink = page.getByRole('button', { name: 'Link kopieren' })
  await copyLink.click()
  await expect(page.locator('[data-status]')).toHaveText('Link kopiert.')
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'))
    document.execCommand = () => false
  })
  await copyLink.click()
  await expect(page.locator('[data-status]')).toContainText('Der Link ist markiert')
  await expect(page.getByLabel('Link', { exact: true })).toBeFocused()
})

test('the rest steps back, readably, and comes forward under the pointer', async ({ page }) => {
  await page.goto(await linkTo())
  await expect(head(page)).toBeVisible()
  expect(await passage(page)).toEqual(['3', '4', '5', '6'])
  const colour = (id: string) =>
    page.locator(id).evaluate((element) => getComputedStyle(element).color)
  await page.mouse.move(5, 5)
  const dim = await colour('#abs-8')
  expect(dim).not.toBe(await colour('#abs-4'))
  await page.locator('#abs-8').hover()
  expect(await colour('#abs-8')).toBe(await colour('#abs-4'))
  const rule = await page
    .locator('#abs-4')
    .evaluate((element) => getComputedStyle(element, '::before').borderLeftWidth)
  expect(rule).toBe('3px')
  await expect(page.getByText('<b>nicht</b>')).toBeVisible()
  // The question without a place is asked at the end.
  await expect(question(page, 3).locator('+ .task-end')).toBeVisible()
})

test('a question is headed one below what stands before it', async ({ page }) => {
  await page.goto(text())
  const sections = await page
    .locator('section:has(> h3)')
    .evaluateAll((all) =>
      all.map((section) =>
        [...section.querySelectorAll(':scope > .block > [id^="abs-"]')].map(({ id }) =>
          id.slice(4),
        ),
      ),
    )
  const [first, second] = sections.find(({ length }) => length > 1)!
  const asked = { from: first!, to: second! }
  const questions = [{ at: [second!], text: 'Was?' }]
  for (const [from, level] of [
    [first!, 4],
    [second!, 3],
  ] as const) {
    await page.goto('about:blank')
    await page.goto(await linkTo({ ...asked, from, questions }))
    await expect(page.getByRole('heading', { name: /^Frage 1/, level })).toBeVisible({
      timeout: 30_000,
    })
  }
})

test('the view of the link holds for the assignment alone', async ({ page }) => {
  await page.goto(text())
  await page.getByRole('button', { name: 'Ansicht' }).first().click()
  await page.getByRole('radio', { name: 'jedes Mal' }).check()
  await page.getByRole('radio', { name: 'im Text' }).check()
  await page.keyboard.press('Escape')
  const own = await page.evaluate(() => localStorage.getItem('edition:einstellungen'))
  await page.goto('about:blank')
  await page.goto(await linkTo())
  await expect(page.locator('html')).toHaveAttribute('data-glossen', 'keine')
  await expect(page.locator('#anm-3-ruf')).toBeHidden()
  await expect(page.locator('#anm-3')).toBeHidden()
  await leave(page).click()
  await expect(page.locator('html')).toHaveAttribute('data-glossen', 'alle')
  await expect(page.locator('html')).toHaveAttribute('data-anmerkungen', 'text')
  await expect(page.locator('#anm-3-ruf')).toBeVisible()
  await expect(page.locator('[data-passage], [data-outside], .task-question')).toHaveCount(0)
  await expect(page.locator('#abs-3')).toBeFocused()
  expect(page.url()).toBe(text())
  expect(await page.evaluate(() => localStorage.getItem('edition:einstellungen'))).toBe(own)
  await page.reload()
  await expect(page.locator('article[data-placed]')).toBeVisible()
  await expect(page.locator('.task-head')).toHaveCount(0)
})

test('a session opens by its link; a jump in the page and a return change nothing', async ({
  page,
}) => {
  await page.goto(`${local.url}seminar/chip-und-hausrecht/`)
  await page
    .getByRole('link', { name: /^Lesen: / })
    .first()
    .click()
  // On a first visit the questions wait behind the files that are stored for reading offline.
  const title = page.getByRole('heading', { name: 'Der Chip und sein Hausrecht' })
  await expect(title).toBeFocused({ timeout: 30_000 })
  await expect(page).toHaveURL(session())
  await expect(page.getByRole('heading', { name: 'Frage 2 zu Absatz 9 und 10' })).toBeVisible()
  await answer(page, 2).fill('An der Nachbarschaft.')
  await page.locator('#anm-7-ruf').click()
  await page.goBack()
  await page.reload()
  await expect(answer(page, 2)).toHaveValue('An der Nachbarschaft.')
})

test('a link leads nowhere new when the reader comes back from a note; the tab keeps it', async ({
  page,
}) => {
  await page.goto(await linkTo({ anmerkungen: '' }))
  await answer(page, 1).fill('Von Drehern.')
  await page.evaluate(() => (location.hash = '#abs-5'))
  await expect(page.locator('#abs-5')).toBeInViewport()
  await page.reload()
  await expect(answer(page, 1)).toHaveValue('Von Drehern.')
  await page.goBack()
  await expect(page).toHaveURL(/#aufgabe=/)
  await expect(head(page)).toHaveCount(1)
  await expect(answer(page, 1)).toHaveValue('Von Drehern.')
})

test('two tabs keep the answers of both; removal can be undone', async ({ page, context }) => {
  const link = await linkTo()
  await page.goto(link)
  const other = await context.newPage()
  await other.goto(link)
  await answer(page, 1).fill('eins')
  await answer(other, 2).fill('zwei')
  await expect(answer(page, 2)).toHaveValue('zwei')
  await expect(answer(other, 1)).toHaveValue('eins')
  await page.getByRole('button', { name: 'Meine Antworten löschen' }).click()
  await expect(answer(page, 1)).toHaveValue('')
  await expect(answer(other, 1)).toHaveValue('')
  await page.getByRole('button', { name: 'Löschen rückgängig machen' }).click()
  await expect(answer(other, 1)).toHaveValue('eins')
})

test('where nothing can be kept the reader is told at once and can export', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.goto(await linkTo())
  await expect(page.getByText('Ihre Antworten bleiben in diesem Browser')).toBeVisible()
  await answer(page, 1).pressSequentially('Von Uhren')
  await answer(page, 2).pressSequentially('Niemand')
  await expect(page.locator('#aufgabe-aufbewahrung')).toContainText('kann die Antworten nicht')
  await expect(answer(page, 1)).toHaveValue('Von Uhren')
  const downloaded = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Antworten als Markdown sichern' }).click()
  const file = await downloaded
  expect(file.suggestedFilename()).toBe('zwanzig-dreher-antworten.md')
  const markdown = await readFile(await file.path(), 'utf8')
  expect(markdown).toContain('# Zwanzig Dreher')
  expect(markdown).toMatch(/## Frage 1 zu Absatz 4\n\n> Wovon .*\n\nVon Uhren/)
  expect(markdown).toMatch(/## Frage 2 zu Absatz 6 und 5\n\n> Wer warnt wen\?\n\nNiemand/)
  expect(markdown).toContain('(keine Antwort)')
})

test('a hurt link says what is wrong and shows what is certain', async ({ page }) => {
  const link = await linkTo()
  const open = async (address: string) => {
    await page.goto('about:blank')
    await page.evaluate(() => undefined)
    await page.goto(address)
  }
  await open(link.slice(0, -20))
  await expect(page.getByRole('alert')).toContainText('unvollständig')
  await expect(page.getByRole('alert')).toContainText('Absätze 3–6')
  expect(await passage(page)).toEqual(['3', '4', '5', '6'])
  await leave(page).click()

  const lastDot = link.lastIndexOf('.')
  const hurt = link[lastDot - 9] === 'A' ? 'B' : 'A'
  await open(link.slice(0, lastDot - 9) + hurt + link.slice(lastDot - 8))
  await expect(page.getByRole('alert')).toContainText('beschädigt')
  await leave(page).click()

  await open(link.replace(`${slug}.3-6.`, `${slug}.3-7.`))
  await expect(page.getByRole('alert')).toContainText('deshalb ist nichts markiert')
  await expect(page.getByRole('alert')).toContainText('„Zwanzig Dreher“')
  await expect(page.getByRole('alert')).toBeFocused()
  expect(await passage(page)).toEqual([])

  await open(`${link.slice(0, -30)}%C3`)
  await expect(page.getByRole('alert')).toContainText('unvollständig')
  await expect(page.locator('article[data-placed]')).toBeVisible()
  await leave(page).click()

  await open(await linkTo({ from: '60', to: '99' }))
  await expect(page.getByRole('alert')).toContainText('Diese Stelle gibt es hier nicht')
  await open(await linkTo({ text: 'von-uhren' }))
  await expect(page.getByRole('alert')).toContainText('anderen Text')
  await open(await linkTo({ version: '0.9' }))
  await expect(page.getByRole('alert')).toContainText('Fassung 0.9')
  expect(await passage(page)).toEqual(['3', '4', '5', '6'])
})

test('a link of a newer edition shows its passage', async ({ page }) => {
  const { checksum } = await import('../../src/client/assignment/checksum.ts')
  const packed = Buffer.from(made.title).toString('base64url')
  const start = `2.${slug}.3-6.${packed}`
  await page.goto(text(`#aufgabe=${start}.${checksum(start)}.zukunft`))
  await expect(page.getByRole('alert')).toContainText('neueren Fassung')
  await expect(head(page)).toBeVisible()
  expect(await passage(page)).toEqual(['3', '4', '5', '6'])
})

test('on paper there is the passage, the questions and room to write', async ({ page }) => {
  await page.goto(await linkTo({ anmerkungen: '', glossen: '' }))
  await answer(page, 2).fill('Alle warnen alle.')
  await page.emulateMedia({ media: 'print' })
  const paragraphs = await page
    .locator('article .block > [id^="abs-"]')
    .evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map(({ id }) => id.replace('abs-', '')),
    )
  expect(paragraphs).toEqual(['3', '4', '5', '6'])
  await expect(page.locator('#anm-3')).toBeVisible()
  await expect(page.locator('#anm-1')).toBeHidden()
  await expect(page.locator('h1')).toBeHidden()
  // The passage begins amid a section.
  await expect(page.locator('#die-abordnung')).toBeHidden()
  await expect(page.locator('.contents')).toBeHidden()
  await expect(page.getByText('Name:')).toBeVisible()
  await expect(page.locator('.imprint')).toContainText(/Fassung 1\.0.*\/texte\//)
  await expect(question(page, 1).locator('.task-lines > span')).toHaveCount(6)
  const line = await question(page, 1).locator('.task-lines > span').first().boundingBox()
  expect(line!.height).toBeGreaterThan(25)
  await expect(question(page, 2).locator('.task-lines')).toBeHidden()
  await expect(question(page, 2).getByText('Alle warnen alle.').last()).toBeVisible()
  await expect(page.locator('textarea:visible, .task-tools:visible')).toHaveCount(0)

  await page.emulateMedia({ media: 'screen' })
  await page.getByText('Arbeitsblatt drucken').click()
  await page.getByRole('checkbox', { name: 'Anmerkungen' }).uncheck()
  await page.getByRole('checkbox', { name: 'meine Antworten' }).uncheck()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('#anm-3')).toBeHidden()
  await expect(question(page, 2).locator('.task-lines')).toBeVisible()
  expect((await page.pdf()).length).toBeGreaterThan(10_000)
})

test('a session prints in one click', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  await page.goto(`${local.url}seminar/chip-und-hausrecht/`)
  await page
    .getByRole('link', { name: /^Drucken: / })
    .first()
    .click()
  await expect(page.locator('html[data-printed] .task-head')).toBeVisible({ timeout: 30_000 })
  await expect(page).toHaveURL(session())
})

for (const where of ['the page of a session', 'the form', 'the text'] as const)
  test(`a file from ${where} is read from the disk, without script`, async ({
    page,
    browser,
  }, info) => {
    if (where === 'the form') {
      await fillForm(page)
      await makeLink(page)
    } else if (where === 'the text') await page.goto(await linkTo({ anmerkungen: '', glossen: '' }))
    else await page.goto(`${local.url}seminar/chip-und-hausrecht/`)
    const downloaded = page.waitForEvent('download')
    await page
      .getByRole('button', { name: /^Als Datei/ })
      .first()
      .click()
    const path = info.outputPath('aufgabe.html')
    await (await downloaded).saveAs(path)

    const context = await browser.newContext({ javaScriptEnabled: false })
    const file = await context.newPage()
    const asked: string[] = []
    file.on('request', (request) => asked.push(request.url()))
    await file.goto(pathToFileURL(path).href)
    const numbers = await file
      .locator('.block')
      .evaluateAll((all) => all.map(({ id }) => id.replace('abs-', '')))
    const expected = {
      'the page of a session': Array.from({ length: 17 }, (_, i) => String(i + 1)),
      'the form': ['14', '15', '16', '17'],
      'the text': ['3', '4', '5', '6'],
    }[where]
    expect(numbers).toEqual(expected)
    const questions = { 'the page of a session': 5, 'the form': 2, 'the text': 3 }[where]
    await expect(file.getByRole('heading', { name: /^Frage \d/ })).toHaveCount(questions)
    await expect(file.getByRole('heading', { name: 'Anmerkungen' })).toBeVisible()
    await expect(file.getByRole('heading', { name: 'Begriffe' })).toHaveCount(
      where === 'the form' ? 0 : 1,
    )
    const broken = await file
      .locator('a[href^="#"]')
      .evaluateAll((links) =>
        links
          .map((link) => link.getAttribute('href')!.slice(1))
          .filter((id) => !document.getElementById(id)),
      )
    expect(broken).toEqual([])
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
    expect(asked).toHaveLength(1)
    await context.close()
  })

test('a file without notes has no calls to them', async ({ page }, info) => {
  await page.goto(await linkTo({ anmerkungen: 'aus' }))
  const downloaded = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Als Datei sichern' }).click()
  const path = info.outputPath('ohne-anmerkungen.html')
  await (await downloaded).saveAs(path)
  await page.goto(pathToFileURL(path).href)
  await expect(page.locator('.block')).toHaveCount(4)
  await expect(page.locator('[href^="#anm-"]')).toHaveCount(0)
})

test('the edition as one file opens a link as well', async ({ page }) => {
  const code = await encodeAssignment(made)
  for (const name of [`${slug}.html`, 'am-harten-kern-gelesen.html']) {
    await page.goto(`${pathToFileURL(join(local.folder, name)).href}#aufgabe=${code}`)
    await expect(head(page)).toBeVisible()
    const passage = page.locator(`article[data-text="${slug}"] [data-passage]`)
    await expect(passage).toHaveCount(4)
    await expect(page.locator('[data-passage]')).toHaveCount(4)
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      head(page).getByRole('button', { name: 'Als Datei sichern' }).click(),
    ])
    const html = await readFile(await saved.path(), 'utf8')
    const numbers = [...html.matchAll(/<span class="number">(\w+)</g)].map(([, number]) => number)
    expect(numbers).toEqual(['3', '4', '5', '6'])
    // But for the address of the assignment at its foot it leads to no other file.
    expect(html.replace(/<footer>.*<\/footer>/s, '')).not.toContain('href="file:')
    await answer(page, 1).fill('Aus der Datei.')
    await leave(page).click()
    await expect(page.locator('.task-question')).toHaveCount(0)
  }
})

test('everything goes by keyboard', async ({ page }) => {
  await page.goto(`${local.url}seminar/aufgabe/?text=${slug}`)
  const tabTo = async (name: string | RegExp) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> }
        return (
          element.getAttribute('aria-label') ??
          element.labels?.[0]?.textContent ??
          element.innerText
        )
      })
      if (typeof name === 'string' ? focused.trim() === name : name.test(focused)) return
    }
    throw new Error(`no way to ${name}`)
  }
  await tabTo('von Absatz')
  await page.keyboard.type('5')
  await tabTo('Titel')
  await page.keyboard.type('Nur Tasten')
  await tabTo('Wortlaut')
  await page.keyboard.type('jkw?')
  await tabTo('Link zur Aufgabe machen')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Der Link zur Aufgabe' })).toBeFocused()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Nur Tasten' })).toBeFocused()
  await tabTo('Arbeitsblatt drucken')
  await page.keyboard.press('Enter')
  await tabTo('Glossen')
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: 'Glossen' })).not.toBeChecked()
  await tabTo('Ihre Antwort auf Frage 1')
  await page.keyboard.type('jnw')
  await page.keyboard.press('Escape')
  await expect(answer(page, 1)).toHaveValue('jnw')
  await tabTo('Lesen beenden')
  await page.keyboard.press('Enter')
  await expect(page.locator('#abs-5')).toBeFocused()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the form says what to do instead, and „Lesen“ leads to the passage', async ({ page }) => {
    await page.goto(`${local.url}seminar/aufgabe/`)
    await expect(page.getByText('Das Formular braucht JavaScript')).toBeVisible()
    await expect(page.locator(`main a[href$="/texte/${slug}/"]`)).toBeVisible()
    await page.goto(session())
    await expect(page.locator('#abs-1')).toBeInViewport()
  })
})

test('below a path, in a build without the text, and stored for the way', async ({ page }) => {
  const { url, folder } = builtSites().public
  await page.goto(`${url}seminar/abschrift-und-verdichtung/`)
  await page
    .getByRole('link', { name: /^Lesen: / })
    .first()
    .click()
  const first = page.getByRole('heading', { name: 'Frage 1 zu Absatz 40, 41 und 42' })
  await expect(first).toBeVisible({ timeout: 30_000 })
  expect(await passage(page)).toHaveLength(13)
  expect(await readFile(join(folder, 'sw.js'), 'utf8')).toContain(
    'seminar/abschrift-und-verdichtung/aufgabe.json',
  )
})

for (const width of [360, 1280])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing at ${width} px, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(600_000)
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const look = async (state: string) => {
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`)
        expect.soft(found, state).toEqual([])
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect.soft(excess, `${state}: wider than the window`).toBe(0)
      }
      await page.goto(`${local.url}seminar/aufgabe/?text=${slug}`)
      await makeLink(page)
      await look('form with mistakes')
      await fillForm(page)
      await makeLink(page)
      await page.getByRole('button', { name: 'QR-Code zeigen' }).click()
      await expect(page.getByRole('img', { name: 'QR-Code' })).toBeVisible()
      await look('form with its link')
      await page.goto((await linkTo({ version: '0.9', anmerkungen: '' })).replace(/.{9}$/, ''))
      await expect(page.getByRole('alert')).toBeVisible()
      await page.getByText('Arbeitsblatt drucken').click()
      await look('hurt link with its passage')
      await page.goto('about:blank')
      await page.goto(text('#aufgabe=1.x'))
      await expect(page.getByRole('alert')).toBeVisible()
      await look('hurt link')
      await page.goto('about:blank')
      await page.goto(session())
      await expect(answer(page, 1)).toBeVisible()
      await page.mouse.move(2, 2)
      await look('session')
    })
