import { save } from '../../platform/save.ts'
import {
  fileName,
  keepReaderName,
  readerName,
  saveNotes,
  surroundingsOn,
} from '../exchange/save.ts'
import { readNotes } from '../exchange/read-file.ts'
import { textsOf } from '../exchange/texts.ts'
import { toMarkdown } from '../exchange/markdown.ts'
import type { Merged } from '../exchange/merge.ts'
import type { Store } from '../keep/store.ts'

/** Export and import of notes. */
export function bindExchange(root: Document, host: HTMLElement, store: Store): void {
  const find = <E extends HTMLElement>(selector: string) => host.querySelector<E>(selector)!
  const texts = textsOf(root)
  const entries = () => [...store.entries.values()]
  const said = find('[data-said]')
  const name = find<HTMLInputElement>('[name="name"]')
  name.value = readerName()
  name.addEventListener('change', () => keepReaderName(name.value))
  find('[data-save]').addEventListener('click', () => saveNotes(root, entries()))
  find('[data-set]').addEventListener('click', async () => {
    const { toAnnotationSet } = await import('../exchange/annotation-set.ts')
    const around = surroundingsOn(root)
    const json = JSON.stringify(toAnnotationSet(entries(), around), null, 1)
    save(root, fileName('annotationen', around, 'json'), 'application/ld+json', json)
  })
  find('[data-markdown]').addEventListener('click', () => {
    const around = surroundingsOn(root)
    save(root, fileName('notizen', around, 'md'), 'text/markdown', toMarkdown(entries(), around))
  })
  find('[data-print]').addEventListener('click', () => root.defaultView!.print())
  const input = find<HTMLInputElement>('[data-import]')
  input.addEventListener('change', async () => {
    const file = input.files?.[0]
    if (!file) return
    said.textContent = `${file.name}: ${await takeIn(store, file, (text) => texts.has(text))}`
    input.value = ''
  })
}

async function takeIn(
  store: Store,
  file: File,
  isHere: (text: string) => boolean,
): Promise<string> {
  const json = await file.text().catch(() => null)
  if (json === null) return 'Die Datei lässt sich nicht öffnen.'
  const read = readNotes(json, isHere)
  if ('fault' in read) return read.fault
  const { entries, foreign, isPart } = read.value
  const said = sayMerged(await store.merge([...entries, ...foreign]))
  return isPart ? `${said} Die Datei nennt weitere Seiten, die sie nicht enthält.` : said
}

function sayMerged(merged: Merged): string {
  const { added, updated, joined, removed, same, foreign } = merged
  const parts = [
    [added, 'neu'],
    [updated, 'aktualisiert'],
    [joined, 'in zwei Fassungen, beide behalten'],
    [removed, 'entfernt'],
    [same, 'schon da'],
    [foreign, 'hier nicht darstellbar, am Ende der Liste behalten'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return `${said.join(', ') || 'nichts darin'}.`
}
