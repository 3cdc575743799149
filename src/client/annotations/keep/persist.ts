let asked: Promise<boolean> | undefined

/** Asks the browser, once a visit, not to clear what is kept when space is short; false: it makes no promise. */
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
