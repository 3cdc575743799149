import { brotliCompressSync } from 'node:zlib'
import type { Browser, Response } from 'playwright'

/** Bytes; everything except fonts compressed with brotli. */
export interface PageWeight {
  /** The HTML file, including inline styles and scripts. */
  document: number
  styles: number
  /** Script files loaded without any action. */
  scripts: number
  fonts: number
  requests: number
}

/** Weight of everything a browser loads for a page until notes are placed and fonts loaded. */
export async function weigh(browser: Browser, url: string, width: number): Promise<PageWeight> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    serviceWorkers: 'block',
  })
  try {
    const page = await context.newPage()
    const responses: Response[] = []
    page.on('response', (response) => void responses.push(response))
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.locator('[data-placed]').waitFor()
    await page.evaluate(() => document.fonts.ready.then(() => {}))
    const sizes = await Promise.all(
      responses.map(async (response) => {
        const type = response.request().resourceType()
        const body = await response.body()
        return { type, bytes: type === 'font' ? body.length : brotliCompressSync(body).length }
      }),
    )
    const sum = (wanted: string) =>
      sizes.reduce((total, { type, bytes }) => (type === wanted ? total + bytes : total), 0)
    return {
      document: sum('document'),
      styles: sum('stylesheet'),
      scripts: sum('script'),
      fonts: sum('font'),
      requests: responses.length,
    }
  } finally {
    await context.close()
  }
}
