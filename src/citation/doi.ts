/** DOIs as they are written: bare, behind „doi:“, or as an address of doi.org. */

const written = /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi:?\s*)?(.*)$/is

/** Without what stands before its number: `10.5281/zenodo.1234567`. */
export const bareDoi = (doi: string): string => written.exec(doi.trim())![1]!

/** Whether these words without scheme are a DOI: a prefix of the registry, a stroke, a name without spaces. */
export const isDoi = (words: string): boolean =>
  /^10\.\d{4,9}(?:\.\d+)*\/[^\s\p{Cc}]*[^\s\p{Cc}.,;]$/u.test(words)

/** The address that lasts; signs that would end an address or a part of it are escaped. */
export const doiAddress = (doi: string): string =>
  `https://doi.org/${encodeURI(bareDoi(doi)).replace(/[#?]/g, encodeURIComponent)}`
