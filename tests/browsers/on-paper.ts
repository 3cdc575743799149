/**
 * Lays the page out as for paper, which no driver asks for: rules for print apply, those for the screen do not. Returns
 * what is wrong there. Runs in the browser, so it must be self-contained.
 */
export function onPaper(): string[] {
  dispatchEvent(new Event('beforeprint'))
  const turn = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) {
        const { media } = rule
        if (/\bprint\b/.test(media.mediaText)) media.mediaText = 'all'
        else if (/\bscreen\b/.test(media.mediaText)) media.mediaText = 'not all'
      }
      if ('cssRules' in rule) turn(rule.cssRules as CSSRuleList)
    }
  }
  for (const sheet of document.styleSheets) turn(sheet.cssRules)
  const wrong: string[] = []
  for (const element of document.querySelectorAll<HTMLElement>(
    'article :is(.note, p[id^="abs-"])',
  )) {
    const { width, height, left, right } = element.getBoundingClientRect()
    if (width < 1 || height < 1) wrong.push(`${element.id} is not to be seen`)
    if (left < 0 || right > innerWidth + 1) wrong.push(`${element.id} leaves the page`)
    if (getComputedStyle(element).position === 'absolute')
      wrong.push(`${element.id} lies over others`)
  }
  const listed = document.querySelectorAll('article .gloss-list > p').length
  const terms = [...document.querySelectorAll<HTMLElement>('article .gloss:not([data-off])')]
  if (listed !== new Set(terms.map(({ dataset }) => dataset['term'])).size)
    wrong.push(`${listed} glosses are listed`)
  return wrong
}
