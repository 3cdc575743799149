import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import {
  area,
  box,
  entriesKept,
  local,
  mark,
  marked,
  notes,
  open,
  slug,
  status,
  tab,
  write,
} from './notes-page.ts'

// One test changes a page in transit; a worker would serve the old one.
test.use({ viewport: { width: 1280, height: 1200 } })

test('closing a tab in the middle of a word loses nothing', async ({ context }) => {
  const page = await context.newPage()
  await open(page)
  await mark(page, 'abs-2', 'Notiz')
  await expect(area(page)).toBeFocused()
  await page.keyboard.insertText('Mitten im Wor')
  await page.close()
  const again = await context.newPage()
  await open(again)
  await tab(again, 'abs-2').click()
  await expect(area(again)).toHaveValue('Mitten im Wor')
})

test('two tabs stay in step', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()]
  for (const page of [one, two]) await open(page)
  await mark(one, 'abs-2', 'Notiz')
  await write(one, 'Von hier')
  await expect(tab(two, 'abs-2')).toHaveAccessibleName('1 Notiz zu Absatz 2')
  await tab(two, 'abs-2').click()
  await expect(area(two)).toHaveValue('Von hier')
  await one.bringToFront()
  await area(one).press('End')
  await one.keyboard.type(' und weiter')
  await expect(area(two)).toHaveValue('Von hier und weiter')
  await box(one).getByRole('button', { name: 'Entfernen' }).click()
  await expect(box(two)).toBeHidden()
  await expect(tab(two, 'abs-2')).toHaveCount(0)
})

test.describe('without storage', () => {
  const alert = (page: Page) => page.getByRole('alert').filter({ hasText: 'nur' })

  async function writeAndSave(page: Page) {
    await open(page)
    await mark(page, 'abs-2', 'Notiz')
    await write(page, 'Nur im Fenster')
    await page.keyboard.press('Escape')
    await expect(alert(page)).toBeVisible()
    await expect(tab(page, 'abs-2')).toHaveAccessibleName('1 Notiz zu Absatz 2')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      alert(page).getByRole('button', { name: 'Notizen als Datei speichern' }).click(),
    ])
    return readFile(await download.path(), 'utf8')
  }

  test('a full disk is reported, and the notes can be exported at once', async ({ page }) => {
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError')
      }
    })
    expect(await writeAndSave(page)).toContain('Nur im Fenster')
    await expect(alert(page)).toContainText('Der Speicher dieses Browsers ist voll.')
  })

  test('a private window is reported too', async ({ page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('not here', 'InvalidStateError')
      }
      Storage.prototype.setItem = () => {
        throw new DOMException('not here', 'SecurityError')
      }
    })
    expect(await writeAndSave(page)).toContain('Nur im Fenster')
    await expect(alert(page)).toContainText('Dieser Browser speichert hier nichts')
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    expect((await asked).type()).toBe('beforeunload')
    await (await asked).accept()
  })

  test('notes are stored later when the disk has space again', async ({ page }) => {
    await page.addInitScript(() => {
      const put = IDBObjectStore.prototype.put
      let left = 2
      IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
        if (left-- > 0) throw new DOMException('no room', 'QuotaExceededError')
        return put.apply(this, args)
      }
    })
    await open(page)
    await mark(page, 'abs-2', /Gelb/)
    await expect(alert(page)).toBeVisible()
    await mark(page, 'abs-3', /Gelb/)
    await mark(page, 'abs-4', /Gelb/)
    await expect(alert(page)).toHaveCount(0)
    await entriesKept(page, 3)
  })
})

test('marks follow their words in a changed text; those without a place are listed', async ({
  page,
}) => {
  await open(page)
  for (const [id, action] of [
    ['abs-2', /Gelb/],
    ['abs-3', /Blau/],
    ['abs-4', 'Notiz'],
  ] as const)
    await mark(page, id, action)
  await write(page, 'Zu den alten Worten')
  await page.keyboard.press('Escape')
  await entriesKept(page, 3)
  const [before] = await marked(page, 'gelb')
  // The next version: paragraph 2 is now the sixth with new words before it, 4 is removed.
  await page.route(`**/texte/${slug}/**`, async (route) => {
    const response = await route.fetch()
    const html = await response.text()
    await route.fulfill({
      response,
      body: html
        .replace(
          '<p id="abs-2">',
          '<p id="abs-2">Nichts davon stand hier.</p><p id="abs-902">Neu davor. ',
        )
        .replace(
          /(<p id="abs-4">).*?(<\/p>)/s,
          '$1Hier steht seither etwas ganz anderes, und die Nummer hat es auch nicht mehr.$2',
        )
        .replace('id="abs-4"', 'id="abs-904"')
        .replaceAll('href="#abs-4"', 'href="#abs-904"'),
    })
  })
  await page.reload()
  await expect(status(page)).toContainText('Eine Ihrer Notizen lässt sich')
  await expect.poll(() => marked(page, 'gelb')).toEqual([before])
  await expect.poll(() => marked(page, 'blau')).toHaveLength(1)
  await page.goto(notes)
  const lost = page.locator('#ui_ohne-platz')
  await expect(lost).toContainText('Zu den alten Worten')
  await expect(lost.locator('.own-note')).toHaveCount(1)
  await expect(page.locator('.own-note')).toHaveCount(3)
})

test('notes work in one-file editions, and the whole edition lists them', async ({ page }) => {
  await page.goto(pathToFileURL(join(local.folder, `${slug}.html`)).href)
  await mark(page, 'abs-2', 'Notiz')
  await write(page, 'In der Datei')
  await page.keyboard.press('Escape')
  await expect(tab(page, 'abs-2')).toHaveAccessibleName('1 Notiz zu Absatz 2')
  await page.reload()
  await tab(page, 'abs-2').click()
  await expect(area(page)).toHaveValue('In der Datei')
})
