let asked: Promise<boolean> | undefined

/** Asks the browser, once a visit, not to delete what is stored when space is short; false: it does not promise. */
export function askToKeep(): Promise<boolean> {
  return (asked ??= ask())
}

async function ask(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist())
  } catch {
    return false
  }
}

/** Whether the browser has promised it, without asking. */
export async function isPromised(): Promise<boolean> {
  try {
    return await navigator.storage.persisted()
  } catch {
    return false
  }
}
