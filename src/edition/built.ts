import type { Edition } from './model/model.ts'

const key = Symbol.for('edition')

/**
 * Keeps the Edition that the pages are made of for what comes after them in the same process. Vite bundles the modules
 * of the pages, so that others load a second copy of this module: what both share is a property of `globalThis`.
 */
export function keepBuilt(edition: Edition): void {
  Reflect.set(globalThis, key, edition)
}

/** The Edition of the build that has just ended. */
export function builtEdition(): Edition {
  const edition = Reflect.get(globalThis, key) as Edition | undefined
  if (!edition) throw new Error('No page of this build has read the edition.')
  return edition
}
