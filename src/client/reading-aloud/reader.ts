import { highlightsOf } from '../platform/highlight.ts'
import { rangeIn } from '../text-on-page/wording.ts'
import { sentencesIn, spokenOf, type Sentence } from './units.ts'
import type { Wished } from './wishes.ts'
import { voiceFor } from './voices.ts'

const highlightName = 'vorlesen'

/** Reads a text sentence by sentence. Pausing stops within a sentence; going on begins that sentence anew. */
export interface Reader {
  isReading: () => boolean
  toggle: () => void
  /** To the next or the previous sentence. */
  step: (by: 1 | -1) => void
  /** After a change of what is wished: reads on at the same sentence. */
  renew: () => void
  stop: () => void
}

interface Reading {
  article: HTMLElement
  voices: readonly SpeechSynthesisVoice[]
  wished: () => Wished
  /** Begins at the first sentence of this element or after it. */
  from: Element | null
  /** Called whenever the reading begins, pauses or ends. */
  changed: () => void
  failed: () => void
}

export function createReader(reading: Reading): Reader {
  const { article, voices, wished, changed, failed } = reading
  const root = article.ownerDocument
  const view = root.defaultView!
  const speech = view.speechSynthesis
  let sentences = sentencesIn(article, wished())
  let at = reading.from ? indexFrom(sentences, reading.from) : 0
  let isReading = false
  // What was cancelled also ends; only the last run counts.
  let run = 0

  const speak = () => {
    const own = ++run
    speech.cancel()
    const sentence = sentences[at]
    if (!sentence) return end()
    show(root, sentence)
    const { rate, voice } = wished()
    const parts = spokenOf(sentence, article.lang, (language) => !!voiceFor(voices, language))
    for (const [i, { text, language }] of parts.entries()) {
      const utterance = new view.SpeechSynthesisUtterance(text)
      utterance.voice = voiceFor(voices, language, voice) ?? null
      utterance.lang = utterance.voice?.lang ?? language
      utterance.rate = rate
      utterance.addEventListener('error', () => {
        if (own !== run) return
        pause()
        failed()
      })
      if (i === parts.length - 1)
        utterance.addEventListener('end', () => {
          if (own !== run) return
          at++
          speak()
        })
      speech.speak(utterance)
    }
  }
  const pause = () => {
    run++
    speech.cancel()
    isReading = false
    changed()
  }
  const end = () => {
    at = 0
    hide(root)
    pause()
  }
  return {
    isReading: () => isReading,
    toggle() {
      if (isReading) return pause()
      isReading = true
      changed()
      speak()
    },
    step(by) {
      at = Math.min(Math.max(at + by, 0), sentences.length - 1)
      if (isReading) return speak()
      const sentence = sentences[at]
      if (sentence) show(root, sentence)
    },
    renew() {
      const before = sentences[at]
      sentences = sentencesIn(article, wished())
      at = before ? indexFrom(sentences, before.wording.pieces[0]!.node, before.start) : 0
      if (isReading) speak()
    },
    stop() {
      hide(root)
      pause()
    },
  }
}

/** Of the first sentence that is not before the node, or not before the offset in its wording. */
function indexFrom(sentences: readonly Sentence[], node: Node, start = 0): number {
  const found = sentences.findIndex(({ wording, start: own }) => {
    const first = wording.pieces[0]!.node
    if (first === node) return own >= start
    const place = node.compareDocumentPosition(first)
    return (place & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) !== 0
  })
  return Math.max(0, found)
}

/** Marks the sentence, or its block in browsers that have no highlights, and brings it into the window. */
function show(root: Document, { wording, start, end, block }: Sentence): void {
  hide(root)
  const range = rangeIn(wording, start, end)
  const highlights = highlightsOf(root)
  if (highlights) highlights.set(highlightName, new Highlight(range))
  else block.setAttribute('data-spoken', '')
  const height = root.defaultView!.innerHeight
  const { top, bottom } = range.getBoundingClientRect()
  if (top < height / 10 || bottom > height * 0.8) block.scrollIntoView({ block: 'start' })
  // A sentence far down in a long block.
  const rest = range.getBoundingClientRect().top
  if (rest > height * 0.8) root.defaultView!.scrollBy(0, rest - height / 3)
}

function hide(root: Document): void {
  highlightsOf(root)?.delete(highlightName)
  for (const block of root.querySelectorAll('[data-spoken]')) block.removeAttribute('data-spoken')
}
