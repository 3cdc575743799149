/** The keys of the edition, and whether they mean something everywhere or only where a text is read. „/“ belongs to the search. */
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
  /** The focus is where letters are typed, or a dialog is open. */
  busy: boolean
  isText: boolean
  /** The reader has not switched the keys off. */
  on: boolean
}

/** The shortcut that a press means, or null. */
export function shortcutFor({ key, modified, busy, isText, on }: Press): ShortcutKey | null {
  if (!on || modified || busy || !isShortcut(key)) return null
  return isText || shortcuts[key] === 'everywhere' ? key : null
}

const isShortcut = (key: string): key is ShortcutKey => Object.hasOwn(shortcuts, key)
