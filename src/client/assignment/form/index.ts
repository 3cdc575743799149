import { adopt } from '../../platform/sheet.ts'
import { readDraft, type Draft } from './draft.ts'
import css from './form.css?inline'
import { createForm } from './form.ts'
import { textsOn } from './outline.ts'

/** The form in which an assignment is made, in the place of the words that stand there without script. */
export function start(root: Document): () => void {
  const host = root.querySelector<HTMLElement>('[data-task-form]')
  if (!host) return () => {}
  adopt(root, css)
  const texts = textsOn(root)
  const without = [...host.childNodes]
  const show = (draft: Draft) => host.replaceChildren(createForm(root, texts, draft, show))
  const kept = readDraft()
  const wanted = new URLSearchParams(root.location.search).get('text') ?? ''
  const isOther = wanted !== kept.text && texts.some(({ slug }) => slug === wanted)
  show(isOther ? { ...kept, text: wanted, from: '', to: '' } : kept)
  return () => host.replaceChildren(...without)
}
