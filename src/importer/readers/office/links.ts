/** An address that a text may link to; null for files of a machine and places in the file itself. */
export function safeUrl(address: string): string | null {
  const trimmed = address.trim()
  if (!/^(?:https?:\/\/|mailto:)[^\s]/i.test(trimmed)) {
    return /^www\.[^\s/]+\.[^\s]+$/i.test(trimmed) ? safeUrl(`https://${trimmed}`) : null
  }
  return trimmed.replace(/[\s<>"\\^`{|}]/g, (character) => encodeURIComponent(character))
}
