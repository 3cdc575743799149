import { adopt } from '../../platform/sheet.ts'
import { breath, finish } from '../time-slices.ts'
import colourCss from '../colours.css?inline'
import { colourNames, hues } from '../colours.ts'
import { textsOf } from '../exchange/texts.ts'
import { colours, type Colour } from '../model.ts'
import pageCss from '../page/page.css?inline'
import { draw } from './draw.ts'
import { overlay, shuffled, type Overlay, type Sheet } from './overlay.ts'
import { readSheets, type Refused } from './read-sheets.ts'
import css from './overlay.css?inline'

const filters = colours
  .map(
    (colour) =>
      `<label data-colour="${colour}"><input type="checkbox" value="${colour}" checked data-show aria-label="${hues[colour]}, ${colourNames()[colour]}"> <span class="swatch-word">${hues[colour]}</span></label>`,
  )
  .join('')

const html = `
  <div class="table-drop">
    <label class="tool own-file">Dateien auswählen <input type="file" multiple accept=".json,.jsonld,application/json,application/ld+json" data-files></label>
    <span>oder hierher ziehen</span>
  </div>
  <p class="own-hint" role="status" data-count></p>
  <ul class="table-refused" data-refused></ul>
  <form class="own-filter" data-tools hidden>
    <fieldset><legend class="sr-only">Farben</legend>${filters}</fieldset>
    <fieldset><legend class="sr-only">Anzeige</legend><label><input type="checkbox" data-names checked> Namen anzeigen</label></fieldset>
    <p class="own-buttons">
      <button type="button" class="tool" data-print>Drucken</button>
      <button type="button" class="tool" data-clear>Tisch abräumen</button>
    </p>
  </form>
  <div data-overlay tabindex="-1"></div>`

/** Reads files of notes and shows them together; more files are added to those read before. */
export function openSeminarOverlay(root: Document, host: HTMLElement, random = Math.random): void {
  for (const sheet of [colourCss, pageCss, css]) adopt(root, sheet)
  host.innerHTML = html
  const find = <E extends HTMLElement>(selector: string) => host.querySelector<E>(selector)!
  const overlaid = find('[data-overlay]')
  const texts = textsOf(root)
  let sheets: Sheet[] = []
  let order: number[] = []
  let drawing = new AbortController()

  const lay = async (files: readonly File[]) => {
    if (files.length === 0) return
    const read = await readSheets(files)
    sheets = [...sheets, ...read.sheets]
    order = []
    tellRefused(root, find('[data-refused]'), read.refused)
    await show()
  }
  const show = async () => {
    drawing.abort()
    const { signal } = (drawing = new AbortController())
    const found = await finish(overlay(sheets, shownIn(host)), signal)
    await breath()
    if (!found || signal.aborted) return
    find('[data-tools]').hidden = sheets.length === 0
    find('[data-count]').textContent = sheets.length === 0 ? '' : 'Dateien werden gelesen …'
    const { people } = found
    if (order.length !== people.length) order = shuffled(people.length, random)
    const named = find<HTMLInputElement>('[data-names]').checked
    const names = named ? people : order.map((number) => `Person ${number + 1}`)
    await draw(root, overlaid, found, names, texts, signal)
    if (!signal.aborted) find('[data-count]').textContent = sayCount(sheets, found)
  }

  const input = find<HTMLInputElement>('[data-files]')
  input.addEventListener('change', async () => {
    await lay([...(input.files ?? [])])
    input.value = ''
  })
  root.addEventListener('dragover', (event) => event.preventDefault())
  root.addEventListener('drop', (event) => {
    event.preventDefault()
    void lay([...(event.dataTransfer?.files ?? [])])
  })
  find('[data-tools]').addEventListener('change', () => void show())
  find('[data-print]').addEventListener('click', () => root.defaultView!.print())
  find('[data-clear]').addEventListener('click', () => {
    sheets = []
    for (const box of boxesIn(host)) box.checked = true
    tellRefused(root, find('[data-refused]'), [])
    void show()
    input.focus()
  })
}

const boxesIn = (host: HTMLElement) => [...host.querySelectorAll<HTMLInputElement>('[data-show]')]

const shownIn = (host: HTMLElement): ReadonlySet<Colour> =>
  new Set(
    boxesIn(host)
      .filter(({ checked }) => checked)
      .map(({ value }) => value as Colour),
  )

function sayCount(sheets: readonly Sheet[], { people, texts }: Overlay): string {
  if (sheets.length === 0) return ''
  const marks = texts
    .flatMap(({ paragraphs }) => paragraphs)
    .reduce((sum, paragraph) => sum + paragraph.marks.length, 0)
  const skipped = sheets.reduce((sum, { file }) => sum + file.foreign.length, 0)
  const said = [
    sheets.length === 1 ? '1 Datei' : `${sheets.length} Dateien`,
    people.length === 1 ? '1 Person' : `${people.length} Personen`,
    marks === 1 ? '1 Notiz oder Markierung' : `${marks} Notizen und Markierungen`,
  ]
  return `${said.join(', ')}.${skipped > 0 ? ` ${skipped === 1 ? '1 Eintrag war' : `${skipped} Einträge waren`} nicht lesbar.` : ''}`
}

function tellRefused(root: Document, list: HTMLElement, refused: readonly Refused[]): void {
  list.replaceChildren(
    ...refused.map(({ name, reason }) => {
      const item = root.createElement('li')
      item.textContent = `${name.slice(0, 120)}: ${reason}`
      return item
    }),
  )
}
