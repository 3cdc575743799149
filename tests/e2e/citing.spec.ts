import { expect, test, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import {
  bar,
  clipboard,
  dialog,
  doi,
  drag,
  dragged,
  open,
  own,
  published,
  select,
  upTo,
  wordsOf,
} from './citing-page.ts'
import { builtSites } from './sites.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

/** The reference to a place, made from the reference to the whole text shown without script. */
async function referenceTo(page: Page, slug: string, locator: string, link: string) {
  const whole = (await page.locator('.reference').textContent())!.trim()
  const address = slug === texts.small ? doi : published(slug)
  expect(whole.endsWith(`${address}.`)).toBe(true)
  return whole.replace(`${address}.`, `${locator}, ${link}.`)
}

test.describe('a passage', () => {
  test('is cited from the bar: quotation, reference, place, version, address; one Escape closes the dialog', async ({
    page,
  }) => {
    await open(page)
    const words = await dragged(page)
    await bar(page).getByRole('button', { name: 'Zitieren' }).click()
    await expect(dialog(page).getByRole('button', { name: 'Kopieren' })).toBeFocused()
    await expect(bar(page)).toHaveCount(0)
    await dialog(page).getByRole('button', { name: 'Kopieren' }).click()
    await expect(dialog(page).getByText('Kopiert.')).toBeVisible()
    const copied = await clipboard(page)
    const [link = ''] = /https:\S+(?=\.$)/.exec(copied) ?? []
    expect(link).toMatch(/\/\?fassung=1\.0#abs-1:~:text=[^-,&]+,[^-,&]+&text=[^-,&]+,[^-,&]+$/)
    expect(link.startsWith(published(own))).toBe(true)
    const reference = await referenceTo(page, own, 'Abs. 1–3', link)
    expect(copied).toBe(`„${words.join('\n\n')}“\n\n${reference}`)

    await dialog(page).getByLabel('Adresse auf das Wort genau').uncheck()
    await dialog(page).getByLabel('nur der Nachweis').check()
    await dialog(page).getByRole('button', { name: 'Kopieren' }).click()
    await expect(dialog(page).getByText('Kopiert.')).toBeVisible()
    const short = `${published(own)}?fassung=1.0#abs-1`
    expect(await clipboard(page)).toBe(await referenceTo(page, own, 'Abs. 1–3', short))
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeHidden()
  })

  test('has a link that browsers follow to exactly these words', async ({ page }) => {
    await open(page)
    const id = await page.locator('article .block > p[id^="abs-"]').evaluateAll(
      // The last paragraph that begins with some words without call or gloss.
      (all) =>
        all.findLast(({ firstChild }) => firstChild!.textContent!.split(' ').length > 12)!.id,
    )
    await drag(page, [id, 3], [id, 9])
    await page.setViewportSize({ width: 1280, height: 720 })
    await bar(page).getByRole('button', { name: 'Link kopieren' }).click()
    await expect(page.locator('[data-status]')).toContainText('kopiert')
    const link = await clipboard(page)
    expect(link).toContain(`#${id}:~:text=`)
    // Without the id the words must be found by the text fragment alone.
    await page.goto('about:blank')
    await open(page, own, `?fassung=1.0#:~:${link.split(':~:')[1]}`)
    await expect(page.locator(`#${id}`)).toBeInViewport()
    await expect(page.locator('h1')).not.toBeInViewport()
    await page.goto('about:blank')
    await open(page, own, `?fassung=1.0#${link.split('#')[1]}`)
    await expect(page.locator(`#${id}`)).toBeInViewport()
  })

  /** Number of tests among which the places of one width are divided: each place is a page to load. */
  const parts = 4
  const shares = [390, 1440].flatMap((width) =>
    Array.from({ length: parts }, (_, part) => ({
      width,
      places: `from places of part ${part + 1}`,
      isOne: (i: number) => i % parts === part,
      tag: '@full',
    })),
  )
  const first = { width: 390, places: 'from one place', isOne: (i: number) => i === 0, tag: [] }
  for (const { width, places, isOne, tag } of [first, ...shares]) {
    const what = `over paragraphs and notes has a link that leads to it, ${width} px, ${places}`
    test(what, { tag }, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await open(page)
      // Words without a call or gloss between, from a paragraph to the next one, or to a note.
      const links = await page.locator('article .block > p[id^="abs-"]').evaluateAll((all) => {
        const runs = (within: Element) =>
          [...within.childNodes].flatMap((node) => {
            const words =
              node.nodeType === Node.TEXT_NODE ? node.nodeValue!.trim().split(/\s+/) : []
            return words.length > 6 ? [words] : []
          })
        const encode = (words: string[]) =>
          encodeURIComponent(words.join(' ')).replaceAll('-', '%2D')
        return all.flatMap((p, i) => {
          const from = runs(p).at(-1)?.slice(1, 6)
          const note = p.parentElement!.querySelector('[data-wording]')
          if (!from || i % 9 !== 3) return []
          return [all[i + 1], note].flatMap((end) => {
            const to = end && runs(end)[0]?.slice(1, 5)
            const text = to && `${encode(from)},${encode(to)}`
            return text ? [{ id: p.id, from: from.join(' '), text }] : []
          })
        })
      })
      expect(links.length).toBeGreaterThan(2)
      const chosen = [...new Set(links.map(({ id }) => id))].filter((_, i) => isOne(i))
      expect(chosen.length).toBeGreaterThan(0)
      for (const { id, from, text } of links.filter(({ id }) => chosen.includes(id))) {
        await page.goto('about:blank')
        await open(page, own, `#:~:text=${text}`)
        await page.locator('article[data-placed]').waitFor()
        const isInView = () =>
          page.evaluate(
            ([id, words]) => {
              const walker = document.createTreeWalker(
                document.getElementById(id)!,
                NodeFilter.SHOW_TEXT,
              )
              while (walker.nextNode()) {
                const node = walker.currentNode as Text
                const at = node.data.replace(/\s/g, ' ').indexOf(words)
                if (at < 0) continue
                const range = document.createRange()
                range.setStart(node, at)
                range.setEnd(node, at + 1)
                const { top, bottom } = range.getBoundingClientRect()
                return top >= 0 && bottom <= innerHeight
              }
              return false
            },
            [id, from] as const,
          )
        await expect.poll(isInView, text).toBe(true)
      }
    })
  }

  test('in another language includes its notes', async ({ page }) => {
    await open(page)
    const id = await page
      .locator('.block > blockquote:has([lang] + [role=doc-noteref])')
      .first()
      .getAttribute('id')
    await page.locator(`[id="${id}"]`).scrollIntoViewIfNeeded()
    await page.getByRole('button', { name: 'Zitieren' }).first().click()
    await dialog(page).getByLabel('Stelle').fill(id!.replace('abs-', ''))
    await page.keyboard.press('Enter')
    await dialog(page).getByLabel('mit Anmerkungen').check()
    await expect(dialog(page).locator('.cite-preview')).toContainText('Anm. ')
  })

  test('includes its notes on request', async ({ page }) => {
    await open(page, texts.small)
    await select(page, 'abs-2', 'abs-2')
    await bar(page).getByRole('button', { name: 'Zitieren' }).click()
    const preview = dialog(page).locator('.cite-preview')
    await expect(preview).not.toContainText('Anm. ')
    await dialog(page).getByLabel('mit Anmerkungen').check()
    const calls = await page
      .locator('#abs-2 [role=doc-noteref]')
      .evaluateAll((all) => all.map((call) => (call as HTMLAnchorElement).hash.slice(1)))
    expect(calls.length).toBeGreaterThan(4)
    const shown = (await preview.textContent())!
    for (const id of calls)
      expect(shown).toContain(`Anm. ${id.replace('anm-', '')}: ${upTo(await wordsOf(page, id), 5)}`)
    expect(shown).toContain('[Vollständig: ')
  })

  for (const { slug, tag } of [
    { slug: texts.small, tag: [] },
    { slug: 'imported', tag: '@full' },
  ])
    test(`over two pages of the print is cited with both: ${slug}`, { tag }, async ({ page }) => {
      const { imported } = builtSites()
      test.skip(slug === 'imported' && imported === null, 'there is no scan: see tests/source.ts')
      const name = slug === 'imported' ? imported! : slug
      await open(page, name)
      const pages = await page
        .locator('article [role=doc-pagebreak]')
        .evaluateAll((all) => all.map(({ id }) => id.replace('s-', '')))
      const second = pages[1]
      const [from, to] = await page.evaluate((mark) => {
        const units = [...document.querySelectorAll('article .block > [id^="abs-"]')]
        const at = mark ? document.getElementById(`s-${mark}`)! : units[3]!
        const unit = units.findIndex((candidate) => candidate.contains(at))
        return [units[Math.max(0, unit - 1)]!.id, units[unit]!.id]
      }, second)
      await select(page, from!, to!)
      await bar(page).getByRole('button', { name: 'Zitieren' }).click()
      await dialog(page).getByLabel('Adresse auf das Wort genau').uncheck()
      await dialog(page).getByRole('button', { name: 'Kopieren' }).click()
      await expect(dialog(page).getByText('Kopiert.')).toBeVisible()
      const paragraphs = [from, to].map((id) => id!.replace('abs-', '')).join('–')
      const locator = `Abs. ${paragraphs}${second ? `, S. ${pages[0]}–${second}` : ''}`
      const version = await page.locator('.text-facts').textContent()
      const [, fassung] = /Fassung (\S+)/.exec(version!)!
      const link = `${published(name)}?fassung=${fassung}#${from}`
      const reference = await referenceTo(page, name, locator, link)
      const copied = (await clipboard(page)).replace(/\s+/g, ' ')
      const words = `${await wordsOf(page, from!)} ${await wordsOf(page, to!)}`
      expect(copied).toBe(`„${words}“ ${reference}`.replace(/\s+/g, ' '))
    })
})

test('the bar is never under the reading bar', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await open(page)
  await page.locator('[data-placed]').waitFor()
  await page.mouse.wheel(0, 1500)
  const above = page.locator('.reading-bar[data-shown]')
  await expect(above).toBeVisible()
  const { height } = (await above.boundingBox())!
  await page.evaluate((room) => {
    const paragraph = document.getElementById('abs-12')!
    const top = scrollY + paragraph.getBoundingClientRect().top
    scrollTo({ top: top - room - 30, behavior: 'instant' })
  }, height)
  await expect(above).toBeVisible()
  await select(page, 'abs-12', 'abs-12')
  await expect(bar(page)).toBeVisible()
  expect((await bar(page).boundingBox())!.y).toBeGreaterThanOrEqual(height)
})

