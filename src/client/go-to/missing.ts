import { announce } from '../platform/announce.ts'
import { text } from '../text-on-page/text.ts'
import { findPlace } from './find.ts'
import { placesIn } from './places-in.ts'

const kinds = { abs: 'Abs.', s: 'S.', anm: 'Anm.' }

/** Tells a reader whose link leads to a place that is not there, in the words of the go-to box. */
export function tellMissing(root: Document): void {
  const [, kind, number] = /^#(abs|s|anm)-(\w+)$/.exec(root.location.hash) ?? []
  const article = root.querySelector<HTMLElement>(text)
  if (!kind || !article) return
  const found = findPlace(`${kinds[kind as keyof typeof kinds]} ${number}`, placesIn(article))
  if ('problem' in found) announce(root, found.problem)
}
