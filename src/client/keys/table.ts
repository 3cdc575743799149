/** Shortcuts on pages with a text, and those of every page. „/“ is handled by the search. */
const onTexts = ['j', 'k', 'n', 'w', 'l', 'm', 'z', 'p', 'i', 'g', 'a'] as const
const everywhere = ['t', 'v', '?'] as const

export type ShortcutKey = (typeof onTexts | typeof everywhere)[number]

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
  if (!on || modified || busy) return null
  const here: readonly ShortcutKey[] = isText ? [...everywhere, ...onTexts] : everywhere
  return here.find((one) => one === key) ?? null
}
