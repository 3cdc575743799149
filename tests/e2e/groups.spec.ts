import { expect, test, type Page } from '@playwright/test'
import { writeAnswers } from '../../src/client/assignment/exchange/answers-file.ts'
import { violations } from './axe.ts'
import { annotation, file, notes } from './notes-page.ts'

const answersOf = (id: string, person: string, answer: string) => ({
  name: `antworten-${id}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(
    writeAnswers({
      ...{ id, person, made: '2026-11-30T09:00:00.000Z' },
      assignment: {
        name: 'takt',
        title: 'Takte',
        about: 'Absätze 2–4',
        address: 'https://x.test/',
      },
      answers: [{ key: 'zaehlen', nth: 1, at: ['2'], question: 'Was zählt?', answer }],
    }),
  ),
})

const groupOf = (page: Page, name: string) =>
  page.getByRole('combobox', { name: `Gruppe von ${name}`, exact: true })
const members = (page: Page, group: string) =>
  page.locator('.group-members section').filter({ hasText: group }).getByRole('listitem')
const unlike = (page: Page) => page.locator('.group-differences li')

test('the table draws lots for groups, moves people by hand, and shows where the groups differ', async ({
  page,
}) => {
  await page.goto(`${notes}tisch/`)
  const input = page.getByLabel('Dateien auswählen')
  await input.setInputFiles([
    file('Anna', [annotation('abs-2', 'Worte', ''), annotation('abs-3', 'Worte', 'von Anna')]),
    file('Ben', [annotation('abs-2', 'Worte', ''), annotation('abs-3', 'Worte', '')]),
    file('Cem', [annotation('abs-2', 'Worte', '')]),
    file('Dora', [annotation('abs-2', 'Worte', ''), annotation('abs-4', 'Worte', '')]),
    answersOf('a1', 'Anna', 'Das Rad.'),
    answersOf('c1', 'Cem', 'Die Uhr.'),
  ])
  await page.getByText('Gruppen', { exact: true }).click()
  await page.getByLabel('Zahl der Gruppen').fill('2')
  await page.getByRole('button', { name: 'Auslosen' }).click()
  await expect(page.getByRole('button', { name: 'Neu auslosen' })).toBeFocused()
  await expect(members(page, 'Gruppe A')).toHaveCount(2)
  await expect(members(page, 'Gruppe B')).toHaveCount(2)

  // Two moves before the groups are drawn anew.
  await page.locator('.group-members').evaluate((panel) => {
    for (const name of ['Anna', 'Ben']) {
      const choice = panel.querySelector<HTMLSelectElement>(`[data-person="${name}"]`)!
      choice.value = '0'
      choice.dispatchEvent(new Event('change', { bubbles: true }))
    }
  })
  await expect(groupOf(page, 'Ben')).toHaveValue('0')
  await expect(groupOf(page, 'Anna')).toHaveValue('0')

  for (const [name, group] of Object.entries({ Cem: 'B', Dora: 'B' })) {
    await groupOf(page, name).selectOption(group)
    await expect(groupOf(page, name)).toHaveValue(group === 'A' ? '0' : '1')
  }
  await expect(unlike(page)).toHaveText([
    'Abs. 3: Gruppe A 2 von 2, Gruppe B 0 von 2',
    'Abs. 4: Gruppe A 0 von 2, Gruppe B 1 von 2',
  ])
  await expect(
    page.getByRole('link', { name: /^Abs\. 3: 2 von 4; Gruppe A 2 von 2/ }),
  ).toBeVisible()
  await expect(page.locator('.answer h4')).toHaveText(['Anna · Gruppe A', 'Cem · Gruppe B'])
  expect(await violations(page, { part: '.table-groups' })).toEqual([])
  await unlike(page).first().getByRole('link').click()
  await expect(page.getByText('von Anna', { exact: true })).toBeInViewport()

  await page.getByRole('checkbox', { name: 'Namen anzeigen' }).uncheck()
  await expect(page.locator('.group-members')).toHaveText(/Gruppe A\s*2 Personen\s*Gruppe B\s*2/)
  await expect(page.getByText('Anna', { exact: true })).toHaveCount(0)
  await page.getByRole('checkbox', { name: 'Namen anzeigen' }).check()
  await groupOf(page, 'Ben').selectOption('B')
  await input.setInputFiles([file('Eva', [annotation('abs-5', 'Worte', '')])])
  await expect(groupOf(page, 'Eva')).toHaveValue('0')

  await page.getByRole('button', { name: 'Gruppen auflösen' }).click()
  await expect(page.getByLabel('Zahl der Gruppen')).toBeFocused()
  await expect(unlike(page)).toHaveCount(0)
  await expect(page.locator('.answer h4')).toHaveText(['Anna', 'Cem'])
})
