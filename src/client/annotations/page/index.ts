import { annotationId } from '../../../contract/ids.ts'
import { centre } from '../../platform/focus.ts'
import { adopt } from '../../platform/sheet.ts'
import { colourNames, nameColour } from '../colours.ts'
import { breath } from '../time-slices.ts'
import colourCss from '../colours.css?inline'
import { textsOf } from '../exchange/texts.ts'
import { isPromised } from '../keep/persist.ts'
import { storeHere } from '../keep/store.ts'
import { colours, type Colour } from '../model.ts'
import { watchTrouble } from '../text/trouble.ts'
import { bindBackup } from './backup-panel.ts'
import { bindExchange } from './exchange-panel.ts'
import type { Filter } from './filter.ts'
import { pageHtml } from './html.ts'
import { List } from './list.ts'
import { findLost } from './lost.ts'
import css from './page.css?inline'

/** The page „Meine Notizen“. Resolves when the list is drawn. */
export async function start(root: Document): Promise<void> {
  const host = root.querySelector<HTMLElement>('[data-my-page]')
  if (!host) return
  adopt(root, colourCss)
  adopt(root, css)
  const store = await storeHere()
  await breath()
  // What is drawn listens at once: a file chosen between drawing and listening would be ignored.
  host.innerHTML = pageHtml
  const texts = textsOf(root)
  const list = new List(root, store, texts, host.querySelector('[data-list]')!, () => {
    if (changedMeanwhile) void draw()
    changedMeanwhile = false
  })
  let changedMeanwhile = false
  const form = host.querySelector<HTMLFormElement>('[data-filter]')!
  const count = host.querySelector<HTMLElement>('[data-count]')!

  const draw = async () => {
    const shown = await list.draw(filterOf(form))
    if (shown !== null) count.textContent = sayCount(shown, store.annotations.length)
  }
  const names = () => {
    const named = colourNames()
    for (const colour of colours) {
      host.querySelector(`[data-name="${colour}"]`)!.textContent = named[colour]
      host.querySelector<HTMLInputElement>(`[name="name-${colour}"]`)!.value = named[colour]
    }
  }
  form.addEventListener('input', () => void draw())
  form.addEventListener('submit', (event) => event.preventDefault())
  host.querySelector('.own-names')!.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement
    nameColour(name.replace('name-', '') as Colour, value)
    names()
    void draw()
  })
  store.addEventListener('change', () => {
    if (list.isEditing) changedMeanwhile = true
    else void draw()
  })
  names()
  bindExchange(root, host, store)
  bindBackup(root, host, store, () => {
    names()
    void draw()
  })
  watchTrouble(root, store)
  await breath()
  await draw()
  const asked = root.getElementById(root.location.hash.slice(1))
  if (asked && root.location.hash.startsWith(`#${annotationId('')}`)) centre(asked)
  void tellPromise(root)
  host.dataset['drawn'] = ''
  const lost = await findLost(store.annotations, texts)
  list.lost = lost
  if (lost.size > 0) await draw()
  host.dataset['looked'] = ''
}

function filterOf(form: HTMLFormElement): Filter {
  const data = new FormData(form)
  return {
    query: String(data.get('suche')),
    colours: new Set(data.getAll('farbe') as Colour[]),
  }
}

function sayCount(shown: number, all: number): string {
  if (all === 0)
    return 'Noch keine Notizen. Wählen Sie in einem Text Worte aus: Eine Leiste bietet an, sie zu markieren oder etwas dazu zu schreiben.'
  const said = `${all} ${all === 1 ? 'Notiz oder Markierung' : 'Notizen und Markierungen'}`
  return shown === all ? `${said}.` : `${shown} von ${said}.`
}

/** Shows the warning that the browser may delete the notes, unless it has promised to keep them. */
async function tellPromise(root: Document): Promise<void> {
  const line = root.querySelector<HTMLElement>('[data-promise]')
  if (line) line.hidden = await isPromised()
}
