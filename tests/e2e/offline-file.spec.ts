import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import { findFirefox, launchFirefox } from '../browsers/firefox.ts'
import { texts } from '../fixture-edition.ts'
import { watchFaults } from './faults.ts'
import { scrolled, wheel } from './reader.ts'
import { builtSites } from './sites.ts'

/** Files of the public site, which has two texts: the small one and, in the whole edition behind it, the long one. */
const fileOf = (name: string) => pathToFileURL(join(builtSites().public.folder, name)).href
const text = `${texts.small}.html`
const edition = 'am-harten-kern-gelesen.html'

/** Collects requests, violations of the policy and errors of a file. */
function watch(page: Page): string[] {
  const faults = watchFaults(page)
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith('data:') && !request.isNavigationRequest()) faults.push(url)
  })
  return faults
}

for (const name of [text, edition])
  test(`${name} opens from the disk with margin, settings and search`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    const faults = watch(page)
    await page.goto(fileOf(name))

    const note = page.locator('article .note').first()
    const paragraph = page.locator('article .block > p').first()
    const [beside, running] = [await note.boundingBox(), await paragraph.boundingBox()]
    expect(beside!.x).toBeGreaterThan(running!.x + running!.width)
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
        .map(({ hash }) => decodeURIComponent(hash.slice(1)))
        .filter((id) => id && !document.getElementById(id)),
    )
    expect(broken).toEqual([])

    await page.getByRole('button', { name: 'Ansicht' }).first().click()
    await page.getByRole('radio', { name: 'dunkel' }).check()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.keyboard.press('Escape')

    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').fill('Transformer')
    const hits = page.locator('a[data-hit]')
    await expect(hits.first()).toBeVisible()
    await expect(page.locator('[data-search-results]')).toHaveAttribute('aria-busy', 'false')
    const places = await hits.evaluateAll((links) =>
      links.map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1))),
    )
    for (const id of places) await expect(page.locator(`[id="${id}"]`)).toHaveCount(1)
    await hits.first().click()
    await expect(page.locator(`[id="${places[0]}"]`)).toBeInViewport()
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').fill('Xylophonspieler')
    await expect(page.locator('[data-search-status]')).toContainText('Nichts gefunden')

    expect(faults).toEqual([])
  })

test('a file can be printed', async ({ page }) => {
  await page.goto(fileOf(text))
  expect((await page.pdf()).length).toBeGreaterThan(50_000)
})

