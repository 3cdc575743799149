/** Characters that browsers, or readers, do not see in an address. */
const unseen = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]/g

/** Whether an address may be a link: one within the site, on the web or of mail; not `javascript:`, `data:`, `file:`. */
export function mayBeLink(address: string): boolean {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(unseen, '')) ?? []
  return scheme === undefined || /^(?:https?|mailto)$/i.test(scheme)
}

/** Whether it is the address of a page on the web. */
export const isWebAddress = (address: string): boolean =>
  /^https?:\/\//i.test(address) && URL.canParse(address)
