import { expect } from '@playwright/test'
import { fillForm, local, makeLink, test } from './assignment-page.ts'

test('the form lists missing fields, keeps its draft and restores it', async ({ page }) => {
  await page.goto(`${local.url}seminar/aufgabe/`)
  await expect(page.getByLabel('Abschnitt übernehmen').locator('option').first()).toHaveText(
    'keiner',
  )
  await makeLink(page)
  await expect(page.getByLabel('von Absatz')).toBeFocused()
  await expect(page.getByLabel('von Absatz')).toHaveAccessibleDescription(/beginnt die Lektüre/)
  await page.getByLabel('von Absatz').fill('900')
  await page.getByLabel('Wortlaut').fill('Was?')
  await page.getByLabel('zu Absatz').fill('vierzehn')
  await makeLink(page)
  await expect(page.getByLabel('von Absatz')).toHaveAccessibleDescription(/letzte ist Absatz 64/)
  await expect(page.getByLabel('zu Absatz')).toHaveAccessibleDescription(/Nummern von Absätzen/)
  await expect(page.getByLabel('Titel')).toHaveAccessibleDescription(/Titel/)
  await page.reload()
  await expect(page.getByLabel('Wortlaut')).toHaveValue('Was?')
  await page.getByRole('button', { name: 'Entwurf verwerfen' }).click()
  await expect(page.getByLabel('Wortlaut')).toHaveValue('')
  await page.getByRole('button', { name: 'Entwurf wiederherstellen' }).click()
  await expect(page.getByLabel('Wortlaut')).toHaveValue('Was?')
  // The link created before is outdated once the form has changed.
  await fillForm(page)
  await makeLink(page)
  await expect(page.locator('.form-result')).toBeVisible()
  await page.getByLabel('Titel').fill('Anders')
  await expect(page.locator('.form-result')).toHaveCount(0)
})

test('the QR code of a link is drawn on demand, and refused if the link is too long', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await fillForm(page)
  await makeLink(page)
  expect(asked.filter((url) => /\/qr\.[^/]*js$/.test(url))).toEqual([])
  await page.getByRole('button', { name: 'QR-Code anzeigen' }).click()
  await expect(page.getByRole('img', { name: 'QR-Code' })).toBeVisible()
  expect(asked.filter((url) => /\/qr\.[^/]*js$/.test(url))).toHaveLength(1)
  // Random text, which cannot be compressed.
  const noise = Array.from({ length: 3900 }, (_, i) =>
    String.fromCharCode(0x4e00 + ((i * 7919) % 20_000)),
  )
  await page.getByLabel('Aufgabe oder Hinweis').fill(noise.join(''))
  await makeLink(page)
  await page.getByRole('button', { name: 'QR-Code anzeigen' }).click()
  await expect(page.getByRole('alert')).toContainText('zu lang für einen QR-Code')
})

test('the link is copied, or selected if the browser forbids copying', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await fillForm(page)
  await makeLink(page)
  const copyLink = page.getByRole('button', { name: 'Link kopieren' })
  await copyLink.click()
  await expect(page.locator('[data-status]')).toHaveText('Link kopiert.')
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'))
    Object.assign(document, { execCommand: () => false })
  })
  await copyLink.click()
  await expect(page.locator('[data-status]')).toContainText('Der Link ist markiert')
  await expect(page.getByLabel('Link', { exact: true })).toBeFocused()
})
