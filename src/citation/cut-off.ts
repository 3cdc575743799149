/** Last entry of a list of names that is cut off. */
export const AND_OTHERS = 'u. a.'

/** Whether words that stand for a name mean that the list is cut off: „et al.“, „others“. */
export const meansOthers = (words: string): boolean =>
  /^(?:and )?(?:others|et al\.?|u\. ?a\.)$/i.test(words)
