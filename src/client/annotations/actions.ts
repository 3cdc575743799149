import type { PassageAction } from '../selection-bar/action.ts'
import { adopt } from '../platform/sheet.ts'
import { colourNames, hues } from './colours.ts'
import css from './colours.css?inline'
import { markColours, type Colour } from './model.ts'

/** Actions of the selection bar for a reader’s own notes: mark in a colour, write a note. */
export const annotating: readonly PassageAction[] = [
  ...markColours.map(marking),
  {
    label: 'Notiz',
    act: (root, passage) => import('./text/make.ts').then(({ note }) => note(root, passage)),
  },
]

function marking(colour: Colour): PassageAction {
  return {
    get label() {
      return colourNames()[colour]
    },
    dress: (button) => {
      adopt(button.ownerDocument, css)
      button.classList.add('swatch')
      button.dataset['colour'] = colour
      button.setAttribute('aria-label', `Markieren: ${hues[colour]}, ${button.textContent}`)
      button.title = `Markieren: ${hues[colour]}`
    },
    act: (root, passage) =>
      import('./text/make.ts').then(({ mark }) => mark(root, passage, colour)),
  }
}
