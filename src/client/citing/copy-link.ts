import { announce } from '../platform/announce.ts'
import { copy } from '../platform/copy.ts'
import { createDialog } from '../platform/dialog.ts'
import { sayLocator } from '../text-on-page/locator.ts'
import type { Passage } from '../text-on-page/passage.ts'
import { versionLink } from '../go-to/version-link.ts'
import { directiveTo } from './cited.ts'
import { citationData } from './data.ts'
import { showField } from './field.ts'

/** Copies the address of a passage, with version, paragraph and text fragment. */
export async function copyLink(root: Document, passage: Passage): Promise<void> {
  const data = await citationData(passage.article).catch(() => null)
  if (!data) return announce(root, 'Die Angaben zu diesem Text konnten nicht geladen werden.')
  const link = versionLink(data.address, data.version, passage.parts[0]!.id) + directiveTo(passage)
  const name = `Link zu ${sayLocator(passage)}`
  if (await copy(root, link)) announce(root, `${name} kopiert.`)
  else offer(root, name, link)
}

/** Shows the link to be copied by hand, where the browser denies the clipboard. */
function offer(root: Document, name: string, link: string): void {
  const dialog = createDialog(root, 'verweis', name)
  dialog.addEventListener('close', () => dialog.remove())
  dialog.showModal()
  showField(dialog, link)
}
