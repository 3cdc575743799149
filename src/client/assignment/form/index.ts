import { openAssignment } from '../../../contract/assignment/codec.ts'
import { adopt } from '../../platform/sheet.ts'
import { device } from '../../platform/storage.ts'
import { madeOn } from '../mine/records.ts'
import { draftOf, emptyDraft, keepDraft, readDraft, type Draft } from './draft.ts'
import css from './form.css?inline'
import { createForm } from './form.ts'
import { textsOn } from './outline.ts'
import { createReopening } from './reopen.ts'

/** The form in which an assignment is made, in the place of the words that stand there without script. */
export function start(root: Document): () => void {
  const host = root.querySelector<HTMLElement>('[data-task-form]')
  if (!host) return () => {}
  adopt(root, css)
  const texts = textsOn(root)
  const without = [...host.childNodes]
  const show = (draft: Draft) =>
    host.replaceChildren(
      createReopening(root, (draft) => {
        keepDraft(draft)
        show(draft)
      }),
      createForm(root, texts, draft, show),
    )
  void firstDraft(
    root.location.search,
    texts.map(({ slug }) => slug),
  ).then(show)
  return () => host.replaceChildren(...without)
}

/** `?aendern=<id>`: an assignment that was made here; `?text=<slug>`: a new one; else what was begun. */
async function firstDraft(search: string, texts: readonly string[]): Promise<Draft> {
  const parameters = new URLSearchParams(search)
  const kept = readDraft()
  const id = parameters.get('aendern') ?? ''
  const made = id && id !== kept.id ? madeOn(device).find((one) => one.id === id) : undefined
  const opened = made && (await openAssignment(made.code))
  if (opened && 'assignment' in opened) return draftOf(opened.assignment)
  const wanted = parameters.get('text') ?? ''
  const isOther = wanted !== kept.text && texts.includes(wanted)
  // What has been handed out is not turned into something else.
  const begun = kept.id ? emptyDraft : kept
  return isOther ? { ...begun, text: wanted, from: '', to: '' } : kept
}
