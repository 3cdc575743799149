/**
 * A link that says from which version it was made: `…/texte/slug/?fassung=1.0#abs-14`.
 * `fassung` is the `version` in the text’s frontmatter; other parameters and the anchor stay as they are.
 */
const name = 'fassung'

/** @param address address of the text; a version in it is replaced */
export function versionLink(address: string, version: string, id: string): string {
  const url = new URL(address)
  url.searchParams.set(name, version)
  url.hash = id
  return url.href
}

/** Null where the link has no version or no fragment. */
export function readVersionLink(address: string): { version: string; id: string } | null {
  const url = new URL(address)
  const version = url.searchParams.get(name)
  const id = url.hash.slice(1)
  return version && id ? { version, id } : null
}
