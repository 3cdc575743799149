import { interfaceId } from '../../../contract/ids.ts'
import { element } from '../../platform/element.ts'
import type { Draft } from './draft.ts'
import { createField, group, input, optionsOf, pair, select } from './field.ts'
import { firstWords, readOutline, type TextEntry, type TextOutline } from './outline.ts'
import { placeOf } from './validate.ts'

export interface PassageFields {
  element: HTMLElement
  values: () => Pick<Draft, 'text' | 'from' | 'to'>
  /** The text that is chosen now; null where it cannot be read. */
  outline: () => Promise<TextOutline | null>
}

/** Which text, from which paragraph to which, with the words by which one knows them. */
export function createPassage(
  root: Document,
  texts: readonly TextEntry[],
  draft: Draft,
): PassageFields {
  const titles = texts.map(({ slug, title }) => [slug, title] as const)
  const text = createField(root, { name: 'text', label: 'Text' }, select(root, titles, draft.text))
  const scope = element(root, 'p', 'form-hint')
  const section = createField(
    root,
    { name: 'section', label: 'Abschnitt übernehmen' },
    select(root, [none]),
  )
  const place = (name: 'from' | 'to', label: string) => {
    const field = createField(
      root,
      { name, label },
      input(root, 'text', draft[name], { size: '6' }),
    )
    const words = element(root, 'output', { class: 'form-words', for: interfaceId(name) })
    field.element.append(words)
    return { ...field, words }
  }
  const from = place('from', 'von Absatz')
  const to = place('to', 'bis Absatz')

  const read = (): Promise<TextOutline | null> => {
    const entry = texts.find(({ slug }) => slug === text.control.value)
    return entry ? readOutline(entry) : Promise.resolve(null)
  }
  let chosen = read()
  const show = async () => {
    const asked = chosen
    const outline = await asked
    if (asked !== chosen) return
    scope.textContent = sayScope(outline)
    // Not moved from another select: in Firefox each option so moved stays chosen, the last one in the end.
    section.control.replaceChildren(...optionsOf(root, [none, ...sectionNames(outline)]))
    showChosen(outline)
  }
  const showWords = (outline: TextOutline | null) => {
    const numbers = outline?.paragraphs.map(({ number }) => number) ?? []
    for (const { control, words } of [from, to]) {
      const paragraph = outline?.paragraphs[placeOf(control.value, numbers)]
      words.textContent = paragraph ? firstWords(paragraph.words) : ''
    }
  }
  const showChosen = (outline: TextOutline | null) => {
    const sections = outline?.sections ?? []
    const isTaken = (taken: TextOutline['sections'][number] | undefined) =>
      taken?.from === from.control.value && taken.to === to.control.value
    // Of a section and its only subsection the one that was chosen.
    if (!isTaken(sections[Number(section.control.value || NaN)])) {
      const found = sections.findIndex(isTaken)
      section.control.value = found < 0 ? '' : String(found)
    }
    showWords(outline)
  }
  text.control.addEventListener('input', () => {
    from.control.value = to.control.value = ''
    chosen = read()
    void show()
  })
  section.control.addEventListener('input', async () => {
    const wanted = section.control.value
    const outline = await chosen
    const found = wanted ? outline?.sections[Number(wanted)] : undefined
    if (!found) return
    from.control.value = found.from
    to.control.value = found.to
    // As if it had been typed.
    to.control.dispatchEvent(new Event('input', { bubbles: true }))
  })
  for (const { control } of [from, to])
    control.addEventListener('input', () => void chosen.then(showChosen))
  void show()
  return {
    element: group(
      root,
      'Lektüre',
      ...[text.element, scope, section.element, pair(root, from.element, to.element)],
    ),
    values: () => ({ text: text.control.value, from: from.control.value, to: to.control.value }),
    outline: () => chosen,
  }
}

const none = ['', 'keiner'] as const

const sectionNames = (outline: TextOutline | null) =>
  (outline?.sections ?? []).map(
    ({ title, from, to }, i) => [String(i), `${title} (${from}–${to})`] as const,
  )

function sayScope(outline: TextOutline | null): string {
  const [first, last] = [outline?.paragraphs.at(0), outline?.paragraphs.at(-1)]
  return first && last
    ? `Der Text hat die Absätze ${first.number} bis ${last.number}.`
    : 'Dieser Text konnte nicht geladen werden. Vielleicht fehlt die Verbindung.'
}
