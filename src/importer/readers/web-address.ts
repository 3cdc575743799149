/** An address that a text may link to; null for files of a machine and places in the file itself. */
export function webAddress(address: string): string | null {
  const trimmed = address.trim()
  if (/^www\.[^\s/]+\.[^\s]+$/i.test(trimmed)) return webAddress(`https://${trimmed}`)
  if (/^doi:\s*10\.\d/i.test(trimmed))
    return webAddress(trimmed.replace(/^doi:\s*/i, 'https://doi.org/'))
  if (/^urn:nbn:/i.test(trimmed)) return webAddress(`https://nbn-resolving.org/${trimmed}`)
  if (!/^(?:https?:\/\/|ftp:\/\/|mailto:)\S/i.test(trimmed) || !URL.canParse(trimmed)) return null
  const target = behindRedirect(new URL(trimmed))
  if (target !== null) return webAddress(target)
  return trimmed.replace(/[\s<>"\\^`{|}]/g, (character) => encodeURIComponent(character))
}

/** Where a link leads that a program has wrapped in an address of its own, to count or to check clicks. */
function behindRedirect({ hostname, pathname, searchParams }: URL): string | null {
  const isGoogle = /(?:^|\.)google\.\p{L}+(?:\.\p{L}+)?$/u.test(hostname) && pathname === '/url'
  const isOutlook = hostname.endsWith('.safelinks.protection.outlook.com')
  const isFacebook = /^lm?\.facebook\.com$/.test(hostname) && pathname === '/l.php'
  const name = isGoogle && searchParams.has('q') ? 'q' : isFacebook ? 'u' : 'url'
  const target = isGoogle || isOutlook || isFacebook ? searchParams.get(name) : null
  return target !== null && /^https?:\/\//i.test(target) ? target : null
}
