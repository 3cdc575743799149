import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import {
  after,
  bar,
  clipboard,
  dialog,
  drag,
  open,
  own,
  published,
  upTo,
  wordsOf,
} from './citing-page.ts'
import { builtSites } from './sites.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('a one-file edition opened from disk can be cited', async ({ page }) => {
  const { folder, base } = builtSites().public
  await page.goto(pathToFileURL(join(folder, `${own}.html`)).href)
  await page.keyboard.press('j')
  await page.keyboard.press('z')
  const preview = dialog(page).locator('.cite-preview')
  await expect(preview).toContainText(`„${await wordsOf(page, 'abs-1')}“`)
  await expect(preview).toContainText(
    `https://lesen.example${base}texte/${own}/?fassung=1.0#abs-1.`,
  )
})

test.describe('in the whole edition as one file, a text that is not its first', () => {
  const article = (page: Page) => page.locator(`article[data-text="${own}"]`)
  /** Opens the file; returns the prefix of the text's ids. */
  const openFile = async (page: Page) => {
    const { folder } = builtSites().course
    await page.goto(pathToFileURL(join(folder, 'am-harten-kern-gelesen.html')).href)
    const before = await article(page).getAttribute('data-ids')
    expect(before).toMatch(/--$/)
    return before!
  }
  /** Slug of the text and words of every mark. */
  const marked = (page: Page) =>
    page.evaluate(() =>
      [...CSS.highlights]
        .filter(([name]) => name.startsWith('markierung-'))
        .flatMap(([, ranges]) => [...ranges] as Range[])
        .map((range) => [
          range.startContainer.parentElement!.closest<HTMLElement>('article')!.dataset['text'],
          range.toString().replace(/\s+/g, ' '),
        ]),
    )

  test('is cited by its own numbers and address', async ({ page }) => {
    const before = await openFile(page)
    await drag(page, [`${before}abs-1`, 2], [`${before}abs-2`, 3])
    await page.keyboard.press('Control+c')
    const [first, second] = [`${before}abs-1`, `${before}abs-2`].map((id) => wordsOf(page, id))
    const words = [after(await first!, 2), upTo(await second!, 4)]
    expect(await clipboard(page)).toBe(words.join('\n\n'))
    await bar(page).getByRole('button', { name: 'Zitieren' }).click()
    await dialog(page).getByRole('button', { name: 'Kopieren' }).click()
    await expect(dialog(page).getByText('Kopiert.')).toBeVisible()
    const copied = await clipboard(page)
    expect(copied).toContain(`„${words.join('\n\n')}“`)
    expect(copied).toContain('Abs. 1–2, ')
    expect(copied).toContain(`${published(own)}?fassung=1.0#abs-1:~:text=`)
    const [link = ''] = /https:\S+(?=\.$)/.exec(copied) ?? []

    // The link leads to the same words on the text's page on the site.
    await page.goto('about:blank')
    await open(page, own, `?fassung=1.0#:~:${link.split(':~:')[1]}`)
    await expect(page.locator('#abs-1')).toBeInViewport()
  })

  test('is cited by its paragraph numbers, by keys and by place', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    const before = await openFile(page)
    await page.locator(`[id="${before}abs-3"] + .block-number`).click()
    await expect(bar(page)).toContainText('Abs. 3')
    await page.keyboard.press('Escape')
    await page.locator(`[id="${before}abs-7"]`).scrollIntoViewIfNeeded()
    await page.locator(`[id="${before}abs-7"]`).evaluate((paragraph) => {
      scrollBy(0, paragraph.getBoundingClientRect().top - 10)
    })
    await page.keyboard.press('j')
    const focused = await page.evaluate(() => document.activeElement!.id)
    expect(focused.startsWith(`${before}abs-`)).toBe(true)
    await page.keyboard.press('m')
    await expect(bar(page)).toContainText(`Abs. ${focused.replace(/.*abs-/, '')}`)
    await page.keyboard.press('Escape')
    await page.keyboard.press('z')
    const preview = dialog(page).locator('.cite-preview')
    await expect(preview).toContainText(`„${await wordsOf(page, focused)}“`)
    await dialog(page).getByLabel('Stelle').fill('Anm. 2')
    await page.keyboard.press('Enter')
    await expect(preview).toContainText(await wordsOf(page, `${before}anm-2`))
    await expect(preview).toContainText(`${published(own)}?fassung=1.0#anm-2.`)
    await dialog(page).getByRole('link', { name: 'Zur Stelle' }).click()
    await expect(page.locator(`[id="${before}anm-2"]`)).toBeInViewport()
  })

  test('keeps the marks of a reader, and their notes in the margin', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    const before = await openFile(page)
    await drag(page, [`${before}abs-1`, 2], [`${before}abs-2`, 3])
    await page
      .getByRole('button', { name: /^Markieren: / })
      .first()
      .click()
    const expected = [
      [own, after(await wordsOf(page, `${before}abs-1`), 2)],
      [own, upTo(await wordsOf(page, `${before}abs-2`), 4)],
    ]
    const places = async () => (await marked(page)).map(([slug, words]) => [slug, words!.trim()])
    await expect.poll(async () => (await places()).length).toBe(2)
    const tab = page.locator('[data-annotations="abs-1"]')
    await expect(tab).toHaveCount(1)
    await page.reload()
    await expect.poll(async () => (await places()).length).toBe(2)
    for (const [i, [slug, words]] of (await places()).entries()) {
      expect(slug).toBe(own)
      // Calls are inside the range, but not part of the words.
      expect(words!.startsWith(expected[i]![1]!.slice(0, 30))).toBe(true)
    }
    expect(await article(page).locator(tab).count()).toBe(1)
    await tab.click()
    await expect(page.getByRole('dialog', { name: 'Abs. 1–2' })).toBeVisible()
    await page.keyboard.press('Escape')
    const note = (await article(page).locator('.note').first().boundingBox())!
    const paragraph = (await page.locator(`[id="${before}abs-1"]`).boundingBox())!
    expect(note.x).toBeGreaterThan(paragraph.x + paragraph.width)
  })
})
