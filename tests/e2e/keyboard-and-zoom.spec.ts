import { expect, test, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { builtSites } from './sites.ts'

const { local } = builtSites()
const text = `texte/${texts.small}/`

/** Pages with controls, and what is opened on them by a key. */
const views = [
  { name: 'the text', path: text, key: '' },
  { name: 'the citing dialog', path: text, key: 'z' },
  { name: 'the settings', path: text, key: 'v' },
  { name: 'the search', path: 'suche/', key: '' },
  { name: 'the notes', path: 'notizen/', key: '' },
  { name: 'the assignment form', path: 'seminar/aufgabe/', key: '' },
]
/** A desktop window, and the same at 400 %. */
const windows = [
  { width: 1280, height: 1024, tag: ['@full'] },
  { width: 320, height: 256, tag: [] },
]

async function open(page: Page, path: string, key: string) {
  await page.goto(local.url + path)
  if (path === text) await page.locator('article[data-placed]').waitFor()
  if (path.startsWith('seminar')) await page.locator('form input').first().waitFor()
  if (path === 'notizen/') await page.locator('.own-panel').first().waitFor()
  if (!key) return
  await page.keyboard.press(key)
  await expect(page.locator('dialog[open]')).toBeVisible()
}

/** What is wrong with the element that has the focus; `seen`: it had it before. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const name = `${element.localName} „${element.ariaLabel ?? element.textContent.trim()}“`
    const faults: string[] = []
    const boxes = [...element.getClientRects()]
    const box = boxes.find(({ width, height }) => width > 0 && height > 0)
    const { top = 0, bottom = 0, left = 0, right = 0 } = box ?? {}
    const inWindow = bottom > 1 && top < innerHeight - 1 && right > 1 && left < innerWidth - 1
    if (!box || !inWindow) faults.push(`${name} is not in the window`)
    else {
      const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
      const over = document.elementFromPoint((left + right) / 2, y)
      if (over && !element.contains(over) && !over.contains(element))
        faults.push(`${name} is covered`)
    }
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 1.5)
      faults.push(`${name} shows no focus`)
    const seen = element.hasAttribute('data-had-focus')
    element.setAttribute('data-had-focus', '')
    // A date has several places to stop at; at those within it the browser shows the focus.
    const inDate = seen && element.getAttribute('type') === 'date'
    return { faults: inDate ? [] : faults, again: seen && !inDate }
  })

const unreached = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('dialog[open]:modal') ?? document
    const controls = root.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=radio]), select, textarea, summary, [tabindex="0"]',
    )
    return [...controls]
      .filter((control) => control.tabIndex >= 0 && !control.matches(':disabled'))
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => !control.hasAttribute('data-had-focus'))
      .map(({ outerHTML }) => outerHTML.slice(0, 100))
  })

for (const { width, height, tag } of windows)
  for (const { name, path, key } of views)
    test(`${name} by keyboard alone at ${width} px`, { tag }, async ({ page }) => {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await open(page, path, key)
      const faults: string[] = []
      let stops = 0
      for (let before = 0; stops < 300 && before < 2; stops++) {
        await page.keyboard.press('Tab')
        const focus = await focused(page)
        if (focus?.again) before++
        else faults.push(...(focus?.faults ?? []))
      }
      expect(faults).toEqual([])
      expect(await unreached(page)).toEqual([])
      expect(stops).toBeGreaterThan(5)
      if (!key) return
      await page.keyboard.press('Escape')
      await expect(page.locator('dialog[open]')).toHaveCount(0)
    })

const spaced = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`
/** As long as a field for the name of a colour allows. */
const longName = 'Widerspruch und Einwände'
const large = 'html { font-size: 200% !important }'

test.describe('every word stays in view', () => {
  // The policy of the pages forbids foreign styles.
  test.use({ bypassCSP: true })

  for (const { name, size, style, tag } of [
    { name: 'at 400 %', size: { width: 320, height: 256 }, style: '', tag: [] },
    { name: 'at twice the size', size: { width: 640, height: 800 }, style: large, tag: ['@full'] },
    { name: 'with wide spaces', size: { width: 320, height: 640 }, style: spaced, tag: [] },
  ])
    test(name, { tag }, async ({ page }) => {
      await page.setViewportSize(size)
      for (const view of views) {
        await open(page, view.path, view.key)
        for (const field of await page.locator('.own-names input').all()) await field.fill(longName)
        if (style) await page.addStyleTag({ content: style })
        const cut = await page.evaluate(() => {
          const root = document.documentElement
          const wide = root.scrollWidth > root.clientWidth ? ['the page'] : []
          const clipped = [...document.querySelectorAll<HTMLElement>('main *, dialog[open] *')]
            .filter((element) => element.checkVisibility() && element.clientWidth > 2)
            // Shortened on purpose, with a way to the rest.
            .filter((element) => !element.matches('.address-rest, [data-folded], [type=file]'))
            .filter((element) => /hidden|clip/.test(getComputedStyle(element).overflow))
            .filter(
              ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
                scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 2,
            )
          return [...wide, ...clipped.map(({ outerHTML }) => outerHTML.slice(0, 100))]
        })
        expect.soft(cut, view.name).toEqual([])
      }
    })
})
