/** An address that a text may link to; null for files of a machine and places in the file itself. */
export function webAddress(address: string): string | null {
  const trimmed = address.trim()
  if (/^www\.[^\s/]+\.[^\s]+$/i.test(trimmed)) return webAddress(`https://${trimmed}`)
  if (/^doi:\s*10\.\d/i.test(trimmed))
    return webAddress(trimmed.replace(/^doi:\s*/i, 'https://doi.org/'))
  if (/^urn:nbn:/i.test(trimmed)) return webAddress(`https://nbn-resolving.org/${trimmed}`)
  if (!/^(?:https?:\/\/|ftp:\/\/|mailto:)\S/i.test(trimmed) || !URL.canParse(trimmed)) return null
  return trimmed.replace(/[\s<>"\\^`{|}]/g, (character) => encodeURIComponent(character))
}
