import { textsOn } from '../text-on-page/text.ts'

/** Apart, so that a text without annotations does not carry the names of all the files that show them. */
export const show = (root: Document) =>
  import('./text/annotated.ts').then(({ annotated }) => textsOn(root).map(annotated))
