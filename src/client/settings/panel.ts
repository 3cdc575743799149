import { copy } from '../platform/copy.ts'
import { createDialog, findDialog } from '../platform/dialog.ts'
import { change, reset, settingsOn } from './apply.ts'
import { isSwitch, panelHtml, switchValue } from './panel-html.ts'
import type { Key, Settings } from './schema.ts'
import { addressOfView } from './settings.ts'

/** Opens the panel. Its fields are drawn each time, since settings can also be changed by keys. */
export function openPanel(root: Document): void {
  const dialog = findDialog(root, 'ansicht') ?? create(root)
  draw(root, dialog)
  dialog.showModal()
}

function create(root: Document): HTMLDialogElement {
  const dialog = createDialog(root, 'ansicht', 'Ansicht')
  dialog.insertAdjacentHTML(
    'beforeend',
    `<div data-fields></div>
    <div class="panel-actions">
      ${root.querySelector('article[data-text]') ? '<button type="button" data-opens="begriffe">Meine Begriffe</button>' : ''}
      <button type="button" data-read-aloud hidden>Vorlesen</button>
      <button type="button" data-copy-view>Link mit dieser Ansicht kopieren</button>
      <button type="button" data-reset>Alles zurücksetzen</button>
      <output class="panel-hint"></output>
    </div>
    <p class="panel-hint">Die Einstellungen bleiben auf diesem Gerät. Der Link enthält die Einstellungen für Glossen, Anmerkungen und Absatznummern.</p>`,
  )
  dialog.addEventListener('change', ({ target }) => {
    const { name, value, checked } = target as HTMLInputElement
    const key = name as Key
    change(root, key, (isSwitch(key) ? switchValue(key, checked) : value) as Settings[Key])
  })
  dialog.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('[data-reset]')) {
      reset(root)
      draw(root, dialog)
      say(dialog, 'Zurückgesetzt.')
    }
    if ((target as Element).closest('[data-opens]')) dialog.close()
    if ((target as Element).closest('[data-copy-view]')) void copyView(root, dialog)
    if ((target as Element).closest('[data-read-aloud]')) {
      dialog.close()
      void import('../reading-aloud/open.ts').then(({ toggleReadingAloud }) =>
        toggleReadingAloud(root),
      )
    }
  })
  void offerReadingAloud(root, dialog)
  return dialog
}

/** Shows the button where the browser has a voice of its own for a text of the page. */
async function offerReadingAloud(root: Document, dialog: HTMLDialogElement): Promise<void> {
  if (!root.querySelector('article[data-text]')) return
  const { canReadAloud } = await import('../reading-aloud/voices.ts')
  dialog.querySelector<HTMLElement>('[data-read-aloud]')!.hidden = !(await canReadAloud(root))
}

function draw(root: Document, dialog: HTMLDialogElement): void {
  dialog.querySelector('[data-fields]')!.innerHTML = panelHtml(settingsOn(root))
  say(dialog, '')
}

async function copyView(root: Document, dialog: HTMLDialogElement): Promise<void> {
  const address = addressOfView(location.href, settingsOn(root), location.hash)
  say(dialog, (await copy(root, address)) ? 'Link kopiert.' : address)
}

const say = (dialog: HTMLDialogElement, message: string) =>
  (dialog.querySelector('output')!.textContent = message)
