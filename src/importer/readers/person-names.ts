const titles =
  /^(?:(?:Prof(?:essor(?:in)?)?|Dr|Priv\.?-?Doz|PD|Mag|Dipl\.?-?\p{L}+|M\. ?A|B\. ?A|MA|Ph\.? ?D|h\. ?c|phil|iur|jur|med|rer\. ?nat|theol|habil|Ing)\.?\s+)+/iu

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
      return [bare(`${pieces[1]} ${pieces[0]}`)]
    return pieces.map(bare)
  })
}

/** Whether words can be the name of a person: capitals, initials, „von“ and the like. */
export const isName = (words: string): boolean =>
  /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:von|vom|van|der|den|de|del|della|di|da|du|zu|zur|la|le|ten|\p{Lu}[\p{L}.'’-]*)){0,5}$/u.test(
    words,
  )

const bare = (name: string): string => name.replace(titles, '').trim()
