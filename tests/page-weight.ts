import { brotliCompressSync } from 'node:zlib'
import type { Browser, Response } from 'playwright'

/** Bytes, with brotli where a server compresses: all but fonts. */
export interface PageWeight {
  /** The page as it is sent: its words, with the styles and the script for the first paint that stand in it. */
  document: number
  styles: number
  /** Script files that are fetched before anything is done. */
  scripts: number
  fonts: number
  requests: number
}

/** What a browser fetches for a page by itself, until its notes stand and its fonts are there. */
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
