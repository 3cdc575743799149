import { withoutAccents } from '../../../contract/folding.ts'
import { annotationId } from '../../../contract/ids.ts'
import { button, element } from '../../platform/element.ts'
import type { Store } from '../keep/store.ts'
import type { Foreign } from '../model.ts'
import { remove, undoable } from '../text/undo.ts'

export const foreignHeading = 'Behalten, hier nicht darstellbar'
export const foreignHint =
  'Diese Einträge aus eingelesenen Dateien stammen von einem anderen Programm oder aus einer neueren Fassung der Ausgabe, oder sie sind beschädigt. Sie bleiben unverändert und stehen wieder in jeder Datei und jeder Sicherung.'

/** The entries that contain every word of the query. */
export function foreignMatching(entries: readonly Foreign[], query: string): Foreign[] {
  const words = withoutAccents(query.trim()).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...entries]
  return entries.filter(({ foreign }) => {
    const all = withoutAccents(JSON.stringify(foreign))
    return words.every((word) => all.includes(word))
  })
}

/** One in the list: its beginning as it stands in the file, and a button to remove it. */
export function foreignItem(root: Document, store: Store, entry: Foreign): HTMLLIElement {
  const json = JSON.stringify(entry.foreign)
  const words = json.length > longest ? `${json.slice(0, longest)} …` : json
  const item: HTMLLIElement = element(
    root,
    'li',
    { class: 'own-note', id: annotationId(entry.id) },
    element(root, 'p', 'own-words', words),
    element(
      root,
      'p',
      'own-tools',
      button(root, 'Entfernen', () => {
        const next = item.nextElementSibling
        const focus = next?.querySelector('button') ?? item.closest<HTMLElement>('[tabindex]')
        void store.put(remove({ id: entry.id, text: '' }))
        undoable(root, 'Eintrag entfernt.', () =>
          store.put({ ...entry, modified: new Date().toISOString() }),
        )
        focus?.focus({ preventScroll: true })
      }),
    ),
  )
  return item
}

/** Characters of an entry that are shown. */
const longest = 400
