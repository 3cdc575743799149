import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { copyEdition } from '../edition-copy.ts'
import { editions } from '../fixture-edition.ts'

test('dev shows problems in the browser and continues when they are fixed', async ({ page }) => {
  test.slow()
  const copy = await copyEdition({}, editions.small)
  const edit = async (from: string, to: string) => {
    const file = join(copy.folder, 'content/texts/uhren.md')
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to))
  }
  try {
    const text = `${await copy.start(['dev', '--audience', 'local', '--port', '0'])}texte/uhren/`
    // Not in the page, whose own reloads would interfere with those of the test.
    const status = async () => (await page.request.get(text, { timeout: 60_000 })).status()
    expect(await status()).toBe(200)
    await edit('ein Quarz', 'ein <Moment> Quarz')
    await expect.poll(status, { timeout: 60_000 }).toBe(500)
    await page.goto(text)
    const overlay = page.locator('vite-error-overlay')
    await expect(overlay).toContainText('uhren.md:26:25', { timeout: 20_000 })
    await expect(overlay).toContainText('[raw-html]')
    await edit('ein <Moment> Quarz', 'ein Schwingquarz')
    await expect.poll(status, { timeout: 60_000 }).toBe(200)
    expect(await (await page.request.get(text)).text()).toContain('Schwingquarz')
  } finally {
    await copy.remove()
  }
})
