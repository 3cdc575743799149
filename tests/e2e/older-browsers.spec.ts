import { expect, test, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { builtSites } from './sites.ts'

/** Each takes away what the oldest browser of one family that runs the scripts has, and those before it had not. */
const older: Record<string, () => void> = {
  'Chromium 119': () => Reflect.deleteProperty(URL, 'canParse'),
  'Firefox 127': () => Reflect.deleteProperty(window, 'CSSPropertyRule'),
  'Safari 17.3': () => Reflect.deleteProperty(Promise, 'withResolvers'),
}
const pages = [`texte/${texts.small}/`, '', 'suche/', 'notizen/', 'offline/', `${texts.small}.html`]

/** All there is, but for what only scripts read, and how much room it takes. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    for (const element of copy.querySelectorAll('script, style')) element.remove()
    const high = [...document.body.querySelectorAll<HTMLElement>('main, main *')]
    const heights = high.map(({ offsetHeight }) => offsetHeight).join(' ')
    return { html: copy.outerHTML.replace(/\s+/g, ' '), heights }
  })

for (const [i, name] of Object.keys(older).entries())
  for (const { tested, tag } of [
    { tested: i === 0 ? pages : pages.slice(0, 1), tag: [] },
    ...(i === 0 ? [] : [{ tested: pages.slice(1), tag: '@full' }]),
  ])
    test(
      `${name} has ${tested.join(' ')} as without scripts, whole`,
      { tag },
      async ({ browser }) => {
        const { url } = builtSites().local
        const without = await browser.newContext({ javaScriptEnabled: false })
        const context = await browser.newContext()
        await context.addInitScript(older[name]!)
        // Whether a font comes in time is not the point.
        for (const each of [without, context])
          await each.route('**/*.woff2', (route) => route.abort())
        const [plain, old] = [await without.newPage(), await context.newPage()]
        await old.clock.install()
        const entries: string[] = []
        old.on('pageerror', ({ message }) => entries.push(message))
        for (const path of tested) {
          entries.length = 0
          await plain.goto(url + path)
          await old.goto(url + path, { waitUntil: 'networkidle' })
          // Longer than before-paint.js waits for scripts that are slow.
          await old.clock.runFor(10_000)
          const [seen, expected] = [await shown(old), await shown(plain)]
          expect.soft(seen.html === expected.html, `${path}: the same elements`).toBe(true)
          expect.soft(seen.heights === expected.heights, `${path}: of the same height`).toBe(true)
          expect.soft(entries.length, `${path}: its scripts end at once`).toBeGreaterThan(0)
          for (const message of entries) expect.soft(message, path).toContain('too old')
        }
        await without.close()
        await context.close()
      },
    )
