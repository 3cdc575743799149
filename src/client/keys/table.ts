/** The shortcuts, and whether they work everywhere or only on pages with a text. „/“ is handled by the search. */
const shortcuts = {
  j: 'text',
  k: 'text',
  n: 'text',
  w: 'text',
  l: 'text',
  m: 'text',
  z: 'text',
  i: 'text',
  g: 'text',
  a: 'text',
  t: 'everywhere',
  v: 'everywhere',
  '?': 'everywhere',
} as const

export type ShortcutKey = keyof typeof shortcuts

export interface Press {
  key: string
  /** Control, Alt or the command key. */
  modified: boolean
  /** The focus is in a text field, or a dialog is open. */
  busy: boolean
  isText: boolean
  /** The reader has not switched shortcuts off. */
  on: boolean
}

/** The shortcut for a key press, or null. */
export function shortcutFor({ key, modified, busy, isText, on }: Press): ShortcutKey | null {
  if (!on || modified || busy || !isShortcut(key)) return null
  return isText || shortcuts[key] === 'everywhere' ? key : null
}

const isShortcut = (key: string): key is ShortcutKey => Object.hasOwn(shortcuts, key)
