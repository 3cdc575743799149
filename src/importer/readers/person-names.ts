/** Words of academic titles that are hardly names. */
const academic =
  /^(?:Prof(?:essor(?:in)?)?|PROF|Privatdozent(?:in)?|Dr|DR|Doktor|PD|MA|BA|MSc|BSc|PhD)$/u
/** Those that may be names without their stop: „Phil“, „Mag“. */
const academicWithStop =
  /^(?:(?:univ\.-)?prof|priv(?:\.-doz)?|doz|dr(?:\.-ing|es)?|dipl(?:\.-\p{L}+)?|mag|lic|em|habil|med|phil|iur|jur|rer|nat|pol|oec|theol|ing|mult|m\.a|b\.a|m\.sc|b\.sc|ph\.d|h\.c)\.$/iu

/** „h. c.“, „M. A.“: letters that are initials elsewhere. */
const pairs = /^(?:h\. c|m\. a|b\. a|m\. sc|b\. sc|ph\. d)\.?$/i

/** A name without academic titles before it: „Prof. Dr. h. c. Anna Berg“; empty if there is nothing else. */
export function withoutTitles(name: string): string {
  const words = name.trim().split(/\s+/)
  let from = 0
  while (from < words.length) {
    const pair = words.slice(from, from + 2).join(' ')
    const isPair = pairs.test(pair) && (/^h/i.test(pair) ? from > 0 : words.length - from !== 3)
    if (isPair) from += 2
    else if (academic.test(words[from]!) || academicWithStop.test(words[from]!)) from += 1
    else break
  }
  return words.slice(from).join(' ')
}

/** Names of persons as a title page or a list of metadata has them: without „von“ before and titles. */
export function namesIn(text: string): string[] {
  const plain = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:von|by|verfasst von|verfasser(?:in)?:|autor(?:in|en|innen)?:|author:)\s+/i, '')
    .replace(/[.,;\s*†\d]+$/, '')
  if (!plain) return []
  const several = plain.split(/\s*(?:;|\s(?:und|and|&|u\.)\s|\/)\s*/)
  return several.flatMap((part) => {
    const pieces = part.split(/\s*,\s*/).filter(Boolean)
    // „Nachname, Vorname“, or several names with a comma between them.
    if (
      pieces.length === 2 &&
      several.length > 0 &&
      !/\s/.test(pieces[0]!.replace(/^(?:von|van|de|zu)\s+/, ''))
    )
      return [withoutTitles(`${pieces[1]} ${pieces[0]}`)]
    return pieces.map(withoutTitles)
  })
}

/** Whether words can be the name of a person: capitals, initials, „von“ and the like. */
export const isName = (words: string): boolean =>
  /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:von|vom|van|der|den|de|del|della|di|da|du|zu|zur|la|le|ten|\p{Lu}[\p{L}.'’-]*)){0,5}$/u.test(
    words,
  )
