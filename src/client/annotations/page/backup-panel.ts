import { keptIn, readBackup, restoreKept, writeBackup, type Backup } from '../exchange/backup.ts'
import type { Read } from '../exchange/read-file.ts'
import { save } from '../../platform/save.ts'
import { device } from '../../platform/storage.ts'
import { fileName, surroundingsOn } from '../exchange/save.ts'
import { button } from '../../platform/element.ts'
import type { Store } from '../keep/store.ts'
import { isAnnotation } from '../model.ts'

/** Saves everything kept on the device in one file, and restores it. */
export function bindBackup(
  root: Document,
  host: HTMLElement,
  store: Store,
  onRestored: () => void,
): void {
  const said = host.querySelector<HTMLElement>('[data-restored]')!
  const input = host.querySelector<HTMLInputElement>('[data-restore]')!
  host.querySelector('[data-backup]')!.addEventListener('click', () => {
    const around = surroundingsOn(root)
    const json = writeBackup(now(store), around.now)
    save(root, fileName('sicherung', around, 'json'), 'application/json', json)
  })
  const restore = async (backup: Backup, message: string, before: Backup | null) => {
    const kept = keptIn(device)
    try {
      await store.replace(backup.entries, () => restoreKept(device, backup.kept))
    } catch {
      // The database may have failed after the storage was written.
      restoreKept(device, kept)
      said.textContent =
        'Der Browser konnte die Sicherung nicht speichern. Es wurde nichts verändert.'
      return
    }
    onRestored()
    said.textContent = message
    if (!before) return input.focus()
    const undo = button(root, 'Rückgängig machen', () =>
      restore(before, 'Früherer Stand wiederhergestellt.', null),
    )
    said.append(' ', undo)
    undo.focus()
  }
  input.addEventListener('change', async () => {
    const file = input.files?.[0]
    input.value = ''
    if (!file) return
    const json = await file.text().catch(() => null)
    const read: Read<Backup> = json === null ? unreadable : readBackup(json)
    if ('fault' in read) {
      said.textContent = `${file.name}: ${read.fault}`
      return
    }
    const backup = read.value
    said.textContent = `Jetzt hier: ${count(now(store))}. In der Sicherung: ${count(backup)}. `
    const go = button(root, 'Ersetzen', () =>
      restore(
        backup,
        'Sicherung eingespielt. Schon geöffnete Seiten zeigen sie erst nach dem Neuladen.',
        now(store),
      ),
    )
    const stop = button(root, 'Abbrechen', () => {
      said.textContent = ''
      input.focus()
    })
    said.append(go, ' ', stop)
    go.focus()
  })
}

const unreadable = { fault: 'Die Datei lässt sich nicht öffnen.' }

const now = (store: Store): Backup => ({
  kept: keptIn(device),
  entries: [...store.entries.values()],
})

const count = ({ entries }: Backup) => {
  const notes = entries.filter(isAnnotation).length
  return `${notes} ${notes === 1 ? 'Notiz' : 'Notizen'}`
}
