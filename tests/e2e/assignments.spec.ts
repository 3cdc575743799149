import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { sessions } from '../fixture-edition.ts'
import {
  answer,
  fillForm,
  linkTo,
  local,
  long,
  makeLink,
  passage,
  question,
  session,
  slug,
  test,
  text,
} from './assignment-page.ts'
import { looks, violations } from './axe.ts'
import { builtSites } from './sites.ts'

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
  await expect(other.getByText('Aufgabe zur Sitzung am 1. Dezember 2026')).toBeVisible()
  await expect(question(other, 1)).toContainText('Was ist ein Umweg?')
  // Each is directly before its paragraph.
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

test('everything works by keyboard', async ({ page }) => {
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
  await tabTo('Link zur Aufgabe erstellen')
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
    await expect(page.locator(`main a[href$="/texte/${long}/"]`)).toBeVisible()
    await page.goto(session())
    await expect(page.locator('#abs-1')).toBeInViewport()
  })
})

test('works below a base path, in a build without the text, and offline', async ({ page }) => {
  const { url, folder } = builtSites().public
  await page.goto(`${url}seminar/${sessions.fourth}/`)
  await page
    .getByRole('link', { name: /^Lesen: / })
    .first()
    .click()
  const first = page.getByRole('heading', { name: 'Frage 1 zu Absatz 40, 41 und 42' })
  await expect(first).toBeVisible()
  expect(await passage(page)).toHaveLength(13)
  expect(await readFile(join(folder, 'sw.js'), 'utf8')).toContain(
    `seminar/${sessions.fourth}/aufgabe.json`,
  )
})

for (const { width, colorScheme, tag } of looks)
  test.describe(`axe finds nothing at ${width} px, ${colorScheme}`, { tag }, () => {
    test.beforeEach(async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    })

    test('in the form with errors and with a link', async ({ page }) => {
      await page.goto(`${local.url}seminar/aufgabe/?text=${long}`)
      await makeLink(page)
      await look(page, 'form with mistakes')
      await fillForm(page)
      await makeLink(page)
      await page.getByRole('button', { name: 'QR-Code anzeigen' }).click()
      await expect(page.getByRole('img', { name: 'QR-Code' })).toBeVisible()
      await look(page, 'form with its link')
    })

    test('in a text opened by a damaged link', async ({ page }) => {
      const link = await linkTo({ version: '0.8', anmerkungen: '' })
      await page.goto(link.replace(/.{9}$/, ''))
      await expect(page.getByRole('alert')).toBeVisible()
      await page.getByText('Arbeitsblatt drucken').click()
      await look(page, 'hurt link with its passage')
      await page.goto('about:blank')
      await page.goto(text('#aufgabe=1.x'))
      await expect(page.getByRole('alert')).toBeVisible()
      await look(page, 'hurt link')
    })

    const readAssignment = async (page: Page, address: string) => {
      await page.goto(address)
      await expect(answer(page, 1)).toBeVisible()
      await page.mouse.move(2, 2)
    }

    test('in an assignment', async ({ page }) => {
      await readAssignment(page, await linkTo())
      await look(page, 'assignment')
    })

    // The same elements, in a long text.
    test('in a session', { tag: '@full' }, async ({ page }) => {
      await readAssignment(page, session())
      await look(page, 'session')
    })
  })

async function look(page: Page, state: string) {
  expect.soft(await violations(page), state).toEqual([])
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(excess, `${state}: wider than the window`).toBe(0)
}
