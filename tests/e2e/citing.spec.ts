/** Citing, with real gestures. What is expected is read off the page by its contract, not written here. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { expect as base, test, type Page } from '@playwright/test'
import { detectCoins, readPage } from '../unit/citation/zotero.ts'
import { builtSites } from './sites.ts'

// What is needed is loaded when it is asked for; a busy machine takes its time.
const expect = base.configure({ timeout: 20_000 })
const own = 'zwanzig-von-132'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const open = (page: Page, slug = own, rest = '') =>
  page.goto(`${builtSites().local.url}texte/${slug}/${rest}`)
const published = (slug: string) => `https://lesen.example/texte/${slug}/`
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Zitieren' })
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Mit dieser Stelle' })
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** The words of a paragraph or note, as the page contract defines them. */
const wordsOf = (page: Page, id: string): Promise<string> =>
  page.evaluate((name) => {
    const element = document.getElementById(name)!
    const copy = (element.querySelector('[data-wording]') ?? element).cloneNode(true) as Element
    const apart = '[role=doc-noteref], [role=doc-pagebreak], [aria-hidden=true]'
    for (const other of copy.querySelectorAll(apart)) other.remove()
    return copy.textContent!.replace(/\s+/g, ' ').trim()
  }, id)

/** Where the nth word of a paragraph stands in the window; the words before its first call are counted. */
const wordBox = (page: Page, id: string, nth: number) =>
  page.evaluate(
    ([name, n]) => {
      const walker = document.createTreeWalker(document.getElementById(name)!, NodeFilter.SHOW_TEXT)
      const node = walker.nextNode() as Text
      const word = [...node.data.matchAll(/\S+/g)][n]!
      const range = document.createRange()
      range.setStart(node, word.index)
      range.setEnd(node, word.index + word[0].length)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      return { left, right, middle: (top + bottom) / 2 }
    },
    [id, nth] as const,
  )

/** Draws the mouse from a word of one paragraph to the end of a word of another; both begin with plain words. */
async function drag(page: Page, [from, first]: [string, number], [to, last]: [string, number]) {
  await page.setViewportSize({ width: 1280, height: 2000 })
  await page.locator(`#${from}`).evaluate((element) => element.scrollIntoView({ block: 'start' }))
  const start = await wordBox(page, from, first)
  await page.mouse.move(start.left + 1, start.middle)
  await page.mouse.down()
  const end = await wordBox(page, to, last)
  await page.mouse.move(end.left, end.middle, { steps: 8 })
  await page.mouse.move(end.right - 1, end.middle, { steps: 2 })
  await page.mouse.up()
  await expect(bar(page)).toBeVisible()
}

const after = (words: string, count: number) => words.split(' ').slice(count).join(' ')
const upTo = (words: string, count: number) => words.split(' ').slice(0, count).join(' ')

/** What a drag from word 2 of one paragraph to word 3 of the next but one is to give. */
async function dragged(page: Page): Promise<string[]> {
  await drag(page, ['abs-1', 2], ['abs-3', 3])
  const [first, second, third] = await Promise.all(
    ['abs-1', 'abs-2', 'abs-3'].map((id) => wordsOf(page, id)),
  )
  return [after(first!, 2), second!, upTo(third!, 4)]
}

/** Selects through the document, as a long press and the handles of a touch screen do. */
const select = (page: Page, from: string, to: string) =>
  page.evaluate(
    ([start, end]) => {
      const [first, last] = [document.getElementById(start)!, document.getElementById(end)!]
      getSelection()!.setBaseAndExtent(first, 0, last, last.childNodes.length)
    },
    [from, to] as const,
  )

/** The reference to a place, from that of the whole text which the page shows without script. */
async function referenceTo(page: Page, slug: string, locator: string, link: string) {
  const whole = (await page.locator('.reference').textContent())!.trim()
  expect(whole.endsWith(`${published(slug)}.`)).toBe(true)
  return whole.replace(`${published(slug)}.`, `${locator}, ${link}.`)
}

