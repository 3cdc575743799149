import { adopt } from '../../sheet.ts'
import { breath, finish } from '../chunks.ts'
import colourCss from '../colours.css?inline'
import { colourNames, hues } from '../colours.ts'
import { textsOf } from '../exchange/texts.ts'
import { colours } from '../model.ts'
import pageCss from '../page/page.css?inline'
import { draw } from './draw.ts'
import { overlay, type Sheet } from './overlay.ts'
import { readSheets, type Refused } from './read-sheets.ts'
import css from './table.css?inline'

const filters = colours
  .map(
    (colour) =>
      `<label data-colour="${colour}"><input type="checkbox" value="${colour}" checked data-show aria-label="${hues[colour]}, ${colourNames()[colour]}"> <span class="swatch-word">${hues[colour]}</span></label>`,
  )
  .join('')

const html = `
  <div class="table-drop">
    <label class="tool own-file">Dateien wählen <input type="file" multiple accept=".json,.jsonld,application/json,application/ld+json" data-files></label>
    <span>oder hierher ziehen</span>
  </div>
  <p class="own-hint" role="status" data-count></p>
  <ul class="table-refused" data-refused></ul>
  <form class="own-filter" data-tools hidden>
    <fieldset><legend class="sr-only">Farben</legend>${filters}</fieldset>
    <fieldset><legend class="sr-only">Anzeige</legend><label><input type="checkbox" data-names checked> Namen zeigen</label></fieldset>
    <p class="own-buttons">
      <button type="button" class="tool" data-print>Drucken</button>
      <button type="button" class="tool" data-clear>Abräumen</button>
    </p>
  </form>
  <div data-overlay tabindex="-1"></div>`

/** Files laid on the table are added to those that lie there. */
export function openTable(root: Document, host: HTMLElement): void {
  for (const sheet of [colourCss, pageCss, css]) adopt(root, sheet)
  host.innerHTML = html
  const find = <E extends HTMLElement>(selector: string) => host.querySelector<E>(selector)!
  const overlaid = find('[data-overlay]')
  const texts = textsOf(root)
  let sheets: Sheet[] = []
  let drawing = new AbortController()

  const lay = async (files: readonly File[]) => {
    if (files.length === 0) return
    const read = await readSheets(files)
    sheets = [...sheets, ...read.sheets]
    tellRefused(root, find('[data-refused]'), read.refused)
    await show()
  }
  const show = async () => {
    drawing.abort()
    const { signal } = (drawing = new AbortController())
    const found = await finish(overlay(sheets), signal)
    await breath()
    if (!found || signal.aborted) return
    find('[data-tools]').hidden = sheets.length === 0
    find('[data-count]').textContent = sheets.length === 0 ? '' : 'Wird ausgelegt …'
    await draw(root, overlaid, found, texts, signal)
    if (!signal.aborted) find('[data-count]').textContent = sayCount(sheets, found.people)
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
  find('[data-tools]').addEventListener('change', () => {
    const hidden = [...host.querySelectorAll<HTMLInputElement>('[data-show]:not(:checked)')]
    overlaid.dataset['hide'] = hidden.map(({ value }) => value).join(' ')
    const named = find<HTMLInputElement>('[data-names]').checked
    overlaid.toggleAttribute('data-anonymous', !named)
  })
  find('[data-print]').addEventListener('click', () => root.defaultView!.print())
  find('[data-clear]').addEventListener('click', () => {
    sheets = []
    tellRefused(root, find('[data-refused]'), [])
    void show()
    input.focus()
  })
}

function sayCount(sheets: readonly Sheet[], people: readonly string[]): string {
  if (sheets.length === 0) return ''
  const marks = sheets.reduce(
    (sum, { file }) => sum + file.entries.filter((entry) => 'body' in entry).length,
    0,
  )
  const skipped = sheets.reduce((sum, { file }) => sum + file.skipped, 0)
  const said = [
    sheets.length === 1 ? '1 Datei' : `${sheets.length} Dateien`,
    people.length === 1 ? '1 Person' : `${people.length} Personen`,
    marks === 1 ? '1 Notiz oder Markierung' : `${marks} Notizen und Markierungen`,
  ]
  return `${said.join(', ')}.${skipped > 0 ? ` ${skipped} Einträge waren nicht zu lesen.` : ''}`
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
