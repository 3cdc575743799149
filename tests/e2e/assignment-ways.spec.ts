import { readFile } from 'node:fs/promises'
import { expect, type Browser, type Download, type Page } from '@playwright/test'
import { violations } from './axe.ts'
import { answer, fillForm, local, makeLink, test } from './assignment-page.ts'

// Three windows and files between them.
test.describe.configure({ timeout: 240_000 })

/** Another device: nothing of what is kept on the first is there. */
const device = async (browser: Browser, size = { width: 1280, height: 900 }) =>
  (await browser.newContext({ locale: 'de-DE', serviceWorkers: 'block', viewport: size })).newPage()

async function saved(page: Page, act: () => Promise<unknown>): Promise<Download> {
  const downloaded = page.waitForEvent('download')
  await act()
  return downloaded
}
const asFile = async (download: Download) => ({
  name: download.suggestedFilename(),
  mimeType: 'application/json',
  buffer: await readFile(await download.path()),
})

const linkIn = (page: Page) => page.getByLabel('Link', { exact: true }).inputValue()
const handIn = (page: Page) => page.getByRole('button', { name: 'Antworten zum Abgeben (Datei)' })
const nameIn = (page: Page) => page.getByLabel('Ihr Name, wenn er in der Datei stehen soll')

test('an assignment goes to the students and back: made, answered, handed in, read at the table, replied to', async ({
  page: lecturer,
  browser,
}) => {
  await fillForm(lecturer)
  await makeLink(lecturer)
  const link = await linkIn(lecturer)

  const student = await device(browser, { width: 390, height: 800 })
  await student.goto(link)
  await expect(student.getByRole('region', { name: 'Wem gehört der Weg?' })).toBeVisible()
  await answer(student, 1).pressSequentially('Ein Umweg führt daran vorbei.')
  await answer(student, 2).fill('Wer die Tür hat.')
  await nameIn(student).fill('Mira Takt')
  await nameIn(student).press('Tab')
  const answers = await saved(student, () => handIn(student).click())
  expect(answers.suggestedFilename()).toMatch(/mira-takt.*\.json$/)
  const other = await device(browser)
  await other.goto(link)
  await answer(other, 2).fill('Niemand.')
  const nameless = await saved(other, () => handIn(other).click())

  await lecturer.goto(`${local.url}notizen/tisch/`)
  await lecturer
    .getByLabel('Dateien auswählen')
    .setInputFiles([await asFile(answers), await asFile(nameless)])
  await expect(lecturer.locator('[data-count]')).toHaveText('2 Dateien mit Antworten.')
  await expect(lecturer.getByText('1 von 2 beantwortet')).toBeVisible()
  await expect(lecturer.getByText('Wer die Tür hat.')).toBeVisible()
  await lecturer.getByRole('radio', { name: 'nach Personen' }).check()
  await expect(lecturer.locator('.answer-part > h3')).toHaveText(['Mira Takt', 'ohne Namen'])
  await lecturer
    .getByRole('textbox', { name: /^Rückmeldung an Mira Takt zu Frage 2/ })
    .fill('Und wer hat den Schlüssel?')
  expect(await violations(lecturer, { part: '[data-answers]' })).toEqual([])
  const summary = lecturer.getByText('Rückmeldung als Datei an …')
  await summary.press('Enter')
  const reply = await saved(lecturer, () =>
    lecturer.getByRole('button', { name: 'Rückmeldung an Mira Takt als Datei' }).press('Enter'),
  )
  const docx = await saved(lecturer, () =>
    lecturer.getByRole('button', { name: 'Als Word-Datei' }).click(),
  )
  expect(docx.suggestedFilename()).toBe('antworten-wem-gehoert-der-weg.docx')

  const taken = student.getByLabel('Rückmeldung einlesen')
  await taken.setInputFiles(await asFile(reply))
  await expect(student.getByText('Und wer hat den Schlüssel?')).toBeVisible()
  await other.getByLabel('Rückmeldung einlesen').setInputFiles(await asFile(reply))
  await expect(other.getByText('gilt den Antworten einer anderen Person')).toBeVisible()
  await other.getByLabel('Rückmeldung einlesen').setInputFiles(await asFile(answers))
  await expect(other.getByText('Die Rückmeldung darauf ist eine eigene Datei.')).toBeVisible()
  await student.context().close()
  await other.context().close()
})

test('a corrected assignment keeps what was answered; both sides find it under „Meine Aufgaben“', async ({
  page: lecturer,
  browser,
}) => {
  await fillForm(lecturer)
  await makeLink(lecturer)
  const student = await device(browser)
  await student.goto(await linkIn(lecturer))
  await answer(student, 1).fill('Ein Weg um etwas herum.')
  await answer(student, 2).fill('Der Türsteher.')
  // What is typed is kept with the next pause, which leaving the field is.
  await answer(student, 2).press('Tab')

  await lecturer.goto(`${local.url}seminar/`)
  const mine = lecturer.locator('.my-assignments li', { hasText: 'Wem gehört der Weg?' })
  await mine.getByRole('link', { name: /^Ändern/ }).click()
  await expect(lecturer.getByLabel('Wortlaut').first()).toHaveValue('Was ist ein Umweg?')
  await lecturer.getByLabel('Titel').fill('Wem gehört der Umweg?')
  await lecturer.getByLabel('Wortlaut').first().fill('Was heißt hier Umweg?')
  await makeLink(lecturer)
  const corrected = await linkIn(lecturer)

  await student.goto('about:blank')
  await student.goto(corrected)
  await expect(student.getByRole('region', { name: 'Wem gehört der Umweg?' })).toBeVisible()
  await expect(answer(student, 1)).toHaveValue('Ein Weg um etwas herum.')
  await expect(answer(student, 2)).toHaveValue('Der Türsteher.')
  await expect(student.getByText('lautete die Frage: Was ist ein Umweg?')).toBeVisible()
  await student.goto(`${local.url}seminar/`)
  const received = student.locator('.my-assignments li', { hasText: 'Wem gehört der Umweg?' })
  await expect(received).toHaveCount(1)
  await expect(received).toContainText('2 von 2 Fragen beantwortet')
  expect(await violations(student, { part: '.my-assignments' })).toEqual([])

  const away = received.getByRole('button', { name: /Aus der Liste nehmen/ })
  await away.focus()
  await student.keyboard.press('Enter')
  await expect(received).toHaveCount(0)
  await student.getByRole('button', { name: 'Rückgängig' }).press('Enter')
  await expect(received).toHaveCount(1)
  await student.context().close()
})
