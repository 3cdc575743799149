import { createDialog, findDialog } from '../platform/dialog.ts'
import { change } from '../settings/apply.ts'
import type { ShortcutKey } from './table.ts'

const does: Record<ShortcutKey | '/' | 'Esc' | '⌫', string> = {
  j: 'zum nächsten Absatz',
  k: 'zum vorigen Absatz',
  n: 'zur nächsten Anmerkungsziffer von hier aus',
  w: 'Wo bin ich? Absatz, Seite, Abschnitt',
  l: 'Link zu diesem Absatz kopieren',
  m: 'Menü zur Auswahl oder zu diesem Absatz',
  z: 'Zitieren: die Auswahl oder diesen Absatz',
  p: 'Vorlesen: beginnen, anhalten, fortsetzen',
  i: 'Inhalt öffnen',
  g: 'Glossen: beim ersten Mal, jedes Mal, keine',
  a: 'Anmerkungen: am Rand, im Text',
  t: 'Farben: wie das System, hell, dunkel, sepia',
  v: 'Ansicht öffnen',
  '/': 'Suche',
  '?': 'diese Liste',
  '⌫': 'zurück zur Lesestelle nach einem Sprung',
  Esc: 'schließen, was offen ist',
}

/** Opens the list of shortcuts (key „?“), with a switch to turn them off. */
export function openList(root: Document): void {
  const dialog = findDialog(root, 'tasten') ?? create(root)
  dialog.querySelector('input')!.checked = root.documentElement.dataset['kuerzel'] !== 'aus'
  dialog.showModal()
}

function create(root: Document): HTMLDialogElement {
  const dialog = createDialog(root, 'tasten', 'Tastenkürzel')
  const rows = Object.entries(does).map(
    ([key, words]) => `<div><dt><kbd>${key}</kbd></dt><dd>${words}</dd></div>`,
  )
  dialog.insertAdjacentHTML(
    'beforeend',
    `<dl class="keys">${rows.join('')}</dl>
    <label class="panel-switch"><input type="checkbox" role="switch"> Tastenkürzel verwenden</label>
    <p class="panel-hint">Sind sie abgeschaltet, lassen sie sich in der Ansicht wieder einschalten.</p>`,
  )
  dialog
    .querySelector('input')!
    .addEventListener('change', ({ target }) =>
      change(root, 'kuerzel', (target as HTMLInputElement).checked ? 'an' : 'aus'),
    )
  return dialog
}
