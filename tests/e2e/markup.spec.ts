import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import { build } from '../../src/edition/build.ts'
import { editions, richText, sourcesIn } from '../fixture-edition.ts'
import { checkTexts } from '../parity/check-site.ts'
import { serveEdition, type ServedEdition } from '../served-edition.ts'
import { looks, violations } from './axe.ts'
import { watchFaults } from './faults.ts'
import { printedWords } from './printed-words.ts'
import { openPanel } from './reader.ts'

/** The small edition with a text of formulas, verse, a drama, boxes, wide tables and nested lists. */
let served: ServedEdition
let address = ''

// One worker builds the edition for them all.
test.describe.configure({ mode: 'default' })

const scripts = `---
title: Vier Schriften
author: Redaktion
rights: { status: open, licence: CC-BY-4.0 }
---

Zwei Wörter, [ὥρα](lang:grc) und [χρόνος](lang:grc), dann [שעה](lang:he) und [ساعة](lang:ar).
`

/** Words that the interface or JavaScript use themselves. */
const names = [
  ...['Suche', 'Zitat', 'Ansicht', 'Tasten', 'Stelle', 'Begriffe', 'Inhalt', 'Suche', 'Notizen'],
  ...['constructor', 'toString', '\\_\\_proto\\_\\_', 'hasOwnProperty', 'body', 'head', 'location'],
  ...['abs-1', 'abs-2-ruf', 'anm-1', 'anm-1-ruf', 's-1', 'term-uhr', 'glosse-uhr', 'lit-uhr-2024'],
  ...[
    'ui\\_suche',
    'ui\\_inhalt',
    'main',
    'fassung',
    'aufgabe=1',
    ':~:text=Suche',
    '12',
    '?',
    '\\#1',
  ],
]
const headings = `---
title: Namen
author: Redaktion
rights: { status: open, licence: CC-BY-4.0 }
---

Zuerst ein Absatz ohne Überschrift, mit einer Anmerkung.[^1]

${names.map((name, i) => `## ${name}\n\nDer Absatz mit dem Wort Nummer${i}.`).join('\n\n')}

[^1]: Eine Anmerkung.
`

const row = (cells: readonly string[], indent = '') => `${indent}| ${cells.join(' | ')} |`
const table = (cell: (row: number, column: number) => string, indent = '') =>
  [
    row(
      Array.from({ length: 8 }, (_, i) => cell(0, i)),
      indent,
    ),
    row(Array<string>(8).fill('---'), indent),
    ...Array.from({ length: 3 }, (_, y) =>
      row(
        Array.from({ length: 8 }, (_, i) => cell(y + 1, i)),
        indent,
      ),
    ),
  ].join('\n')
const parts = [
  'Speicher',
  'Verwaltung',
  'Versorgung',
  'Rechnung',
  'Leistung',
  'Brunnen',
  'Mühlen',
  'Ordnung',
]
const longWord = (y: number, x: number) =>
  `${parts[x]}s${parts[(x + y) % 8]!.toLowerCase()}sammlung${y}${x}`
const longNumber = (y: number, x: number) => `${y}${x}.123.456.789,0${x}`
const tables = `---
title: Tabellen
author: Redaktion
rights: { status: open, licence: CC-BY-4.0 }
---

Vor den Tabellen.

${table(longWord)}

Zwischen den Tabellen.

${table(longNumber)}

- Ein Punkt.

${table((y, x) => `Liste${longWord(y, x)}`, '  ')}

> Ein Zitat.
>
${table((y, x) => `Zitat${longWord(y, x)}`, '> ')}

