/** An address that a text may link to; null for files of a machine and places in the file itself. */
export function webAddress(address: string): string | null {
  const trimmed = address.trim()
  if (/^www\.[^\s/]+\.[^\s]+$/i.test(trimmed)) return webAddress(`https://${trimmed}`)
  if (!/^(?:https?:\/\/|ftp:\/\/|mailto:)\S/i.test(trimmed) || !URL.canParse(trimmed)) return null
  return trimmed.replace(/[\s<>"\\^`{|}]/g, (character) => encodeURIComponent(character))
}
