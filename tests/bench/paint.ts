import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { mobile, throttle } from './mobile.ts'
import { serveCompressed } from './serve-compressed.ts'

export interface PaintBench {
  page: string
  /** Median largest contentful paint on the mobile profile, milliseconds. */
  edition: number
  /** The same words as plain HTML, without style or script. */
  bare: number
  /** At most 1.3. */
  ratio: number
}

/** Alternates both pages, so that load on the machine affects both. `page`: path of a text, such as `texte/x/`. */
export async function benchPaint(
  browser: Browser,
  folder: string,
  page: string,
  rounds = 5,
): Promise<PaintBench> {
  const copy = await mkdtemp(join(tmpdir(), 'paint-'))
  await cp(folder, copy, { recursive: true })
  const html = await readFile(join(copy, page, 'index.html'), 'utf8')
  await writeFile(join(copy, 'bare.html'), bareHtml(html))
  const server = await serveCompressed(copy)
  const paints = { edition: [] as number[], bare: [] as number[] }
  try {
    for (let round = 0; round < rounds; round++) {
      paints.edition.push(await largestPaint(browser, server.url + page))
      paints.bare.push(await largestPaint(browser, `${server.url}bare.html`))
    }
  } finally {
    await server.stop()
    await rm(copy, { recursive: true })
  }
  const [edition, bare] = [median(paints.edition), median(paints.bare)]
  return { page, edition, bare, ratio: Math.round((edition / bare) * 100) / 100 }
}

/** The page reduced to its words and their structure. */
function bareHtml(html: string): string {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)![1]!
  const words = body
    .replace(/<(script|style|template|svg)\b[\s\S]*?<\/\1>/g, '')
    .replace(/ (?:class|style|data-[\w-]+)="[^"]*"/g, '')
  return `<!doctype html><html lang="de"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>bare</title><body>${words}</body></html>`
}

async function largestPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    serviceWorkers: 'block',
  })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await throttle(session, mobile)
    await page.goto(url, { waitUntil: 'networkidle' })
    return await page.evaluate(
      () =>
        new Promise<number>((done) =>
          new PerformanceObserver((list) => done(list.getEntries().at(-1)!.startTime)).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          }),
        ),
    )
  } finally {
    await context.close()
  }
}

const median = (values: readonly number[]) =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!)
