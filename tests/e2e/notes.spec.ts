import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test, type BrowserContext, type Page } from '@playwright/test'
import {
  annotation,
  area,
  bar,
  box,
  drag,
  entriesKept,
  expect,
  file,
  kept,
  local,
  mark,
  marked,
  notes,
  open,
  slug,
  status,
  tab,
  violations,
  wordAt,
  write,
} from './notes-page.ts'

// Pages are changed on their way to the reader in some tests; a worker would hold the old ones.
test.use({ serviceWorkers: 'block', viewport: { width: 1280, height: 1200 } })

test('the mouse marks words over several paragraphs, and they stay', async ({ page }) => {
  await open(page)
  await drag(page, 'abs-2', 'abs-3')
  await bar(page).getByRole('button', { name: 'Markieren: Blau, Frage' }).click()
  await expect(bar(page)).toBeHidden()
  await expect(status(page)).toContainText('Markiert: Blau, Frage.')
  await expect.poll(() => marked(page, 'blau')).toHaveLength(2)
  const words = await marked(page, 'blau')
  expect(words).toHaveLength(2)
  for (const id of ['abs-2', 'abs-3'])
    await expect(tab(page, id)).toHaveAccessibleName(
      `1 Markierung zu Absatz ${id.replace('abs-', '')}`,
    )
  const [entry] = await entriesKept(page, 1)
  expect(entry!['parts']).toHaveLength(2)
  await page.reload()
  await expect(tab(page, 'abs-3')).toBeVisible()
  await expect.poll(() => marked(page, 'blau')).toEqual(words)
})

test('marks may overlap; a press on the words opens what is written there, the shortest first', async ({
  page,
}) => {
  await open(page)
  await drag(page, 'abs-2', 'abs-3')
  await bar(page).getByRole('button', { name: /Gelb/ }).click()
  await drag(page, 'abs-3', 'abs-3')
  await bar(page).getByRole('button', { name: /Rot/ }).click()
  await expect(tab(page, 'abs-3')).toHaveAccessibleName('2 Markierungen zu Absatz 3')
  const { left, y } = await wordAt(page, 'abs-3', 'first')
  await page.mouse.click(left + 3, y)
  await expect(box(page)).toBeVisible()
  await expect(box(page)).toContainText('1 von 2')
  await expect(box(page).getByRole('radio', { name: 'Rot, Einwand' })).toBeChecked()
  await box(page).getByRole('button', { name: 'nächste Notiz hier' }).click()
  await expect(box(page).getByRole('radio', { name: 'Gelb, wichtig' })).toBeChecked()
  await box(page).getByRole('radio', { name: 'Grün, These' }).check()
  await expect.poll(() => marked(page, 'gruen')).toHaveLength(2)
  await expect.poll(() => marked(page, 'gelb')).toEqual([])
})

