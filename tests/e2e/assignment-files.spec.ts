import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from '@playwright/test'
import { encodeAssignment } from '../../src/contract/assignment/codec.ts'
import { sessions } from '../fixture-edition.ts'
import {
  answer,
  fillForm,
  head,
  leave,
  linkTo,
  local,
  made,
  makeLink,
  question,
  session,
  slug,
  test,
} from './assignment-page.ts'
import { builtSites } from './sites.ts'

test('the printed sheet has the passage, the questions and space for answers', async ({ page }) => {
  await page.goto(await linkTo({ anmerkungen: '', glossen: '' }))
  await answer(page, 2).fill('Alle warnen alle.')
  await page.emulateMedia({ media: 'print' })
  const paragraphs = await page
    .locator('article .block > [id^="abs-"]')
    .evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map(({ id }) => id.replace('abs-', '')),
    )
  expect(paragraphs).toEqual(['3', '4', '5', '6'])
  await expect(page.locator('#anm-7')).toBeVisible()
  await expect(page.locator('#anm-2')).toBeHidden()
  await expect(page.locator('h1')).toBeHidden()
  // The passage begins in the middle of a section.
  await expect(page.locator('#gedraenge')).toBeHidden()
  await expect(page.locator('.contents')).toBeHidden()
  await expect(page.getByText('Name:')).toBeVisible()
  await expect(page.locator('.imprint')).toContainText(/Fassung 0\.9.*\/texte\//)
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
  await expect(page.locator('#anm-7')).toBeHidden()
  await expect(question(page, 2).locator('.task-lines')).toBeVisible()
  expect((await page.pdf()).length).toBeGreaterThan(10_000)
})

test('a session prints in one click', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  await page.goto(`${local.url}seminar/${sessions.second}/`)
  await page
    .getByRole('link', { name: /^Drucken: / })
    .first()
    .click()
  await expect(page.locator('html[data-printed] .task-head')).toBeVisible()
  await expect(page).toHaveURL(session())
})

for (const where of ['the page of a session', 'the form', 'the text'] as const)
  test(`a file from ${where} can be read from disk without script`, async ({
    page,
    browser,
  }, info) => {
    if (where === 'the form') {
      await fillForm(page)
      await makeLink(page)
    } else if (where === 'the text') await page.goto(await linkTo({ anmerkungen: '', glossen: '' }))
    else await page.goto(`${local.url}seminar/${sessions.second}/`)
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
      .locator('.block[id]')
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
  await page.getByRole('button', { name: 'Als Datei speichern' }).click()
  const path = info.outputPath('ohne-anmerkungen.html')
  await (await downloaded).saveAs(path)
  await page.goto(pathToFileURL(path).href)
  await expect(page.locator('.block[id]')).toHaveCount(4)
  await expect(page.locator('[href^="#anm-"]')).toHaveCount(0)
})

test('the edition as one file opens a link as well', async ({ page }) => {
  const code = await encodeAssignment(made)
  for (const name of [`${slug}.html`, 'am-harten-kern-gelesen.html']) {
    const { folder } = builtSites().course
    await page.goto(`${pathToFileURL(join(folder, name)).href}#aufgabe=${code}`)
    await expect(head(page)).toBeVisible()
    const passage = page.locator(`article[data-text="${slug}"] [data-passage] > [id*="abs-"]`)
    await expect(passage).toHaveCount(4)
    await expect(page.locator('[data-passage] > [id*="abs-"]')).toHaveCount(4)
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      head(page).getByRole('button', { name: 'Als Datei speichern' }).click(),
    ])
    const html = await readFile(await saved.path(), 'utf8')
    const numbers = [...html.matchAll(/<span class="number">(\w+)</g)].map(([, number]) => number)
    expect(numbers).toEqual(['3', '4', '5', '6'])
    // Its only external link is the address of the assignment at its foot.
    expect(html.replace(/<footer>.*<\/footer>/s, '')).not.toContain('href="file:')
    await answer(page, 1).fill('Aus der Datei.')
    await leave(page).click()
    await expect(page.locator('.task-question')).toHaveCount(0)
  }
})
