import { textsOn } from '../text-on-page/text.ts'

/** A chunk of its own, so that texts without annotations do not carry the list of files that a preload needs. */
export const show = (root: Document) =>
  import('./text/annotated.ts').then(({ annotated }) => textsOn(root).map(annotated))