test.describe('a text of the edition that is not the first in its file', () => {
  const slug = texts.long
  const article = (page: Page) => page.locator(`article[data-text="${slug}"]`)
  /** Opens the file at its beginning; returns the prefix of the text's ids. */
  const open = async (page: Page) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto('about:blank')
    await page.goto(fileOf(edition))
    const before = await article(page).getAttribute('data-ids')
    expect(before).toMatch(/--$/)
    return before!
  }
  const byId = (page: Page, id: string) => page.locator(`[id="${id}"]`)

  test('has its notes in the list, with links to their places in the file', async ({ page }) => {
    const faults = watch(page)
    const before = await open(page)
    const write = async (id: string, words: string) => {
      await page.locator(`[id="${id}"] ~ .block-number`).click()
      await page.getByRole('button', { name: 'Notiz', exact: true }).click()
      const box = page.locator('.annotation-box')
      await expect(box.getByRole('textbox', { name: 'Notiz' })).toBeFocused()
      await page.keyboard.type(words)
      await box.getByRole('button', { name: 'Schließen' }).click()
    }
    await write('abs-2', 'im ersten Text')
    await write(`${before}abs-3`, 'im zweiten Text')
    for (const [words, id] of [
      ['im zweiten Text', `${before}abs-3`],
      ['im ersten Text', 'abs-2'],
    ] as const) {
      const place = page.locator('.own-note', { hasText: words }).locator('.own-place a')
      await expect(place).toHaveAttribute('href', `#${id}`)
      await place.click()
      await expect(byId(page, id)).toBeInViewport()
    }
    await expect(page.locator('[data-looked]')).toBeAttached()
    await expect(page.locator('#ui_ohne-platz')).toHaveCount(0)
    expect(faults).toEqual([])
  })

  test('has a bookmark of its own', async ({ page }) => {
    await page.clock.install()
    const before = await open(page)
    const kept = (text: string) =>
      page.evaluate(
        (text) =>
          JSON.parse(localStorage.getItem(`edition:stelle:${text}`) ?? 'null') as {
            id: string
          } | null,
        text,
      )
    const first = (await page.locator('article').first().getAttribute('data-text'))!
    const readOnAt = async (id: string) => {
      await byId(page, id).scrollIntoViewIfNeeded()
      await page.mouse.move(600, 450)
      await wheel(page, 300)
      await page.clock.runFor(2500)
    }
    await readOnAt('abs-4')
    await expect.poll(() => kept(first)).not.toBeNull()
    const inFirst = await kept(first)
    expect(await kept(slug)).toBeNull()
    await readOnAt(`${before}abs-8`)
    await expect.poll(() => kept(slug)).not.toBeNull()
    const { id } = (await kept(slug))!
    expect(id).toMatch(/^abs-\d+$/)
    // Reading in the second text or looking up a term does not replace the bookmark of the first.
    await scrolled(page, () => page.locator('#glossar-ptx').scrollIntoViewIfNeeded())
    await page.clock.runFor(2500)
    expect([await kept(first), (await kept(slug))?.id]).toEqual([inFirst, id])

    await open(page)
    const offer = page.getByRole('region', { name: 'Weiterlesen' })
    await expect(offer.getByRole('link')).toHaveCount(2)
    const title = (await article(page).getAttribute('aria-label'))!
    const resume = page.locator('.way-in').getByRole('link', { name: /weiterlesen bei/ })
    await expect(byId(page, (await resume.getAttribute('href'))!.slice(1))).toHaveCount(1)
    await offer.locator('p', { hasText: title }).getByRole('link').click()
    await expect(byId(page, before + id)).toBeInViewport()
    await expect(offer).toBeHidden()
  })

  test('has a bar of its own, with its sections', async ({ page }) => {
    const faults = watch(page)
    const before = await open(page)
    const bar = page.getByRole('navigation', { name: 'Im Text' })
    await byId(page, 'abs-4').scrollIntoViewIfNeeded()
    const first = (await page.locator('article').first().getAttribute('aria-label'))!
    await expect(bar.getByRole('link').first()).toHaveText(first)

    await byId(page, `${before}abs-9`).scrollIntoViewIfNeeded()
    const title = (await article(page).getAttribute('aria-label'))!
    await expect(bar).toHaveCount(1)
    await expect(bar.getByRole('link').first()).toHaveText(title)
    await page.keyboard.press('i')
    await expect(bar.locator('.bar-contents [aria-current]')).toBeFocused()
    const sections = await article(page).locator('section > h2').allTextContents()
    const entries = bar.locator('.bar-contents a')
    for (const section of sections)
      await expect(entries.filter({ hasText: section })).toHaveCount(1)
    await entries.last().click()
    await expect(byId(page, (await entries.last().getAttribute('href'))!.slice(1))).toBeInViewport()
    await bar.getByRole('link', { name: title }).click()
    await expect(article(page).locator('..').getByRole('heading', { name: title })).toBeInViewport()
    expect(faults).toEqual([])
  })

  test('has its list of glosses in print', async ({ page }) => {
    await open(page)
    await page.evaluate(() =>
      addEventListener('beforeprint', () => {
        document.documentElement.dataset['lists'] = [...document.querySelectorAll('article')]
          .map((text) => text.querySelectorAll(':scope > .gloss-list > p').length)
          .join(' ')
      }),
    )
    const expected = await page.locator('article').evaluateAll((texts) =>
      texts
        .map((text) => [...text.querySelectorAll<HTMLElement>('.gloss:not([data-off])')])
        .map((glosses) => new Set(glosses.map(({ dataset }) => dataset['term'])).size)
        .join(' '),
    )
    await page.pdf()
    await expect(page.locator('html')).toHaveAttribute('data-lists', expected)
    expect(expected).toMatch(/[1-9]\d* [1-9]/)
    await expect(page.locator('.gloss-list')).toHaveCount(0)
  })
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('a file can be read', async ({ page }) => {
    await page.goto(fileOf(text))
    await expect(page.locator('#anm-1')).toBeVisible()
    await page.locator('#anm-1-ruf').click()
    await expect(page.locator('#anm-1')).toBeInViewport()
    await expect(page.locator('#glossar-ptx')).toBeVisible()
  })
})

test(
  'Firefox, which lets no file read its neighbours, opens the files and searches them',
  { tag: '@full' },
  async ({}, info) => {
    const firefox = findFirefox()
    test.skip(!firefox, 'there is no Firefox')
    test.setTimeout(300_000)
    const probe = info.outputPath('probe.html')
    await writeFile(probe, '<!doctype html><title>probe</title>')
    await writeFile(info.outputPath('neighbour.html'), 'neighbour')
    const page = await launchFirefox(firefox!)
    try {
      await page.visit(pathToFileURL(probe).href)
      const neighbour = () =>
        fetch('neighbour.html').then(
          () => 'read',
          () => 'refused',
        )
      expect(await page.evaluate(neighbour)).toBe('refused')
      for (const name of [text, edition]) {
        await page.visit(fileOf(name))
        const elsewhere = () => page.requests().filter((url) => url !== fileOf(name))
        expect(elsewhere()).toEqual([])
        const hits = await page.evaluate(async () => {
          const settled = async (test: () => unknown) => {
            while (!test()) await new Promise((resolve) => setTimeout(resolve, 50))
          }
          document.querySelector<HTMLElement>('[data-search-open]')!.click()
          await settled(() => document.querySelector('dialog [data-search-results]'))
          const field = document.querySelector<HTMLInputElement>('dialog input[type=search]')!
          field.value = 'Transformer'
          field.dispatchEvent(new Event('input'))
          const results = document.querySelector('[data-search-results]')!
          await settled(() => results.getAttribute('aria-busy') === 'false' && results.firstChild)
          const hits = [...results.querySelectorAll<HTMLAnchorElement>('a[data-hit]')]
          const ids = hits.map((hit) => decodeURIComponent(hit.hash.slice(1)))
          return ids.filter((id) => document.getElementById(id)).length
        })
        expect(hits, name).toBeGreaterThan(3)
        expect(elsewhere()).toEqual([])
      }
    } finally {
      await page.close()
    }
  },
)
