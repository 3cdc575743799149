/** `[data-history]` of the page, as src/edition/ledger/history.ts writes it. */
export interface History {
  /** The oldest first; the last is the version of the page. */
  versions: string[]
  /** Number of a paragraph → versions in which its wording changed. */
  changed: Record<string, string[]>
  /** Number → first version, where that is not the oldest. */
  added: Record<string, string>
  /** Number → numbers of paragraphs split from it. */
  parts: Record<string, string[]>
  /** Version → what has become of its notes, by their labels; absent where that is not recorded. */
  notes?: Record<string, { fates: Record<string, NoteFate>; added: string[] }>
}

export interface NoteFate {
  /** Label that the note has now; null: it is gone, or cannot be told from others. */
  now: string | null
  changed?: boolean
  /** Where it is gone: label of the note that it stood behind, as that is now. */
  near?: string
}

export interface ChangeNotice {
  /** False: the paragraph reads as it did. */
  changed: boolean
  message: string
}

/** Notice for a reader whose link to a paragraph was made from `version`; null where that is the current version. */
export function changeSince(
  history: History,
  version: string,
  number: string,
): ChangeNotice | null {
  const { versions, changed, added, parts } = history
  const at = versions.indexOf(version)
  if (at === versions.length - 1) return null
  if (at < 0) {
    const message = `Der Link nennt Fassung ${version}, die hier nicht verzeichnet ist. Ob Absatz ${number} seither geändert wurde, lässt sich nicht sagen.`
    return { changed: true, message }
  }
  const since = (name: string | undefined) => versions.indexOf(name ?? '') > at
  if (since(added[number]))
    return {
      changed: true,
      message: `Absatz ${number} gibt es erst seit Fassung ${added[number]}; der Link nennt Fassung ${version}.`,
    }
  const later = (changed[number] ?? []).filter(since)
  const split = (parts[number] ?? []).filter((part) => since(added[part]))
  if (later.length === 0 && split.length === 0)
    return { changed: false, message: `Absatz ${number} lautet wie in Fassung ${version}.` }
  const sentences = [
    later.length > 0 &&
      `Absatz ${number} ist seit Fassung ${version}, aus der der Link stammt, geändert worden (in Fassung ${list(later)}).`,
    split.length > 0 && `Ein Teil von ihm ist jetzt Absatz ${list(split)}.`,
  ]
  return { changed: true, message: sentences.filter(Boolean).join(' ') }
}

export interface NoteNotice extends ChangeNotice {
  /** Label of the note to lead to; null: none. */
  label: string | null
}

/** Notice for a reader whose link to a note was made from `version`, and where it leads; null: nothing to say. */
export function noteSince(
  { versions, notes = {} }: History,
  version: string,
  label: string,
): NoteNotice | null {
  const recorded = notes[version]
  const isCurrent = version === versions.at(-1)
  if (!recorded)
    return isCurrent
      ? null
      : {
          changed: true,
          label,
          message: `Der Link nennt Fassung ${version}, deren Anmerkungen hier nicht verzeichnet sind. Ob Anmerkung ${label} noch dieselbe ist, lässt sich nicht sagen.`,
        }
  const fate = recorded.fates[label]
  if (!fate) {
    if (isCurrent) return null
    const isNew = recorded.added.includes(label)
    return {
      changed: isNew,
      label,
      message: isNew
        ? `Anmerkung ${label} gab es in Fassung ${version}, die der Link nennt, noch nicht.`
        : `Anmerkung ${label} lautet wie in Fassung ${version}.`,
    }
  }
  const { now, changed, near } = fate
  if (now === null)
    return {
      changed: true,
      label: near ?? null,
      message: `Anmerkung ${label} der Fassung ${version}, aus der der Link stammt, ist hier entfallen oder neu gefasst${near ? `; sie stand hinter der jetzigen Anmerkung ${near}` : ''}.`,
    }
  const sentences = [
    now !== label && `Anmerkung ${label} der Fassung ${version} ist jetzt Anmerkung ${now}.`,
    changed &&
      `Anmerkung ${now} ist seit Fassung ${version}, aus der der Link stammt, geändert worden.`,
  ]
  return { changed: true, label: now, message: sentences.filter(Boolean).join(' ') }
}

const list = (words: readonly string[]) => new Intl.ListFormat('de').format(words)
