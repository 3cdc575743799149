import { expect, test } from '@playwright/test'
import { annotation, file, notes, slug } from './notes-page.ts'

test.use({ viewport: { width: 1280, height: 1200 } })

const hostile = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>'

test('the seminar overlay shows the files of many readers, reports an invalid one, runs and sends nothing', async ({
  page,
}) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(`${notes}tisch/`)
  const input = page.getByLabel('Dateien auswählen')
  await page.waitForLoadState('networkidle')
  const before = requests.length
  await input.setInputFiles([
    file('Anna', [annotation('abs-3', 'Worte von Anna', 'Notiz von Anna', 'rot')]),
    file('Ben', [
      annotation('abs-2', 'Worte von Ben', ''),
      annotation('abs-3', 'andere', 'Ben dazu'),
    ]),
    file(hostile, [
      annotation(
        'abs-3',
        hostile,
        `[x](javascript:window.broken=1) ${'lang '.repeat(9000)}`,
        'blau',
      ),
    ]),
    { name: 'leer.json', mimeType: 'application/json', buffer: Buffer.from('') },
    {
      name: `${hostile}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from('{"__proto__":{"items":[]}}'),
    },
  ])
  await expect(page.locator('[data-count]')).toHaveText(
    '3 Dateien, 3 Personen, 4 Notizen und Markierungen.',
  )
  await expect(page.locator('[data-refused] li')).toHaveText([
    /^leer\.json: Die Datei ist kein JSON/,
    /onerror.*: Das ist keine Datei mit Notizen/,
  ])
  const strip = page.locator('.strip a')
  await expect(strip).toHaveCount(2)
  await expect(strip.first()).toHaveAccessibleName('Abs. 2: 1 von 3')
  await expect(strip.last()).toHaveAccessibleName('Abs. 3: 3 von 3')
  await expect(page.locator('.table-mark')).toHaveCount(4)
  await expect(page.getByText('Notiz von Anna')).toBeVisible()
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  await expect(page.locator('[data-overlay] :is(img, script, [href^="javascript"])')).toHaveCount(0)
  expect(requests.slice(before)).toEqual([])

  await page.getByRole('checkbox', { name: 'Namen anzeigen' }).uncheck()
  await expect(page.getByText('Person 2', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('Anna', { exact: true })).toHaveCount(0)
  await page.getByRole('checkbox', { name: /^Rot/ }).uncheck()
  await expect(page.getByText('Notiz von Anna')).toHaveCount(0)
  await expect(strip.last()).toHaveAccessibleName('Abs. 3: 2 von 3')
  await expect(page.getByRole('link', { name: 'Abs. 3', exact: true })).toHaveAttribute(
    'href',
    new RegExp(`/texte/${slug}/#abs-3$`),
  )
  await input.setInputFiles([file('Cem', [annotation('abs-9', 'später', 'kommt dazu')])])
  await expect(page.locator('[data-count]')).toContainText('4 Dateien, 4 Personen')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('kommt dazu')).toBeVisible()
  await expect(page.locator('.table-drop')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  await page.getByRole('button', { name: 'Tisch abräumen' }).click()
  await expect(page.locator('.table-mark')).toHaveCount(0)
  const anna = file('Anna', [annotation('abs-3', 'Worte von Anna', 'wieder da', 'rot')])
  await input.setInputFiles([anna, anna])
  await expect(page.getByText('wieder da')).toBeVisible()
  await expect(page.locator('[data-count]')).toHaveText(
    '2 Dateien, 1 Person, 1 Notiz oder Markierung.',
  )
})