test('the keyboard alone selects, marks, writes, and gets its focus back', async ({ page }) => {
  await open(page)
  await page.locator('#abs-4').evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const { left, y } = await wordAt(page, 'abs-4', 'first')
  // Chromium’s caret browsing cannot be switched on here: a word to begin with, the rest by keys.
  await page.mouse.dblclick(left + 4, y)
  for (let i = 0; i < 30; i++) await page.keyboard.press('Shift+ArrowRight')
  await expect(bar(page)).toBeVisible()
  await page.keyboard.press('m')
  await expect(bar(page).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(bar(page).getByRole('button', { name: 'Notiz' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(area(page)).toBeFocused()
  await write(page, 'Mit der Tastatur.')
  await page.keyboard.press('Escape')
  await expect(box(page)).toBeHidden()
  await expect(tab(page, 'abs-4')).toBeFocused()
  await expect(tab(page, 'abs-4')).toHaveAccessibleName('1 Notiz zu Absatz 4')
  await page.keyboard.press('Enter')
  await expect(box(page).getByRole('heading', { name: /^Abs\. 4/ })).toBeFocused()
  await expect(area(page)).toHaveValue('Mit der Tastatur.')
  // Nothing of it is announced inside the words.
  await expect(page.locator('#abs-4 mark')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(tab(page, 'abs-4')).toBeFocused()
  const [entry] = await entriesKept(page, 1)
  expect(entry!['body']).toBe('Mit der Tastatur.')
  expect((entry!['parts'] as { exact: string }[])[0]!.exact.length).toBeGreaterThan(20)
})

test('what was done can be undone: by button, and by Ctrl+Z', async ({ page }) => {
  await open(page)
  await mark(page, 'abs-2', 'Notiz')
  await write(page, 'Bleibt das?')
  await box(page).getByRole('button', { name: 'Entfernen' }).click()
  await expect(status(page)).toContainText('Notiz entfernt.')
  await expect(tab(page, 'abs-2')).toHaveCount(0)
  await status(page)
    .getByRole('button', { name: /Rückgängig/ })
    .click()
  await expect(tab(page, 'abs-2')).toHaveAccessibleName('1 Notiz zu Absatz 2')
  await mark(page, 'abs-3', /Gelb/)
  await expect(tab(page, 'abs-3')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(tab(page, 'abs-3')).toHaveCount(0)
  await page.reload()
  await expect(tab(page, 'abs-2')).toBeVisible()
  await expect(tab(page, 'abs-3')).toHaveCount(0)
})

test('a tab that closes in the middle of a word loses none', async ({ context }) => {
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

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } })

  test('a paragraph is marked, its note written and read', async ({ page }) => {
    await open(page)
    await page.locator('#abs-2 ~ .block-number').tap()
    await bar(page).getByRole('button', { name: /Grün/ }).tap()
    await expect(tab(page, 'abs-2')).toContainText('1 Markierung')
    const { left, y } = await wordAt(page, 'abs-2', 'first')
    await page.touchscreen.tap(left + 4, y)
    await expect(box(page)).toBeVisible()
    await area(page).tap()
    await page.keyboard.type('Mit dem Finger')
    await box(page).getByRole('button', { name: 'Schließen' }).tap()
    await expect(tab(page, 'abs-2')).toHaveText('1 Notiz')
    const small = await page
      .locator('.annotation-tab, .annotation-box button')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).length)
    expect(small).toBe(0)
  })
})

test.describe('where nothing can be kept', () => {
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
      alert(page).getByRole('button', { name: 'Notizen als Datei sichern' }).click(),
    ])
    return readFile(await download.path(), 'utf8')
  }

  test('a full disk is told, and the notes can be saved at once', async ({ page }) => {
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError')
      }
    })
    expect(await writeAndSave(page)).toContain('Nur im Fenster')
    await expect(alert(page)).toContainText('Der Speicher dieses Browsers ist voll.')
  })

  test('a private window too', async ({ page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('not here', 'InvalidStateError')
      }
      Storage.prototype.setItem = () => {
        throw new DOMException('not here', 'SecurityError')
      }
    })
    expect(await writeAndSave(page)).toContain('Nur im Fenster')
    await expect(alert(page)).toContainText('Dieser Browser hebt hier nichts auf')
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    expect((await asked).type()).toBe('beforeunload')
    await (await asked).accept()
  })

  test('a disk that has room again gets what waited', async ({ page }) => {
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

test('a text that changed keeps its marks where their words went, and tells what has no place', async ({
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
  // The next version: paragraph 2 is now the sixth, new words stand before it, 4 is gone.
  await page.route(/\/texte\/zwanzig-von-132\//, async (route) => {
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
  await expect(status(page)).toContainText('Eine Ihrer Notizen findet')
  await expect.poll(() => marked(page, 'gelb')).toEqual([before])
  await expect.poll(() => marked(page, 'blau')).toHaveLength(1)
  await page.goto(notes)
  const lost = page.locator('#ohne-platz')
  await expect(lost).toContainText('Zu den alten Worten')
  await expect(lost.locator('.own-note')).toHaveCount(1)
  await expect(page.locator('.own-note')).toHaveCount(3)
})

async function threeNotes(page: Page) {
  await open(page)
  await mark(page, 'abs-2', 'Notiz')
  await write(page, 'Die Mühlen mahlen langsam')
  await page.keyboard.press('Escape')
  await mark(page, 'abs-5', 'Notiz')
  await write(page, 'Zweite Notiz')
  await page.keyboard.press('Escape')
  await mark(page, 'abs-3', /Rot/)
  await entriesKept(page, 3)
  await page.goto(notes)
  await expect(page.locator('.own-note')).toHaveCount(3)
}

test('„Meine Notizen“: in order, searched, filtered, changed, removed, linked to the place', async ({
  page,
}) => {
  await threeNotes(page)
  const items = page.locator('.own-note')
  const places = await page.locator('.own-place a').allInnerTexts()
  expect(places.map((place) => place.split(',')[0])).toEqual(['Abs. 2', 'Abs. 3', 'Abs. 5'])
  const search = page.getByRole('textbox', { name: 'In den Notizen suchen' })
  await search.fill('muhlen')
  await expect(items).toHaveCount(1)
  await expect(page.locator('[data-count]')).toHaveText('1 von 3 Notizen und Markierungen.')
  await search.fill('')
  await expect(items).toHaveCount(3)
  await page.getByRole('checkbox', { name: 'Rot' }).uncheck()
  await expect(items).toHaveCount(2)
  await page.getByRole('checkbox', { name: 'Rot' }).check()
  await expect(items).toHaveCount(3)

  await page.getByRole('button', { name: /^Ändern: Abs\. 2/ }).click()
  await expect(area(page)).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(', aber fein')
  await page.keyboard.press('Escape')
  await expect(items.first()).toContainText('Die Mühlen mahlen langsam, aber fein')
  await expect(page.getByRole('button', { name: /^Ändern: Abs\. 2/ })).toBeFocused()

  await page.getByRole('button', { name: /^Entfernen: Abs\. 3/ }).click()
  await expect(items).toHaveCount(2)
  await status(page)
    .getByRole('button', { name: /Rückgängig/ })
    .click()
  await expect(items).toHaveCount(3)

  await page.getByLabel('Gelb', { exact: true }).last().fill('Merken')
  await page.keyboard.press('Tab')
  await expect(items.first()).toContainText('Merken')
  await page.getByRole('link', { name: /^Abs\. 5/ }).click()
  await expect(page).toHaveURL(/\?fassung=.*#abs-5$/)
  await page.locator('#abs-2 ~ .block-number').click()
  await expect(bar(page).getByRole('button', { name: 'Markieren: Gelb, Merken' })).toBeVisible()
})

const wipe = async (context: BrowserContext, page: Page) => {
  await page.goto('about:blank')
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(local.url).origin,
    storageTypes: 'all',
  })
}

test('a file of notes: exported, wiped, taken in, all is as before; twice changes nothing', async ({
  context,
  page,
}) => {
  await threeNotes(page)
  await page.getByLabel(/^Ihr Name/).fill('Anna M.')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Als Datei sichern' }).click(),
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

test('a backup holds all that is kept, and comes back whole or not at all', async ({
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
  const input = page.getByLabel('Sicherung zurückholen')
  const said = page.locator('[data-restored]')
  await input.setInputFiles({
    name: 'kaputt.json',
    mimeType: 'application/json',
    buffer: Buffer.from(json.replace(/"colour": "gelb"/, '"colour": "lila"')),
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

const hostile = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>'

test('the table: files of many laid over one another, a bad one named, nothing run, nothing sent', async ({
  page,
}) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(`${notes}tisch/`)
  const input = page.getByLabel('Dateien wählen')
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

  await page.getByRole('checkbox', { name: 'Namen zeigen' }).uncheck()
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

  await page.getByRole('button', { name: 'Abräumen' }).click()
  await expect(page.locator('.table-mark')).toHaveCount(0)
  const anna = file('Anna', [annotation('abs-3', 'Worte von Anna', 'wieder da', 'rot')])
  await input.setInputFiles([anna, anna])
  await expect(page.getByText('wieder da')).toBeVisible()
  await expect(page.locator('[data-count]')).toHaveText(
    '2 Dateien, 1 Person, 1 Notiz oder Markierung.',
  )
})

for (const width of [360, 1280])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing at ${width} px, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await open(page)
      await mark(page, 'abs-3', /Rot/)
      await mark(page, 'abs-2', /Gelb/)
      await expect(tab(page, 'abs-2')).toBeVisible()
      await page.locator('#abs-4 ~ .block-number').click()
      await expect(bar(page)).toBeVisible()
      expect.soft(await violations(page), 'bar').toEqual([])
      await bar(page).getByRole('button', { name: 'Notiz' }).click()
      await write(page, 'Etwas dazu')
      expect.soft(await violations(page), 'box').toEqual([])
      await box(page).getByRole('button', { name: 'Entfernen' }).click()
      await expect(status(page)).toContainText('Rückgängig')
      expect.soft(await violations(page), 'status').toEqual([])
      await page.goto(notes)
      await expect(page.locator('.own-note')).toHaveCount(2)
      expect.soft(await violations(page), 'list').toEqual([])
      await page.getByRole('button', { name: /^Notiz schreiben: Abs\. 2/ }).click()
      expect.soft(await violations(page), 'editing').toEqual([])
      await page.goto(`${notes}tisch/`)
      await page
        .getByLabel('Dateien wählen')
        .setInputFiles([file('Anna', [annotation('abs-3', 'Worte', 'Notiz', 'rot')])])
      await expect(page.locator('.table-mark')).toHaveCount(1)
      expect.soft(await violations(page), 'table').toEqual([])
    })

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the page explains itself', async ({ page }) => {
    await page.goto(notes)
    await expect(page.getByText('In diesem Browser sind Skripte ausgeschaltet.')).toBeVisible()
  })
})

test('a text as one file keeps notes too, and the whole edition lists them', async ({ page }) => {
  await page.goto(pathToFileURL(join(local.folder, `${slug}.html`)).href)
  await mark(page, 'abs-2', 'Notiz')
  await write(page, 'In der Datei')
  await page.keyboard.press('Escape')
  await expect(tab(page, 'abs-2')).toHaveAccessibleName('1 Notiz zu Absatz 2')
  await page.reload()
  await tab(page, 'abs-2').click()
  await expect(area(page)).toHaveValue('In der Datei')
})
