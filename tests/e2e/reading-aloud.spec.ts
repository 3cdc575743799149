import { expect, test, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { violations } from './axe.ts'
import { openPanel, openText } from './reader.ts'

declare global {
  interface Window {
    spoken: { text: string; lang: string; rate: number; voice: string }[]
    finish: () => void
  }
}

const german = { name: 'Eins', lang: 'de-DE', local: true }
const second = { name: 'Zwei', lang: 'de-DE', local: true }
const english = { name: 'One', lang: 'en-GB', local: true }
const remote = { name: 'Fern', lang: 'de-DE', local: false }

/** A browser with these voices, which speaks only when the test says that a part is finished. */
async function speaks(page: Page, voices: readonly (typeof german)[]) {
  await page.addInitScript((voices) => {
    const waiting: EventTarget[] = []
    class Utterance extends EventTarget {
      text: string
      lang = ''
      rate = 1
      voice: { name: string } | null = null
      constructor(text: string) {
        super()
        this.text = text
      }
    }
    window.spoken = []
    window.finish = () => waiting.shift()?.dispatchEvent(new Event('end'))
    const speech = Object.assign(new EventTarget(), {
      getVoices: () =>
        voices.map(({ name, lang, local }) => ({
          ...{ name, lang, voiceURI: name, localService: local, default: false },
        })),
      speak: (one: Utterance) => {
        waiting.push(one)
        const { text, lang, rate, voice } = one
        window.spoken.push({ text, lang, rate, voice: voice?.name ?? '' })
      },
      cancel: () => {
        for (const one of waiting.splice(0))
          queueMicrotask(() => one.dispatchEvent(new Event('error')))
      },
    })
    Object.defineProperty(window, 'speechSynthesis', { value: speech })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
  }, voices)
}

const bar = (page: Page) => page.getByRole('region', { name: 'Vorlesen' })
const press = (page: Page, name: string) => bar(page).getByRole('button', { name }).click()
const spoken = (page: Page) => page.evaluate(() => window.spoken.map(({ text }) => text))
const last = (page: Page) => page.evaluate(() => window.spoken.at(-1)!)
const finish = (page: Page) => page.evaluate(() => window.finish())
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('vorlesen') ?? [])].map(String).join(''))

test('a text is read sentence by sentence: paused, stepped through, ended, the sentence marked', async ({
  page,
}) => {
  await speaks(page, [german, english])
  await openText(page, '', '', texts.small)
  await page.keyboard.press('p')
  await expect(bar(page)).toBeVisible()
  const first = 'Vor dem ersten Abschnitt steht ein Absatz mit einer Anmerkung ohne Zahl.'
  await expect.poll(() => spoken(page)).toEqual([first])
  expect(await marked(page)).toBe(first)
  await finish(page)
  await finish(page)
  await finish(page)
  await expect
    .poll(() => spoken(page))
    .toEqual([first, 'Er nennt PTX, CUDA und die GPU in einem Atem.', 'Gedränge', 'Kurz.'])
  await expect(bar(page).getByRole('button', { name: 'Anhalten' })).toBeFocused()
  await page.keyboard.press('p')
  await expect(bar(page).getByRole('button', { name: 'Weiter' })).toBeVisible()
  await finish(page)
  await press(page, 'voriger Satz')
  await expect.poll(() => marked(page)).toBe('Gedränge')
  expect((await spoken(page)).length).toBe(4)
  await press(page, 'nächster Satz')
  await page.keyboard.press('p')
  await expect.poll(() => spoken(page)).toHaveLength(5)
  expect((await last(page)).text).toBe('Kurz.')
  expect(await violations(page, { part: '.aloud' })).toEqual([])
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  expect(await marked(page)).toBe('')
})

test('foreign words have their voice, the gender star is a rest, notes and glosses come by wish, and the wishes stay', async ({
  page,
}) => {
  await speaks(page, [german, second, english])
  await openText(page, '', '', texts.small)
  await page
    .locator('article p', { hasText: 'bigger is better' })
    .evaluate((element) => element.scrollIntoView())
  await page.keyboard.press('p')
  await expect(bar(page)).toBeVisible()
  const all = () => page.evaluate(() => window.spoken)
  for (let i = 0; i < 30 && !(await all()).some(({ text }) => text === 'bigger is better'); i++)
    await finish(page)
  const around = (await all()).slice(-3)
  expect(around.map(({ text, lang }) => [text, lang])).toEqual([
    ['Man sagt', 'de-DE'],
    ['bigger is better', 'en-GB'],
    ['und meint es.', 'de-DE'],
  ])
  for (let i = 0; i < 3; i++) await finish(page)
  await expect
    .poll(async () => (await last(page)).text)
    .toMatch(/^Nutzer-innen, kursiv.* zum zweiten Mal\.$/)

  await bar(page).getByLabel('Stimme').selectOption('Zwei')
  await bar(page).getByLabel('Tempo').selectOption('1.5')
  await expect.poll(async () => (await last(page)).voice).toBe('Zwei')
  expect((await last(page)).rate).toBe(1.5)
  expect((await last(page)).text).toMatch(/^Nutzer-innen/)
  await bar(page).getByLabel('Anmerkungen').check()
  await press(page, 'Beenden')

  await page.reload()
  await page.locator('[data-placed]').waitFor()
  // A key of the reader ends the restoring of the line that was read.
  await page.keyboard.press('Control+Home')
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
  await page.keyboard.press('p')
  await expect(bar(page).getByLabel('Anmerkungen')).toBeChecked()
  for (let i = 0; i < 2; i++) await finish(page)
  await expect.poll(async () => (await last(page)).text).toMatch(/^Anmerkung .*Dank an alle/)
  expect((await last(page)).voice).toBe('Zwei')
  await bar(page).getByLabel('Anmerkungen').uncheck()
  await expect.poll(async () => (await last(page)).text).toBe('Gedränge')
})

for (const [name, voices] of [
  ['no voice', []],
  ['no voice for the language of the text', [english]],
  ['only a voice that needs a server', [remote]],
] as const)
  test(`with ${name} reading aloud is not offered`, async ({ page }) => {
    await speaks(page, voices)
    await openText(page, '', '', texts.small)
    const panel = await openPanel(page)
    await expect(panel.getByRole('button', { name: 'Link mit dieser Ansicht' })).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Vorlesen' })).toBeHidden()
    await page.keyboard.press('Escape')
    await page.keyboard.press('p')
    await expect(page.locator('[data-status]')).toContainText('keine eigene Stimme')
    await expect(bar(page)).toHaveCount(0)
  })

test('the panel of the view begins to read; its code is loaded no sooner', async ({ page }) => {
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await speaks(page, [german])
  await openText(page, '', '', texts.small)
  await page.waitForLoadState('networkidle')
  const before = loaded.length
  const panel = await openPanel(page)
  await panel.getByRole('button', { name: 'Vorlesen' }).click()
  await expect(panel).toBeHidden()
  await expect(bar(page)).toBeVisible()
  await expect.poll(() => spoken(page)).toHaveLength(1)
  expect(loaded.slice(before).length).toBeGreaterThan(1)
})