test.describe('the clipboard', () => {
  test('has the clean words of paragraphs that the mouse has drawn over', async ({ page }) => {
    await open(page)
    const expected = await dragged(page)
    await page.keyboard.press('Control+c')
    expect(await clipboard(page)).toBe(expected.join('\n\n'))
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return (await item!.getType('text/html')).text()
    })
    expect(html.match(/<p\b/g)).toHaveLength(3)
    expect(html).not.toMatch(/<a\b|<span\b[^>]*(?:id|role)=/)
  })

  test('has the words of a note alone', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await open(page)
    await page.locator('#anm-2 [data-wording]').evaluate((wording) => {
      getSelection()!.selectAllChildren(wording)
    })
    await expect(bar(page)).toBeVisible()
    await page.keyboard.press('Control+c')
    expect(await clipboard(page)).toBe(await wordsOf(page, 'anm-2'))
  })

  test('has the whole text after Ctrl+A, with its headings and nothing of the page', async ({
    page,
  }) => {
    await open(page)
    await page.locator('h1').click()
    await page.keyboard.press('Control+a')
    await expect(bar(page)).toBeVisible()
    await page.keyboard.press('Control+c')
    const copied = (await clipboard(page)).split('\n\n')
    const ids = await page
      .locator('article .block > [id^="abs-"]:is(p)')
      .evaluateAll((all) => all.map(({ id }) => id))
    for (const id of ids) expect(copied).toContain(await wordsOf(page, id))
    const headings = await page.locator('article :is(h2, h3)').allTextContents()
    for (const heading of headings) expect(copied).toContain(heading.trim())
    expect(copied.join()).not.toContain('Gehe zu einer Stelle')
    expect(copied.join()).not.toContain('Zum Mitnehmen')
  })

  test('is the browser’s own outside a text', async ({ page }) => {
    await open(page)
    await page.locator('.site-footer p').selectText()
    await page.keyboard.press('Control+c')
    expect(await clipboard(page)).toBe(await page.locator('.site-footer p').innerText())
  })
})

