import { adopt } from '../../platform/sheet.ts'
import { saveNotes } from '../exchange/save.ts'
import type { Store, Trouble } from '../keep/store.ts'
import css from '../trouble.css?inline'

const words: Record<Exclude<Trouble, null>, string> = {
  full: 'Der Speicher dieses Browsers ist voll. Was Sie jetzt markieren und schreiben, steht nur noch in diesem Fenster.',
  closed:
    'Dieser Browser hebt hier nichts auf (privates Fenster, oder Speichern ist abgeschaltet). Ihre Notizen stehen nur in diesem Fenster.',
}

/** Says plainly that nothing is kept, as long as it is so and there is something to lose, and offers a file at once. */
export function watchTrouble(root: Document, store: Store): void {
  const tell = () => {
    const { trouble, unkept } = store
    const old = root.querySelector<HTMLElement>('.annotation-trouble')
    const now = trouble && unkept ? trouble : undefined
    if (old?.dataset['trouble'] === now) return
    old?.remove()
    if (!now) return
    adopt(root, css)
    const made = bar(root, store, words[now])
    made.dataset['trouble'] = now
    root.body.append(made)
  }
  store.addEventListener('trouble', tell)
  store.addEventListener('change', () => setTimeout(tell))
  root.defaultView!.addEventListener('beforeunload', (event) => {
    if (store.unkept && store.trouble) event.preventDefault()
  })
  tell()
}

function bar(root: Document, store: Store, message: string): HTMLElement {
  const bar = root.createElement('div')
  bar.className = 'annotation-trouble'
  bar.setAttribute('role', 'alert')
  const text = root.createElement('p')
  text.textContent = message
  const save = root.createElement('button')
  save.type = 'button'
  save.className = 'tool'
  save.textContent = 'Notizen als Datei sichern'
  save.addEventListener('click', () => saveNotes(root, [...store.entries.values()]))
  bar.append(text, save)
  return bar
}
