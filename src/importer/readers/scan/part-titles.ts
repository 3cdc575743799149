/** Titles of what stands behind the notes: headings wherever they stand alone. */
const behind =
  /^(?:literatur(?:verzeichnis|liste)?|bibliogra(?:ph|f)ie|quellen(?:verzeichnis)?|siglen|abbildungs(?:verzeichnis|nachweise?)|anhang|references|works cited|bibliography)$/iu

/** Titles of the notes themselves, which an edition sets beside the text. */
const ofNotes = /^(?:anmerkungen|fußnoten|endnoten|(?:end|foot)?notes)$/iu

const bare = (text: string): string => text.replace(/^[\s#*]+|[\s*:]+$/gu, '')

export const namesPartBehind = (text: string): boolean => behind.test(bare(text))
export const namesNotes = (text: string): boolean => ofNotes.test(bare(text))