test('messages are above a bar at the bottom of the window', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 300 })
  await open(page)
  // Higher than the window, so that the bar is at its bottom.
  const paragraph = page.locator('#abs-12')
  await paragraph.evaluate((element) => {
    element.tabIndex = -1
    element.focus()
    scrollBy({ top: element.getBoundingClientRect().top, behavior: 'instant' })
  })
  await page.keyboard.press('l')
  await page.keyboard.press('m')
  await expect(bar(page)).toContainText('Abs. 12')
  const status = page.locator('[data-status]')
  await expect(status).toHaveText('Link zu Absatz 12 kopiert.')
  const { y, height } = (await status.boundingBox())!
  expect(y).toBeGreaterThanOrEqual(0)
  expect(y + height).toBeLessThanOrEqual((await bar(page).boundingBox())!.y)
  await page.keyboard.press('Escape')
  await page.keyboard.press('w')
  await expect(status).toHaveText(/^Absatz/)
  const after = (await status.boundingBox())!
  expect(after.y + after.height).toBeGreaterThan(270)
})

test('the number of a paragraph opens the bar for it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await open(page)
  await page.locator('#abs-3 + .block-number').click()
  await expect(bar(page)).toContainText('Abs. 3')
  await bar(page).getByRole('button', { name: 'Link kopieren' }).click()
  await expect(page.locator('[data-status]')).toHaveText('Link zu Abs. 3 kopiert.')
  expect(await clipboard(page)).toBe(`${published(own)}?fassung=1.0#abs-3`)
})
