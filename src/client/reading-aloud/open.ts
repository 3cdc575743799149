import { interfaceId } from '../../contract/ids.ts'
import { announce } from '../platform/announce.ts'
import { button, element } from '../platform/element.ts'
import { giveFocusBack } from '../platform/focus.ts'
import { adopt } from '../platform/sheet.ts'
import { currentIndex, textHere } from '../reading-place/here.ts'
import { outlineOf } from '../reading-place/page-outline.ts'
import css from './aloud.css?inline'
import { createReader, type Reader } from './reader.ts'
import { voicesFor, voicesOf } from './voices.ts'
import { keepWished, rates, readWished } from './wishes.ts'

let open: { reader: Reader; close: () => void } | null = null

/** Begins to read at the paragraph that is being read, or pauses and goes on. */
export async function toggleReadingAloud(root: Document): Promise<void> {
  if (open) return open.reader.toggle()
  const article = textHere(root)
  const voices = await voicesOf(root)
  if (!article || open) return
  if (voicesFor(voices, article.lang).length === 0)
    return announce(root, 'Dieser Browser hat keine eigene Stimme für die Sprache des Textes.')
  openBar(root, article, voices)
}

function openBar(
  root: Document,
  article: HTMLElement,
  voices: readonly SpeechSynthesisVoice[],
): void {
  adopt(root, css)
  const outline = outlineOf(article)
  const index = currentIndex(root, outline)
  let wished = readWished()
  const before = root.activeElement
  const listening = new AbortController()
  const reader = createReader({
    ...{ article, voices, wished: () => wished },
    from: outline.elements[index] ?? null,
    changed: () => (play.textContent = reader.isReading() ? 'Anhalten' : 'Weiter'),
    failed: () => announce(root, 'Der Browser hat das Vorlesen abgebrochen.'),
  })
  const play = button(root, 'Anhalten', () => reader.toggle())
  const change = (changed: Partial<typeof wished>) => {
    wished = { ...wished, ...changed }
    keepWished(wished)
    reader.renew()
  }
  const close = () => {
    listening.abort()
    reader.stop()
    open = null
    const held = bar.contains(root.activeElement)
    bar.remove()
    if (held) giveFocusBack(before)
  }
  const bar = element(
    root,
    'section',
    { class: 'aloud', 'aria-label': 'Vorlesen' },
    button(root, '‹', () => reader.step(-1), { 'aria-label': 'voriger Satz' }),
    play,
    button(root, '›', () => reader.step(1), { 'aria-label': 'nächster Satz' }),
    choice(
      root,
      'Tempo',
      rates.map((rate) => [`${rate}`, `${`${rate}`.replace('.', ',')}×`]),
      `${wished.rate}`,
      (value) => change({ rate: Number(value) }),
    ),
    voicesFor(voices, article.lang).length > 1
      ? choice(
          root,
          'Stimme',
          [
            ['', 'wie das System'],
            ...voicesFor(voices, article.lang).map(
              ({ voiceURI, name }) => [voiceURI, name] as const,
            ),
          ],
          wished.voice,
          (value) => change({ voice: value }),
        )
      : null,
    wish(root, 'Anmerkungen', wished.notes, (notes) => change({ notes })),
    wish(root, 'Glossen', wished.glosses, (glosses) => change({ glosses })),
    button(root, 'Beenden', close),
  )
  bar.id = interfaceId('vorlesen')
  ;(root.querySelector('main') ?? root.body).append(bar)
  const { signal } = listening
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || root.querySelector('dialog[open]'))
        return
      event.preventDefault()
      close()
    },
    { signal },
  )
  root.defaultView!.addEventListener('pagehide', close, { signal })
  open = { reader, close }
  reader.toggle()
  play.focus({ preventScroll: true })
}

function choice(
  root: Document,
  label: string,
  values: readonly (readonly [value: string, words: string])[],
  chosen: string,
  change: (value: string) => void,
): HTMLElement {
  const select = element(root, 'select')
  for (const [value, words] of values) select.append(element(root, 'option', { value }, words))
  select.value = chosen
  if (select.selectedIndex < 0) select.selectedIndex = 0
  select.addEventListener('change', () => change(select.value))
  return element(root, 'label', '', `${label} `, select)
}

function wish(
  root: Document,
  label: string,
  isOn: boolean,
  change: (isOn: boolean) => void,
): HTMLElement {
  const box = element(root, 'input', { type: 'checkbox' })
  box.checked = isOn
  box.addEventListener('change', () => change(box.checked))
  return element(root, 'label', '', box, ` ${label}`)
}