test.describe('a passage', () => {
  test('is cited from the bar: quotation, reference, place, version, address', async ({ page }) => {
    await open(page)
    const words = await dragged(page)
    await bar(page).getByRole('button', { name: 'Zitieren' }).click()
    await dialog(page).getByRole('button', { name: 'Kopieren' }).click()
    await expect(dialog(page).getByText('Kopiert.')).toBeVisible()
    const copied = await clipboard(page)
    const [link = ''] = /https:\S+(?=\.$)/.exec(copied) ?? []
    expect(link).toMatch(/\/\?fassung=1\.0#abs-1:~:text=[^-,]+,[^-,]+$/)
    expect(link.startsWith(published(own))).toBe(true)
    const reference = await referenceTo(page, own, 'Abs. 1–3', link)
    expect(copied).toBe(`„${words.join('\n\n')}“\n\n${reference}`)

    await dialog(page).getByLabel('Adresse bis zum Wort').uncheck()
    await dialog(page).getByLabel('nur der Nachweis').check()
    await dialog(page).getByRole('button', { name: 'Kopieren' }).click()
    await expect(dialog(page).getByText('Kopiert.')).toBeVisible()
    const short = `${published(own)}?fassung=1.0#abs-1`
    expect(await clipboard(page)).toBe(await referenceTo(page, own, 'Abs. 1–3', short))
  })

  test('has a link that browsers follow to the very words', async ({ page }) => {
    await open(page)
    const id = await page.locator('article .block > p[id^="abs-"]').evaluateAll(
      // The last that begins with some words without a call or gloss between.
      (all) =>
        all.findLast(({ firstChild }) => firstChild!.textContent!.split(' ').length > 12)!.id,
    )
    await drag(page, [id, 3], [id, 9])
    await page.setViewportSize({ width: 1280, height: 720 })
    await bar(page).getByRole('button', { name: 'Link kopieren' }).click()
    await expect(page.locator('[data-status]')).toContainText('kopiert')
    const link = await clipboard(page)
    expect(link).toContain(`#${id}:~:text=`)
    // Without the id the words alone have to be found.
    await page.goto('about:blank')
    await open(page, own, `?fassung=1.0#:~:${link.split(':~:')[1]}`)
    await expect(page.locator(`#${id}`)).toBeInViewport()
    await expect(page.locator('h1')).not.toBeInViewport()
    await page.goto('about:blank')
    await open(page, own, `?fassung=1.0#${link.split('#')[1]}`)
    await expect(page.locator(`#${id}`)).toBeInViewport()
  })

  test('leaves one Escape to the dialog, though the mouse has selected it', async ({ page }) => {
    await open(page)
    await dragged(page)
    await bar(page).getByRole('button', { name: 'Zitieren' }).click()
    await expect(dialog(page).getByRole('button', { name: 'Kopieren' })).toBeFocused()
    await expect(bar(page)).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeHidden()
  })

  test('in another language carries its notes as well', async ({ page }) => {
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

  test('carries its notes on request', async ({ page }) => {
    await open(page, 'pruefstein')
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

  for (const slug of ['pruefstein', 'imported'])
    test(`over two pages of the print is cited with both: ${slug}`, async ({ page }) => {
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
      await dialog(page).getByLabel('Adresse bis zum Wort').uncheck()
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

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } })

  test('a selection brings the bar, below, and a tap cites', async ({ page }) => {
    await open(page)
    await page.locator('#abs-2').scrollIntoViewIfNeeded()
    await select(page, 'abs-2', 'abs-2')
    await expect(bar(page)).toBeInViewport()
    const box = (await bar(page).boundingBox())!
    expect(box.y + box.height).toBeGreaterThan(700)
    await bar(page).getByRole('button', { name: 'Zitieren' }).tap()
    await dialog(page).getByRole('button', { name: 'Kopieren' }).tap()
    await expect(dialog(page).getByText('Kopiert.')).toBeVisible()
    expect(await clipboard(page)).toContain(`„${await wordsOf(page, 'abs-2')}“`)
  })

  test('a tap on a number offers „Notiz“ free of the way back, and the dialog opens at its head', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await open(page)
    for (const id of ['abs-9', 'abs-14']) {
      await page.locator(`[id="${id}"]`).scrollIntoViewIfNeeded()
      await page.locator(`.block-number[href="#${id}"]`).tap()
      await expect(bar(page)).toBeVisible()
    }
    await page.waitForTimeout(300)
    await bar(page).getByRole('button', { name: 'Notiz' }).tap()
    await expect(page.locator('.annotation-box')).toBeVisible()
    await expect(page.locator('.way-back')).toBeHidden()
    await page.keyboard.press('Escape')
    await page.locator('.block-number[href="#abs-14"]').tap()
    await bar(page).getByRole('button', { name: 'Zitieren' }).tap()
    await expect(dialog(page).getByRole('button', { name: 'Kopieren' })).toBeFocused()
    expect(await dialog(page).evaluate(({ scrollTop }) => scrollTop)).toBe(0)
  })

  test('the button of the text cites without a selection', async ({ page }) => {
    await open(page)
    await page.getByRole('button', { name: 'Zitieren' }).tap()
    await expect(dialog(page).locator('.cite-preview')).toHaveText(
      (await page.locator('.reference').textContent())!.replace(/\.$/, '?fassung=1.0.'),
    )
  })
})

test.describe('by keyboard', () => {
  test('a selection made with it is cited by „z“, and the focus comes back', async ({ page }) => {
    await open(page)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect(page.locator('#abs-2')).toBeFocused()
    await page.keyboard.press('z')
    await expect(dialog(page).getByRole('button', { name: 'Kopieren' })).toBeFocused()
    await expect(dialog(page).getByLabel('Stelle')).toHaveValue('Abs. 2')
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByText('Kopiert.')).toBeVisible()
    expect(await clipboard(page)).toContain(`„${await wordsOf(page, 'abs-2')}“`)
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeHidden()
    await expect(page.locator('#abs-2')).toBeFocused()

    await page.locator('#abs-3').scrollIntoViewIfNeeded()
    // Only what is selected already is extended by keys, unless caret browsing is on.
    const word = await wordBox(page, 'abs-3', 1)
    await page.mouse.dblclick(word.left + 3, word.middle)
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+Control+ArrowRight')
    const selected = await page.evaluate(() => getSelection()!.toString().trim())
    expect(selected.split(' ').length).toBeGreaterThan(2)
    await page.keyboard.press('z')
    await expect(dialog(page).locator('.cite-quoted')).toHaveText(`„${selected}“`)
  })

  test('„m“ opens the bar, arrows walk it, Escape gives the focus back', async ({ page }) => {
    await open(page)
    await page.keyboard.press('j')
    await page.keyboard.press('m')
    const buttons = bar(page).getByRole('button')
    await expect(buttons.nth(0)).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(buttons.nth(1)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(bar(page)).toHaveCount(0)
    await expect(page.locator('#abs-1')).toBeFocused()
    await page.keyboard.press('m')
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.locator('#abs-1')).toBeFocused()
  })
})

test('the bar never lies under the reading bar', async ({ page }) => {
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

test('the number of a paragraph opens the bar for it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await open(page)
  await page.locator('#abs-3 + .block-number').click()
  await expect(bar(page)).toContainText('Abs. 3')
  await bar(page).getByRole('button', { name: 'Link kopieren' }).click()
  await expect(page.locator('[data-status]')).toHaveText('Link zu Abs. 3 kopiert.')
  expect(await clipboard(page)).toBe(`${published(own)}?fassung=1.0#abs-3`)
})

test('a place is asked for in the dialog: paragraph, page, note, section, the whole', async ({
  page,
}) => {
  await open(page, 'pruefstein')
  await page.getByRole('button', { name: 'Zitieren' }).click()
  const place = dialog(page).getByLabel('Stelle')
  const preview = dialog(page).locator('.cite-preview')
  const ask = async (query: string) => {
    await place.fill(query)
    await place.press('Enter')
  }
  await ask('2')
  await expect(preview).toContainText('“')
  await expect(preview).toContainText('Abs. 2')
  await ask('2–3')
  await expect(place).toHaveValue(/^Abs\. 2–3/)
  await expect(preview).toContainText(upTo(await wordsOf(page, 'abs-3'), 5))
  await ask('3–2')
  await expect(dialog(page).getByRole('alert')).toHaveText('Absatz 2 steht vor Absatz 3.')
  await ask('2–999')
  await expect(dialog(page).getByRole('alert')).toContainText('gibt es nicht')
  await ask('S. 9–10')
  await expect(place).toHaveValue('S. 9–10')
  await ask('S. 10')
  await expect(preview).toContainText('S. 10')
  await expect(preview).toContainText('#s-10')
  await ask('Anm. 3')
  await expect(preview).toContainText(await wordsOf(page, 'anm-3'))
  await expect(place).toHaveValue('Anm. 3, S. 9')
  await ask('Reihen')
  await expect(preview).toContainText('Abschnitt ‹Reihen und Spalten›')
  await ask('Abs. 999')
  await expect(dialog(page).getByRole('alert')).toContainText('gibt es nicht')
  await ask('')
  await expect(preview).not.toContainText('Abschnitt')
})

test('the form is kept on this device, and files are offered', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Zitieren' }).click()
  await dialog(page).getByLabel('BibTeX').check()
  await page.reload()
  await page.keyboard.press('j')
  await page.keyboard.press('z')
  await expect(dialog(page).getByLabel('BibTeX')).toBeChecked()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('link', { name: 'Herunterladen' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`${own}.bib`)
  const file = await readFile((await download.path())!, 'utf8')
  expect(file).toContain(`url = {${published(own)}?fassung=1.0#abs-1}`)
  expect(file).toContain('note = {Fassung 1.0, Abs. 1}')
  await dialog(page).getByLabel('CSL-JSON').check()
  await dialog(page).getByRole('button', { name: 'Kopieren' }).click()
  await expect(dialog(page).getByText('Kopiert.')).toBeVisible()
  const [item] = JSON.parse(await clipboard(page))
  expect(item.custom).toEqual({ locator: '1', label: 'paragraph' })
})

test.describe('where the clipboard is refused', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))
      Object.assign(navigator.clipboard, { write: refuse, writeText: refuse })
      document.execCommand = () => false
    }),
  )

  test('a field with the selected words stands ready', async ({ page }) => {
    await open(page)
    await page.keyboard.press('j')
    await page.keyboard.press('z')
    await dialog(page).getByRole('button', { name: 'Kopieren' }).click()
    const field = dialog(page).getByLabel('Der Browser gibt die Zwischenablage nicht frei')
    await expect(field).toBeFocused()
    expect(await field.inputValue()).toContain(`„${await wordsOf(page, 'abs-1')}“`)
    const selected = await field.evaluate((area: HTMLTextAreaElement) => [
      area.selectionStart,
      area.selectionEnd - area.value.length,
    ])
    expect(selected).toEqual([0, 0])
    // The field is copied from as it is.
    await page.keyboard.press('Control+c')
    expect(await clipboard(page)).toBe(await field.inputValue())
  })

  test('a link is offered likewise', async ({ page }) => {
    await open(page)
    await page.keyboard.press('j')
    await page.keyboard.press('m')
    await bar(page).getByRole('button', { name: 'Link kopieren' }).click()
    const offered = page.getByRole('dialog', { name: 'Link zu Abs. 1' })
    await expect(offered.getByRole('textbox')).toHaveValue(`${published(own)}?fassung=1.0#abs-1`)
    await page.keyboard.press('Escape')
    await expect(offered).toHaveCount(0)
  })
})

