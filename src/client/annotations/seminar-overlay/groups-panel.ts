import { button, element } from '../../platform/element.ts'
import { anchorOf, nameOf } from './draw.ts'
import {
  differences,
  drawGroups,
  fewestGroups,
  groupName,
  letterOf,
  membersOf,
  mostGroups,
  move,
  sayShares,
  type Difference,
  type Groups,
} from './groups.ts'
import type { Overlay } from './overlay.ts'

/** As many as anybody compares in a session. */
const mostDifferences = 10

export interface Grouping {
  names: readonly string[]
  /** False: only how many are in a group. */
  areNamesShown: boolean
  overlay: Overlay
}

/** The groups as they are when somebody has acted, which may be sooner than they are drawn. */
type Change = (now: Groups | null) => Groups | null

/** Draws lots for groups, shows who is in which, moves people by hand, and lists where the groups differ. */
export function drawGroupsPanel(
  root: Document,
  host: HTMLElement,
  { names, areNamesShown, overlay }: Grouping,
  groups: Groups | null,
  change: (to: Change) => Promise<void>,
): void {
  const count = element(root, 'input', {
    ...{ type: 'number', min: `${fewestGroups}`, max: `${mostOf(names)}`, 'data-group-count': '' },
  })
  count.value = `${groups?.count ?? Math.min(3, mostOf(names))}`
  const draw = () => {
    if (count.reportValidity() && count.value)
      void change(() => drawGroups(names, count.valueAsNumber)).then(() => focus('[data-draw]'))
  }
  const focus = (selector: string) => host.querySelector<HTMLElement>(selector)?.focus()
  const moveTo = (name: string, group: number) =>
    change((now) => now && move(now, name, group)).then(() =>
      focus(`[data-person="${CSS.escape(name)}"]`),
    )
  host.replaceChildren(
    element(
      root,
      'div',
      'own-buttons',
      element(root, 'label', '', 'Zahl der Gruppen ', count),
      button(root, groups ? 'Neu auslosen' : 'Auslosen', draw, { 'data-draw': '' }),
      groups &&
        button(
          root,
          'Gruppen auflösen',
          () => void change(() => null).then(() => focus('[data-group-count]')),
        ),
    ),
    ...(groups
      ? [
          members(root, groups, areNamesShown ? moveTo : null),
          element(root, 'h2', '', 'Wo sich die Gruppen unterscheiden'),
          unlike(root, differences(overlay, groups)),
        ]
      : []),
  )
}

const mostOf = (names: readonly string[]) =>
  Math.max(fewestGroups, Math.min(mostGroups, names.length))

function members(
  root: Document,
  groups: Groups,
  moveTo: ((name: string, group: number) => Promise<void>) | null,
): HTMLElement {
  const all = Array.from({ length: groups.count }, (_, group) => group)
  const person = (name: string, own: number) => {
    const choice = element(root, 'select', { 'aria-label': `Gruppe von ${name}` })
    choice.dataset['person'] = name
    for (const group of all)
      choice.append(element(root, 'option', { value: `${group}` }, letterOf(group)))
    choice.value = `${own}`
    choice.addEventListener('change', () => void moveTo?.(name, Number(choice.value)))
    return element(root, 'li', '', choice, ` ${name.slice(0, 80)}`)
  }
  return element(
    root,
    'div',
    'group-members',
    ...all.map((group) => {
      const own = membersOf(groups, group)
      return element(
        root,
        'section',
        '',
        element(root, 'h2', '', groupName(group)),
        moveTo
          ? element(root, 'ul', '', ...own.map((name) => person(name, group)))
          : element(root, 'p', '', own.length === 1 ? '1 Person' : `${own.length} Personen`),
      )
    }),
  )
}

function unlike(root: Document, all: readonly Difference[]): HTMLElement {
  if (all.length === 0)
    return element(root, 'p', '', 'Nirgends: Jede Stelle haben alle Gruppen gleich oft markiert.')
  return element(
    root,
    'ol',
    'group-differences',
    ...all.slice(0, mostDifferences).map(({ text, paragraph, shares }) => {
      const link = element(root, 'a', '', nameOf(paragraph.id))
      link.href = `#${anchorOf(text, paragraph)}`
      return element(root, 'li', '', link, `: ${sayShares(shares)}`)
    }),
  )
}
