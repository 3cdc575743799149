/** Helpers of the assignment tests: pages, elements and actions of a teacher. */
import { expect, test as base, type Page } from '@playwright/test'
import { encodeAssignment } from '../../src/contract/assignment/codec.ts'
import type { Assignment } from '../../src/contract/assignment/model.ts'
import { sessions, texts } from '../fixture-edition.ts'
import { watchFaults } from './faults.ts'

import { builtSites } from './sites.ts'

/** Fails a test if there is an error or warning in the console of its page. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page }, use) => {
      const faults = watchFaults(page)
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

/** The text of the form and of the sessions. */
export const long: string = texts.long
/** The text that is read in an assignment unless another is given. */
export const slug: string = texts.small
export const made: Assignment = {
  ...{
    title: 'Zwanzig Dreher',
    date: '2026-12-01',
    aim: 'Zahlen lesen lernen.',
    task: 'Zu zweit.',
  },
  ...{ text: slug, version: '0.9', from: '3', to: '6', glossen: 'keine', anmerkungen: 'aus' },
  questions: [
    { at: ['4'], text: 'Wovon ist hier <b>nicht</b> die Rede?' },
    { at: ['6', '5'], text: 'Wer warnt wen?' },
    { at: [], text: 'Was fehlt Ihnen?' },
  ],
}
export const { local } = builtSites()
export const text = (rest = '', name = slug) => `${local.url}texte/${name}/${rest}`
/** A link to an assignment on a text, if no name is given the small one. */
export const linkTo = async (assignment: Partial<Assignment> = {}, name = slug) =>
  text(`#aufgabe=${await encodeAssignment({ ...made, text: name, ...assignment })}`, name)
export const session = (rest = '') => text(`?sitzung=${sessions.second}${rest}#abs-1`, long)

export const head = (page: Page) => page.getByRole('region', { name: 'Zwanzig Dreher' })
export const question = (page: Page, nth: number) =>
  page.getByRole('group', { name: new RegExp(`^Frage ${nth}`) })
export const answer = (page: Page, nth: number) =>
  page.getByRole('textbox', { name: `Ihre Antwort auf Frage ${nth}` })
export const leave = (page: Page) => page.getByRole('button', { name: 'Lesen beenden' }).first()

/** Numbers of the paragraphs in the passage. */
export const passage = (page: Page) =>
  page
    .locator('[data-passage] > [id^="abs-"]')
    .evaluateAll((all) => all.map(({ id }) => id.replace('abs-', '')))

export async function fillForm(page: Page) {
  await page.goto(`${local.url}seminar/aufgabe/?text=${long}`)
  await page.getByLabel('Abschnitt übernehmen').selectOption({ label: 'Hausrecht (13–17)' })
  await expect(page.getByLabel('bis Absatz')).toHaveValue('17')
  await expect(page.getByLabel('Abschnitt übernehmen')).not.toHaveValue('')
  await page.getByLabel('von Absatz').fill('14')
  await expect(page.getByLabel('Abschnitt übernehmen')).toHaveValue('')
  await page.getByLabel('Titel').fill('Wem gehört der Weg?')
  await page.getByLabel('Sitzung am').fill('2026-12-01')
  await page.getByLabel('Wortlaut').fill('Wer darf hier drosseln?')
  await page.getByLabel('zu Absatz').fill('16')
  await page.getByRole('button', { name: 'Frage hinzufügen' }).click()
  await page.getByLabel('Wortlaut').nth(1).fill('Was ist ein Umweg?')
  await page.getByLabel('zu Absatz').nth(1).fill('Abs. 14')
  await page.getByRole('button', { name: 'Frage 2 nach oben' }).click()
  await page.getByLabel('Glossen').selectOption('keine')
}
export const makeLink = (page: Page) =>
  page.getByRole('button', { name: 'Link zur Aufgabe erstellen' }).click()
