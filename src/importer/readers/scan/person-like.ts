const notInNames =
  /^(?:am|an|auf|aus|bei|das|dem|den|der|des|die|ein|eine|im|in|ins|ist|mit|nach|ohne|über|um|und|unter|vom|vor|wie|zum|zur|the|of|a|on|for|to|with)$/i
const particle = /^(?:von|van|der|den|de|di|del|della|du|la|le|ten|ter|zu)$/i

/** The names in a line such as „Von Anna Berg und KARL TAL“; none where it is not a line of names. */
export function peopleIn(line: string): string[] {
  const names = line
    .replace(/^(?:von|by)\s+/i, '')
    .split(/,\s+|\s+(?:und|UND|&|and)\s+/)
    .map((name) => name.trim())
  return names.every(isName) ? names : []
}

function isName(text: string): boolean {
  const words = text.split(/\s+/)
  const [first] = words
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((word) => /^\p{Lu}[\p{L}’'-]*\.?$/u.test(word) || particle.test(word)) &&
    !particle.test(words.at(-1)!) &&
    !words.some((word) => notInNames.test(word) && !particle.test(word)) &&
    !notInNames.test(first!)
  )
}
