import { readFile } from 'node:fs/promises'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { kept, local, notes, threeNotes } from './notes-page.ts'

test.use({ viewport: { width: 1280, height: 1200 } })

const wipe = async (context: BrowserContext, page: Page) => {
  await page.goto('about:blank')
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(local.url).origin,
    storageTypes: 'all',
  })
}

test('notes can be exported, deleted and imported again; importing twice changes nothing', async ({
  context,
  page,
}) => {
  await threeNotes(page)
  await page.getByLabel(/^Ihr Name/).fill('Anna M.')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Als Datei speichern' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^notizen-anna-m-\d{4}-\d\d-\d\d\.json$/)
  const file = await download.path()
  const before = await kept(page)
  await wipe(context, page)
  await page.goto(notes)
  await expect(page.locator('[data-count]')).toContainText('Noch keine Notizen')
  const input = page.getByLabel('Datei einlesen')
  await input.setInputFiles(file)
  await expect(page.locator('[data-said]')).toContainText('3 neu.')
  await expect(page.locator('.own-note')).toHaveCount(3)
  expect(await kept(page)).toEqual(before)
  await input.setInputFiles(file)
  await expect(page.locator('[data-said]')).toContainText('3 schon da.')
  expect(await kept(page)).toEqual(before)
  await input.setInputFiles({
    name: 'bild.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"a"'),
  })
  await expect(page.locator('[data-said]')).toHaveText(/bild\.json: Die Datei ist kein JSON/)
})

test('entries that cannot be shown are listed, exported again, and removed on demand', async ({
  page,
}) => {
  await page.goto(notes)
  const items = [
    { id: 'https://anderswo.example/a/1', type: 'Annotation', body: 'Zahnrad', target: 'x' },
    { id: 'https://anderswo.example/a/2', type: 'Annotation', target: 'y' },
  ]
  await page.getByLabel('Datei einlesen').setInputFiles({
    name: 'fremd.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ type: 'AnnotationPage', items })),
  })
  await expect(page.locator('[data-said]')).toContainText('2 hier nicht darstellbar')
  const section = page.locator('section', {
    has: page.getByRole('heading', { name: /^Behalten/ }),
  })
  await expect(section.last().getByRole('listitem')).toHaveCount(2)
  await page.getByLabel('In den Notizen suchen').fill('zahnrad')
  await expect(section.last().getByRole('listitem')).toHaveText([/Zahnrad/])
  await page.getByLabel('In den Notizen suchen').fill('')
  await page.reload()
  await expect(section.last().getByRole('listitem')).toHaveCount(2)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Als Datei speichern' }).click(),
  ])
  const saved = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(saved.first.items).toEqual(items)

  await section.last().getByRole('button', { name: 'Entfernen' }).first().click()
  await expect(section.last().getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: /Rückgängig/ }).click()
  await expect(section.last().getByRole('listitem')).toHaveCount(2)
})

test('a backup contains everything stored, and is restored completely or not at all', async ({
  context,
  page,
}) => {
  await threeNotes(page)
  await page.evaluate(() => localStorage.setItem('edition:antwort:eins', '"Meine Antwort"'))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Sicherung herunterladen' }).click(),
  ])
  const file = await download.path()
  const json = await readFile(file, 'utf8')
  const before = await kept(page)
  await wipe(context, page)
  await page.goto(notes)
  const input = page.getByLabel('Sicherung einspielen')
  const said = page.locator('[data-restored]')
  const damaged = json.replace(/"colour": "grau"/, '"colour": "lila"')
  expect(damaged).not.toBe(json)
  await input.setInputFiles({
    name: 'kaputt.json',
    mimeType: 'application/json',
    buffer: Buffer.from(damaged),
  })
  await expect(said).toContainText('Es wurde nichts verändert')
  expect(await kept(page)).toEqual([])
  await input.setInputFiles(file)
  await expect(said).toContainText('In der Sicherung: 3 Notizen')
  await expect(said.getByRole('button', { name: 'Ersetzen' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.own-note')).toHaveCount(3)
  await expect(said.getByRole('button', { name: 'Rückgängig' })).toBeFocused()
  expect(await kept(page)).toEqual(before)
  expect(await page.evaluate(() => localStorage.getItem('edition:antwort:eins'))).toBe(
    '"Meine Antwort"',
  )
  await said.getByRole('button', { name: 'Rückgängig' }).click()
  await expect(page.locator('[data-count]')).toContainText('Noch keine Notizen')
})
