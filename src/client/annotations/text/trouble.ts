import { button, element } from '../../platform/element.ts'
import { adopt } from '../../platform/sheet.ts'
import { saveNotes } from '../exchange/save.ts'
import type { Store, Trouble } from '../keep/store.ts'
import css from '../trouble.css?inline'

const words: Record<Exclude<Trouble, null>, string> = {
  full: 'Der Speicher dieses Browsers ist voll. Was Sie jetzt markieren und schreiben, steht nur noch in diesem Fenster.',
  closed:
    'Dieser Browser speichert hier nichts (privates Fenster oder Speichern abgeschaltet). Ihre Notizen stehen nur in diesem Fenster.',
}

/** Shows a bar while there are notes that the browser does not keep; its button saves them as a file. */
export function watchTrouble(root: Document, store: Store): void {
  const tell = () => {
    const { trouble, unkept } = store
    const old = root.querySelector<HTMLElement>('.annotation-trouble')
    const now = trouble && unkept ? trouble : undefined
    if (old?.dataset['trouble'] === now) return
    old?.remove()
    if (!now) return
    adopt(root, css)
    root.body.append(
      element(
        root,
        'div',
        { class: 'annotation-trouble', role: 'alert', 'data-trouble': now },
        element(root, 'p', '', words[now]),
        button(root, 'Notizen als Datei speichern', () =>
          saveNotes(root, [...store.entries.values()]),
        ),
      ),
    )
  }
  store.addEventListener('trouble', tell)
  store.addEventListener('change', () => setTimeout(tell))
  root.defaultView!.addEventListener('beforeunload', (event) => {
    if (store.unkept && store.trouble) event.preventDefault()
  })
  tell()
}
