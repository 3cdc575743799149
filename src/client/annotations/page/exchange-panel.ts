import { save } from '../../platform/save.ts'
import {
  fileName,
  keepReaderName,
  readerName,
  saveNotes,
  surroundingsOn,
} from '../exchange/save.ts'
import { largest, readNotes } from '../exchange/read-file.ts'
import { toMarkdown } from '../exchange/markdown.ts'
import type { Merged } from '../exchange/merge.ts'
import type { Store } from '../keep/store.ts'

/** Export and import of notes. */
export function bindExchange(root: Document, host: HTMLElement, store: Store): void {
  const find = <E extends HTMLElement>(selector: string) => host.querySelector<E>(selector)!
  const entries = () => [...store.entries.values()]
  const said = find('[data-said]')
  const name = find<HTMLInputElement>('[name="name"]')
  name.value = readerName()
  name.addEventListener('change', () => keepReaderName(name.value))
  find('[data-save]').addEventListener('click', () => saveNotes(root, entries()))
  find('[data-markdown]').addEventListener('click', () => {
    const around = surroundingsOn(root)
    save(root, fileName('notizen', around, 'md'), 'text/markdown', toMarkdown(entries(), around))
  })
  find('[data-print]').addEventListener('click', () => root.defaultView!.print())
  const input = find<HTMLInputElement>('[data-import]')
  input.addEventListener('change', async () => {
    const file = input.files?.[0]
    if (!file) return
    said.textContent = `${file.name}: ${await takeIn(store, file)}`
    input.value = ''
  })
}

async function takeIn(store: Store, file: File): Promise<string> {
  if (file.size > largest) return 'Die Datei ist zu groß.'
  const read = readNotes(await file.text())
  if ('fault' in read) return read.fault
  return sayMerged(await store.merge(read.value.entries), read.value.skipped)
}

function sayMerged(merged: Merged, skipped: number): string {
  const { added, updated, joined, removed, same } = merged
  const parts = [
    [added, 'neu'],
    [updated, 'erneuert'],
    [joined, 'in zwei Fassungen, beide aufgehoben'],
    [removed, 'entfernt'],
    [same, 'schon da'],
    [skipped, 'nicht zu lesen und übergangen'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return `${said.join(', ') || 'nichts darin'}.`
}
