/** Ace by DAISY, the accessibility checker of EPUBs, run in the browser of the tests. */
import ace from '@daisy/ace-core'
import type { Browser } from '@playwright/test'

export interface AceReport {
  /** Addresses within the EPUB of what was checked: the package and each document. */
  checked: string[]
  /** What was found, as `address: rule: words`. */
  findings: string[]
}

interface AceInPage {
  run: (done: (error: unknown, results: unknown) => void) => void
}

/** Ace’s own runners need Electron or Puppeteer, which download browsers of their own. */
const runnerIn = (browser: Browser) => ({
  concurrency: 2,
  launch: async () => {},
  close: async () => {},
  async run(url: string, scripts: readonly string[], contents: readonly string[]) {
    const page = await browser.newPage()
    try {
      await page.goto(url)
      for (const content of contents) await page.evaluate(content)
      for (const path of scripts) {
        const element = await page.addScriptTag({ path })
        // Ace leaves elements with this attribute out of what it checks.
        await element.evaluate((script: Element) => script.setAttribute('data-ace', ''))
      }
      return await page.evaluate(
        () =>
          new Promise((resolve, reject) => {
            const { daisy } = window as unknown as { daisy: { ace: AceInPage } }
            daisy.ace.run((error, results) => (error ? reject(error as Error) : resolve(results)))
          }),
      )
    } finally {
      await page.close()
    }
  },
})

/** What Ace says of the EPUB of path `file`; its whole report is written to `folder`. */
export async function aceReport(
  browser: Browser,
  file: string,
  folder: string,
): Promise<AceReport> {
  const [, { assertions }] = await ace(file, { cwd: folder, outdir: folder }, runnerIn(browser))
  return {
    checked: assertions.map((part) => part['earl:testSubject'].url),
    findings: assertions.flatMap((part) =>
      part.assertions.map((assertion) =>
        [
          part['earl:testSubject'].url,
          assertion['earl:test']['dct:title'],
          assertion['earl:result']['dct:description'],
        ].join(': '),
      ),
    ),
  }
}
