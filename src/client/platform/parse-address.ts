/** The address, or null if it is none. (`URL.parse` is younger than the browsers of package.json.) */
export const parseAddress = (address: string, base?: string): URL | null =>
  URL.canParse(address, base) ? new URL(address, base) : null
