import { parseDraft, storageName, type Draft } from './draft.ts'

export function readDraft(): Draft {
  try {
    return parseDraft(localStorage.getItem(storageName))
  } catch {
    return parseDraft(null)
  }
}

/** @param draft null: forgotten. False where the browser keeps nothing. */
export function keepDraft(draft: Draft | null): boolean {
  try {
    if (draft) localStorage.setItem(storageName, JSON.stringify(draft))
    else localStorage.removeItem(storageName)
    return true
  } catch {
    return false
  }
}
