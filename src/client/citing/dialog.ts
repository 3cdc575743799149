import { citationFormKey } from '../../contract/storage-keys.ts'
import { announce } from '../platform/announce.ts'
import { copy, copyRich } from '../platform/copy.ts'
import { createDialog, findDialog } from '../platform/dialog.ts'
import { giveFocusBack } from '../platform/focus.ts'
import type { Passage } from '../text-on-page/passage.ts'
import { idOnPage } from '../text-on-page/text.ts'
import { textHere } from '../reading-place/here.ts'
import { adopt } from '../platform/sheet.ts'
import { device } from '../platform/storage.ts'
import { citePlace } from './cite-place.ts'
import { citePassage } from './cited.ts'
import type { Words } from './clean.ts'
import css from './citing.css?inline'
import { compose, isFile, isForm, type Choice, type Cited, type Form } from './compose.ts'
import { citationData, type CitationData } from './data.ts'
import { dialogHtml, placeId } from './dialog-html.ts'
import { showField } from './field.ts'
import { offerFile } from './offer-file.ts'

/** What the open dialog cites; `passage` is null where the reader typed a place or cites the whole text. */
interface Subject {
  article: HTMLElement
  passage: Passage | null
  cited: Cited
}

let data: CitationData
let subject: Subject

/** Opens the dialog that cites a passage; null: the whole text. */
export async function openCiting(root: Document, passage: Passage | null): Promise<void> {
  const before = root.activeElement
  const article = passage?.article ?? textHere(root)
  const found = article && (await citationData(article).catch(() => null))
  if (!found) return announce(root, 'Die Angaben zu diesem Text konnten nicht geladen werden.')
  data = found
  adopt(root, css)
  const dialog = findDialog(root, 'zitat') ?? create(root)
  if (dialog.open) return
  const whole = citePlace(article, '', data) as Cited
  subject = { article, passage, cited: passage ? citePassage(passage, data) : whole }
  place(dialog).value = subject.cited.locator
  say(dialog, '')
  show(dialog)
  dialog.addEventListener('close', () => giveFocusBack(before), { once: true })
  dialog.showModal()
  dialog.querySelector<HTMLElement>('[data-copy]')!.focus({ preventScroll: true })
  dialog.scrollTop = 0
}

const place = (dialog: HTMLElement) => dialog.querySelector<HTMLInputElement>(`#${placeId}`)!
const box = (dialog: HTMLElement, name: string) =>
  dialog.querySelector<HTMLInputElement>(`[name="${name}"]`)!

function create(root: Document): HTMLDialogElement {
  const dialog = createDialog(root, 'zitat', 'Zitieren')
  dialog.insertAdjacentHTML('beforeend', dialogHtml)
  dialog.querySelector<HTMLInputElement>(`[value="${lastForm()}"]`)!.checked = true
  box(dialog, 'toTheWord').checked = true
  dialog.addEventListener('change', ({ target }) => {
    if (target === place(dialog)) return take(dialog)
    device.write(citationFormKey, choiceIn(dialog).form)
    show(dialog)
  })
  dialog.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault()
    take(dialog)
  })
  dialog.querySelector('[data-copy]')!.addEventListener('click', () => void copyFrom(root, dialog))
  dialog.querySelector('[data-there]')!.addEventListener('click', () => dialog.close())
  return dialog
}

/** Cites the place typed in the field. The selected passage is kept as long as the field still names it. */
function take(dialog: HTMLElement): void {
  const { article } = subject
  const query = place(dialog).value
  if (query === subject.cited.locator) return say(dialog, '')
  const found = citePlace(article, query, data)
  if ('problem' in found) return say(dialog, found.problem)
  subject = { article, passage: null, cited: found }
  place(dialog).value = found.locator
  say(dialog, '')
  show(dialog)
}

function say(dialog: HTMLElement, problem: string): void {
  dialog.querySelector('[role="alert"]')!.textContent = problem
  place(dialog).ariaInvalid = String(problem !== '')
}

const choiceIn = (dialog: HTMLElement): Choice => ({
  form: dialog.querySelector<HTMLInputElement>('[name="zitierform"]:checked')!.value as Form,
  withNotes: box(dialog, 'withNotes').checked,
  onlyReference: box(dialog, 'onlyReference').checked,
})

function show(dialog: HTMLElement): void {
  const { article, passage } = subject
  if (passage) subject.cited = citePassage(passage, data, box(dialog, 'toTheWord').checked)
  const { cited } = subject
  const choice = choiceIn(dialog)
  const words = compose(cited, choice, data)
  const file = isFile(choice.form) ? choice.form : null
  const quoted = choice.onlyReference ? 0 : cited.quotation.length
  showPreview(dialog.querySelector('.cite-preview')!, words, file ? 1 : quoted)
  offerFile(dialog.querySelector('[data-download]')!, article.dataset['text']!, file, words.text)
  const there = dialog.querySelector<HTMLAnchorElement>('[data-there]')!
  const [, id] = cited.address.split('#')
  there.hidden = !id
  there.href = `#${idOnPage(article, id ?? '')}`
  const useful: Record<string, boolean> = {
    onlyReference: !file && cited.quotation.length > 0,
    withNotes: !file && cited.notes.length > 0,
    toTheWord: cited.address.includes(':~:') || !box(dialog, 'toTheWord').checked,
  }
  for (const line of dialog.querySelectorAll<HTMLElement>('[data-if]'))
    line.hidden = !useful[line.dataset['if']!]
  dialog.querySelector('output')!.textContent = ''
  const field = dialog.querySelector<HTMLElement>('.cite-field')
  if (field) field.hidden = true
}

/** Shows the words; the first `scrolled` paragraphs scroll in a box of their own, so that the rest stays in view. */
function showPreview(preview: HTMLElement, { html }: Words, scrolled: number): void {
  preview.innerHTML = html
  const parts = [...preview.children].slice(0, scrolled)
  const box = preview.ownerDocument.createElement('div')
  box.className = 'cite-quoted'
  box.tabIndex = 0
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', parts[0]?.localName === 'pre' ? 'Datei' : 'Zitat')
  box.append(...parts)
  if (parts.length > 0) preview.prepend(box)
}

async function copyFrom(root: Document, dialog: HTMLElement): Promise<void> {
  const choice = choiceIn(dialog)
  const words = compose(subject.cited, choice, data)
  const copied = await (isFile(choice.form) ? copy(root, words.text) : copyRich(root, words))
  dialog.querySelector('output')!.textContent = copied ? 'Kopiert.' : ''
  if (!copied) showField(dialog, words.text)
}

/** The form last used on this device. */
function lastForm(): Form {
  const form = device.read(citationFormKey) ?? ''
  return isForm(form) ? form : 'ausgabe'
}
