const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&quot;': '"', '&#x26;': '&' }

/** Ids of the elements in HTML or XML. */
export const idsIn = (markup: string): string[] =>
  [...markup.matchAll(/<[a-zA-Z][^<>]*?\s(?:xml:)?id="([^"]*)"/g)].map(([, id]) =>
    id!.replace(/&(?:amp|lt|quot|#x26);/g, (sign) => signs[sign]!),
  )
