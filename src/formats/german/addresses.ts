/** Whether the words are an address as printed, with or without https://. */
export const isAddress = (words: string): boolean =>
  /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/\S+$/.test(words)

/** An address in parts, between which a line may end: after slashes, but not those of „https://“, before other signs. */
export const addressParts = (address: string): string[] =>
  address.split(/(?<=[/])(?<!:\/\/)(?!\/)|(?=[.?&=_#-])/).filter(Boolean)
