import type { AnswersFile } from '../../assignment/exchange/answers-file.ts'
import { adopt } from '../../platform/sheet.ts'
import { breath, finish } from '../time-slices.ts'
import colourCss from '../colours.css?inline'
import { colourNames, hues } from '../colours.ts'
import { textsOf } from '../exchange/texts.ts'
import { colours, type Colour } from '../model.ts'
import pageCss from '../page/page.css?inline'
import { draw } from './draw.ts'
import { regroup, type Groups } from './groups.ts'
import type { Grouping } from './groups-panel.ts'
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
  <details class="table-groups" data-groups hidden><summary>Gruppen</summary><div data-grouping></div></details>
  <div data-answers></div>
  <div data-overlay tabindex="-1"></div>`

/** Reads files of notes and shows them together; more files are added to those read before. */
export function openSeminarOverlay(root: Document, host: HTMLElement, random = Math.random): void {
  for (const sheet of [colourCss, pageCss, css]) adopt(root, sheet)
  host.innerHTML = html
  const find = <E extends HTMLElement>(selector: string) => host.querySelector<E>(selector)!
  const overlaid = find('[data-overlay]')
  const texts = textsOf(root)
  let sheets: Sheet[] = []
  let answers: AnswersFile[] = []
  let order: number[] = []
  let groups: Groups | null = null
  let grouping: Grouping | null = null
  let drawing = new AbortController()

  const lay = async (files: readonly File[]) => {
    if (files.length === 0) return
    const read = await readSheets(files)
    sheets = [...sheets, ...read.sheets]
    answers = [...answers, ...read.answers]
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
    const isEmpty = sheets.length + answers.length === 0
    find('[data-tools]').hidden = isEmpty
    find('[data-count]').textContent = isEmpty ? '' : 'Dateien werden gelesen …'
    const { people } = found
    if (order.length !== people.length) order = shuffled(people.length, random)
    const named = find<HTMLInputElement>('[data-names]').checked
    const names = named ? people : order.map((number) => `Person ${number + 1}`)
    const byNumber = (nth: number) => `Person ${nth + 1}`
    const all = new Set(people)
    if (answers.length > 0 || find('[data-answers]').hasChildNodes()) {
      const { drawAnswers, namesIn } = await import('../../assignment/table/panel.ts')
      for (const name of namesIn(answers)) all.add(name)
      groups &&= regroup(groups, [...all])
      const groupOf = (name: string) => groups?.of.get(name)
      drawAnswers(root, find('[data-answers]'), answers, named ? null : byNumber, groupOf)
    }
    groups &&= regroup(groups, [...all])
    grouping = { names: [...all], areNamesShown: named, overlay: found }
    find('[data-groups]').hidden = all.size < 2
    await showGroups()
    await draw(root, overlaid, found, names, groups, texts, signal)
    if (!signal.aborted) find('[data-count]').textContent = sayCount(sheets, answers.length, found)
  }

  const showGroups = async () => {
    if (!grouping || !find<HTMLDetailsElement>('[data-groups]').open) return
    const { drawGroupsPanel } = await import('./groups-panel.ts')
    drawGroupsPanel(root, find('[data-grouping]'), grouping, groups, (change) => {
      groups = change(groups)
      return show()
    })
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
  find<HTMLDetailsElement>('[data-groups]').addEventListener('toggle', () => void showGroups())
  find('[data-print]').addEventListener('click', () => root.defaultView!.print())
  find('[data-clear]').addEventListener('click', () => {
    sheets = []
    answers = []
    groups = null
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

function sayCount(sheets: readonly Sheet[], answers: number, { people, texts }: Overlay): string {
  const handedIn = answers === 1 ? '1 Datei mit Antworten' : `${answers} Dateien mit Antworten`
  if (sheets.length === 0) return answers === 0 ? '' : `${handedIn}.`
  const marks = texts
    .flatMap(({ paragraphs }) => paragraphs)
    .reduce((sum, paragraph) => sum + paragraph.marks.length, 0)
  const skipped = sheets.reduce((sum, { file }) => sum + file.foreign.length, 0)
  const said = [
    sheets.length === 1 ? '1 Datei' : `${sheets.length} Dateien`,
    people.length === 1 ? '1 Person' : `${people.length} Personen`,
    marks === 1 ? '1 Notiz oder Markierung' : `${marks} Notizen und Markierungen`,
    ...(answers > 0 ? [handedIn] : []),
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
