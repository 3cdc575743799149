/** The page of a text as it was built; null where it cannot be fetched. */
export async function fetchText(address: string): Promise<Document | null> {
  try {
    const response = await fetch(address)
    if (!response.ok) return null
    return new DOMParser().parseFromString(withoutStyles(await response.text()), 'text/html')
  } catch {
    return null
  }
}

/** A parsed page has the policy of this one, which knows this page’s styles only. */
const withoutStyles = (html: string) => html.replace(/<style\b.*?<\/style>/gs, '')
