import { annotating } from '../annotations/actions.ts'
import type { PassageAction } from './action.ts'

export const actions: readonly PassageAction[] = [
  {
    label: 'Zitieren',
    act: (root, passage) =>
      import('../citing/dialog.ts').then(({ openCiting }) => openCiting(root, passage)),
  },
  {
    label: 'Link kopieren',
    act: (root, passage) =>
      import('../citing/copy-link.ts').then(({ copyLink }) => copyLink(root, passage)),
  },
  ...annotating,
]