for (const [width, colorScheme] of [
  [360, 'light'],
  [360, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)
  test(`axe finds nothing in dialog and bar at ${width} px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 800 })
    await open(page)
    await select(page, 'abs-1', 'abs-4')
    await expect(bar(page)).toBeVisible()
    expect(await violations(page, '.passage-bar')).toEqual([])
    await bar(page).getByRole('button', { name: 'Zitieren' }).click()
    await dialog(page).getByLabel('mit Anmerkungen').check()
    expect(await violations(page, '#zitat')).toEqual([])
    await dialog(page).getByLabel('RIS').check()
    expect(await violations(page, '#zitat')).toEqual([])
    const excess = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    expect(await excess()).toBe(0)
  })

async function violations(page: Page, part: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include(part).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('the reference stands at the end of the text, the button is not there', async ({ page }) => {
    await open(page)
    await expect(page.getByRole('heading', { name: 'So zitieren' })).toBeVisible()
    await expect(page.locator('.reference')).toContainText(published(own))
    await expect(page.locator('.end-matter').getByRole('link', { name: 'Zitieren' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Zitieren' })).toHaveCount(0)
  })
})

test('a text in one file is cited from the disk', async ({ page }) => {
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
  /** Opens the file; returns what stands there before the ids of the text. */
  const openFile = async (page: Page) => {
    const { folder } = builtSites().local
    await page.goto(pathToFileURL(join(folder, 'am-harten-kern-gelesen.html')).href)
    const before = await article(page).getAttribute('data-ids')
    expect(before).toMatch(/--$/)
    return before!
  }
  /** Slug of the text, and the words, of everything that is marked. */
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

    // The link leads to the same words on the page of the text alone.
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

  test('keeps the marks of a reader, and the margin beside them', async ({ page }) => {
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
      // Calls are no words, but lie within the range.
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

test('offline, the data for citing are there and downloads are not', async () => {
  const worker = await readFile(join(builtSites().public.folder, 'sw.js'), 'utf8')
  expect(worker).toContain(`texte/${own}/nachweis.json`)
  expect(worker).not.toMatch(/literatur\.bib|nachweis\.ris|literatur\.json/)
})

test('Zotero finds an article on every text page, and all works in the bibliography', async ({
  page,
}) => {
  const { local } = builtSites()
  await open(page)
  const found = await page.evaluate(() => ({
    tags: [...document.querySelectorAll<HTMLMetaElement>('meta[content]')].map((meta) => ({
      name: meta.name || (meta.getAttribute('property') ?? ''),
      content: meta.content,
    })),
    title: document.title,
    url: location.href,
    abstract: document.querySelector('.lead')!.textContent!.replace(/\s+/g, ' ').trim(),
    data: JSON.parse(document.querySelector('script[type="application/ld+json"]')!.textContent!),
  }))
  const item = readPage(found)
  expect(item).toMatchObject({
    itemType: 'journalArticle',
    creators: ['|Redaktion'],
    publicationTitle: 'Am harten Kern, gelesen',
    language: 'de',
    url: published(own),
    abstractNote: found.abstract,
  })
  expect(found.data).toMatchObject({ '@type': 'ScholarlyArticle', url: published(own) })

  await page.goto(`${local.url}literatur/`)
  const coins = await page
    .locator('span.Z3988')
    .evaluateAll((all) => all.map((span) => span.getAttribute('title')!))
  expect(coins).toHaveLength(await page.locator('.bibliography > li').count())
  expect(detectCoins(coins)).toBe('multiple')
  for (const kind of ['BibTeX', 'RIS', 'CSL-JSON']) {
    const link = page.locator('main').getByRole('link', { name: kind, exact: true })
    const answer = await page.request.get(
      new URL((await link.getAttribute('href'))!, page.url()).href,
    )
    expect(answer.ok()).toBe(true)
    expect((await answer.text()).length).toBeGreaterThan(20_000)
  }
})
