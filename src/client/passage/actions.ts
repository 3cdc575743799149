import type { Passage } from './passage.ts'

/** Something a reader may do with a passage. What it needs is loaded when it is asked for. */
export interface PassageAction {
  label: string
  /** A key of its own, single letter, where it has one. */
  key?: string
  act: (root: Document, passage: Passage) => unknown
}

export const actions: readonly PassageAction[] = [
  {
    label: 'Zitieren',
    key: 'z',
    act: (root, passage) =>
      import('../citing/dialog.ts').then(({ openCiting }) => openCiting(root, passage)),
  },
  {
    label: 'Link kopieren',
    act: (root, passage) =>
      import('../citing/copy-link.ts').then(({ copyLink }) => copyLink(root, passage)),
  },
]