Nach den Tabellen.
`

test.beforeAll(async () => {
  test.setTimeout(240_000)
  const files = {
    ...(richText() as Record<string, string>),
    'content/texts/schriften.md': scripts,
    'content/texts/namen.md': headings,
    'content/texts/tabellen.md': tables,
  }
  const pictures = join(editions.whole, 'public')
  served = await serveEdition({ files, edition: editions.small, pictures })
  address = `${served.url}texte/formeln/`
})

test.afterAll(() => served.stop())

test('every form has every kind of markup, in order', async () => {
  const { edition } = build(sourcesIn(served.folder), 'local')
  const checked = await checkTexts(edition!, served.site, ['formeln'])
  expect(Object.keys(checked[0]!.table['words of paragraphs']!).length).toBe(5)
  expect(checked.flatMap(({ differences }) => differences)).toEqual([])
})

async function open(page: Page, width: number) {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width, height: 900 })
  await page.goto(address)
  await page.locator('article[data-placed]').waitFor()
}

const excess = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const width of [320, 390, 768, 1440])
  test(`every kind of markup has its place at ${width} px, at 200 % as well`, async ({ page }) => {
    await open(page, width)
    for (const size of ['100%', '200%']) {
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), size)
      // Notes follow the new size a frame or two later.
      await expect.poll(() => excess(page), `wider than the window at ${size}`).toBe(0)
      expect.soft(await faultsOfPlaces(page), size).toEqual([])
    }
  })

for (const { width, colorScheme, tag } of looks)
  test(`axe finds nothing on it at ${width} px, ${colorScheme}`, { tag }, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await open(page, width)
    expect(await violations(page)).toEqual([])
  })

test('a formula that is too long scrolls inside itself by keyboard', async ({ page }) => {
  await open(page, 390)
  const long = page.locator('.formula', { hasText: 'Φ' })
  await long.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => long.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0)
})

test('on paper no formula is cut', async ({ page }) => {
  await open(page, 1000)
  await page.emulateMedia({ media: 'print' })
  // The type area of A4 with the margins of the sheet.
  await page.setViewportSize({ width: 640, height: 900 })
  const cut = await page
    .locator('.formula, .formula-inline')
    .evaluateAll((boxes) =>
      boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.textContent),
    )
  expect(cut).toEqual([])
})

test('headings named like parts of the page disturb none of its tools', async ({ page }) => {
  const faults = watchFaults(page)
  await page.setViewportSize({ width: 1180, height: 900 })
  await page.goto(`${served.url}texte/namen/`)
  await page.locator('article[data-placed]').waitFor()
  const doubled = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return ids.filter((id, i) => ids.indexOf(id) !== i)
  })
  expect(doubled).toEqual([])
  await expect(page.locator('article h2')).toHaveCount(names.length)

  await page.keyboard.press('/')
  const search = page.getByRole('dialog', { name: 'Suche' })
  await search.getByRole('searchbox').fill('Nummer5')
  await expect(search.locator('a').first()).toContainText('Nummer5')
  // The first empties the field.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(search).toBeHidden()

  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Tastenkürzel' })
  await expect(keys).toBeVisible()
  await page.keyboard.press('Escape')

  const panel = await openPanel(page)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  await page.getByRole('button', { name: 'Zitieren' }).click()
  const cite = page.getByRole('dialog', { name: 'Zitieren' })
  await cite.getByLabel('Stelle').fill('2')
  await page.keyboard.press('Enter')
  await expect(cite.locator('.cite-preview')).toContainText('Abs. 2')
  await page.keyboard.press('Escape')

  // Each heading of the contents leads to itself.
  const links = page.locator('nav.contents a[href^="#"]')
  const led = await links.evaluateAll((links) =>
    links.map((link) => {
      const id = decodeURIComponent((link as HTMLAnchorElement).hash.slice(1))
      const heading = document.getElementById(id)
      return [
        link.textContent!.trim(),
        heading?.textContent?.trim(),
        heading?.closest('article') !== null,
      ]
    }),
  )
  expect(led.length).toBeGreaterThanOrEqual(names.length)
  for (const [name, heading, isInText] of led) expect([heading, isInText]).toEqual([name, true])
  expect(faults).toEqual([])
})

for (const format of ['A4', 'A5'] as const)
  test(`on ${format} all words of wide tables are printed`, async ({ page }) => {
    await page.goto(`${served.url}texte/tabellen/`)
    await page.locator('article[data-placed]').waitFor()
    const wanted = await page.locator('article :is(th, td)').allTextContents()
    expect(wanted).toHaveLength(4 * 4 * 8)
    const printed = await printedWords(page, format)
    expect(printed.filter(({ isCut }) => isCut)).toEqual([])
    // Cells break long words, which stand in the PDF one part behind the other.
    const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')
    const all = letters(printed.map(({ words }) => words).join(''))
    expect(wanted.filter((words) => !all.includes(letters(words)))).toEqual([])
  })

test('only pages with formulas and verse have their styles', async ({ request }) => {
  const other = await (await request.get(`${served.url}texte/uhren/`)).text()
  const own = await (await request.get(address)).text()
  for (const rule of ['.verse-number', '.formula-inline']) {
    expect(own).toContain(rule)
    expect(other).not.toContain(rule)
  }
})

/** Verses that do not hang, numbers that touch words, and nested lists that are not further in. */
const faultsOfPlaces = (page: Page) =>
  page.evaluate(() => {
    const faults: string[] = []
    const rowsOf = (element: Element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      const number = element.querySelector('.verse-number')
      if (number) range.setStartAfter(number)
      return [...range.getClientRects()].filter(({ width }) => width > 1)
    }
    const broken = [...document.querySelectorAll('.verse .line')].filter((line) => {
      const [first, ...others] = rowsOf(line)
      const later = others.filter(({ top }) => top > first!.bottom - 4)
      if (later.some(({ left }) => left < first!.left + 8))
        faults.push(`does not hang: ${line.textContent}`)
      return later.length > 0
    })
    if (broken.length === 0) faults.push('no verse is broken')
    for (const number of document.querySelectorAll('.verse-number')) {
      const box = number.getBoundingClientRect()
      const words = rowsOf(number.parentElement!)
      if (
        words.some(
          ({ right, top, bottom }) => right > box.left && top < box.bottom && bottom > box.top,
        )
      )
        faults.push(`the number ${number.textContent} touches its verse`)
      if (box.top > words[0]!.bottom) faults.push(`${number.textContent} is below the first row`)
      const paragraph = number.closest('.block')!.querySelector('.block-number')
      const other = paragraph?.getBoundingClientRect()
      if (other && other.right > box.left && other.top < box.bottom && other.bottom > box.top)
        faults.push(`the number ${number.textContent} touches that of its paragraph`)
    }
    for (const list of document.querySelectorAll('article li > :is(ul, ol)')) {
      const { listStyleType, paddingLeft } = getComputedStyle(list)
      if (listStyleType === 'none' || parseFloat(paddingLeft) < 12)
        faults.push(`not further in: ${list.textContent.trim()}`)
    }
    return faults
  })

test('letters of other scripts have their faces, on the page and in its file; other pages do not name them', async ({
  page,
  request,
}) => {
  const loaded = () =>
    page.evaluate(async () => {
      await document.fonts.ready
      const faces = [...document.fonts].filter(({ status }) => status === 'loaded')
      return faces.map(({ family }) => family.replaceAll('"', ''))
    })
  const families = ['Edition Greek', 'Edition Hebrew', 'Edition Arabic']
  const areLoaded = () => expect.poll(loaded).toEqual(expect.arrayContaining(families))
  await page.goto(`${served.url}texte/schriften/`)
  await areLoaded()
  for (const [words, direction] of [
    ['שעה', 'rtl'],
    ['ساعة', 'rtl'],
    ['χρόνος', 'ltr'],
  ] as const)
    await expect(page.getByText(words, { exact: true })).toHaveCSS('direction', direction)
  await page.goto(pathToFileURL(join(served.site, 'schriften.html')).href)
  await areLoaded()
  const other = await (await request.get(`${served.url}texte/uhren/`)).text()
  expect(families.filter((name) => other.includes(name))).toEqual([])
})
